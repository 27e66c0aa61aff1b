using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Api;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.Integrations;

/// <summary>What <c>aws-sdk:</c> names differently from the services themselves.</summary>
internal static class SdkNames
{
    // Members that map a caller's own keys to values: their keys are data.
    private static readonly HashSet<string> Maps = new(StringComparer.OrdinalIgnoreCase) { "Tags", "Attributes", "Item", "Key", "Variables", "Parameters", "OperationalData", "Metadata" };

    private static readonly Dictionary<string, string> ErrorPrefixes = new()
    {
        ["accessanalyzer"] = "AccessAnalyzer",
        ["apigatewayv2"] = "ApiGatewayV2",
        ["applicationautoscaling"] = "ApplicationAutoScaling",
        ["autoscaling"] = "AutoScaling",
        ["cloudtrail"] = "CloudTrail",
        ["cloudwatch"] = "CloudWatch",
        ["cloudwatchlogs"] = "CloudWatchLogs",
        ["codedeploy"] = "CodeDeploy",
        ["codepipeline"] = "CodePipeline",
        ["cognitoidentityprovider"] = "CognitoIdentityProvider",
        ["configservice"] = "Config",
        ["costexplorer"] = "CostExplorer",
        ["databasemigration"] = "DatabaseMigration",
        ["dynamodb"] = "DynamoDb",
        ["eventbridge"] = "EventBridge",
        ["guardduty"] = "GuardDuty",
        ["marketplaceentitlement"] = "MarketplaceEntitlement",
        ["marketplacemetering"] = "MarketplaceMetering",
        ["networkfirewall"] = "NetworkFirewall",
        ["rdsdata"] = "RdsData",
        ["redshiftdata"] = "RedshiftData",
        ["redshiftserverless"] = "RedshiftServerless",
        ["resourcegroupstaggingapi"] = "ResourceGroupsTaggingApi",
        ["secretsmanager"] = "SecretsManager",
        ["securityhub"] = "SecurityHub",
        ["servicequotas"] = "ServiceQuotas",
        ["sesv2"] = "SesV2",
    };

    /// <summary>The prefix of a service's error names: that of the Java SDK's classes.</summary>
    public static string ErrorPrefix(string service) => ErrorPrefixes.GetValueOrDefault(service) ?? char.ToUpperInvariant(service[0]) + service[1..];

    /// <summary>The name that calls to the service are signed for, where the service is emulated.</summary>
    public static string SigningName(string service) => service switch
    {
        "sfn" => "states",
        "eventbridge" => "events",
        _ => service,
    };

    public static string Operation(string action) => char.ToUpperInvariant(action[0]) + action[1..];

    /// <summary>The response as a workflow sees it: every member begins with a capital, whatever the service's own JSON does.</summary>
    public static JsonNode? Pascal(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            member.Key.Length == 0 ? "" : Operation(member.Key),
            Maps.Contains(member.Key) ? member.Value?.DeepClone() : Pascal(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Pascal)]),
        _ => node?.DeepClone(),
    };

    /// <summary>What an emulated service says over its own wire, as a workflow sees it: names as <see cref="Member"/> has them, and moments as text.</summary>
    public static JsonNode? FromWire(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            Member(member.Key),
            Maps.Contains(member.Key) ? member.Value?.DeepClone() : IsMoment(member) ? ContextObject.Time(ApiTime.Parse(member.Value!)) : FromWire(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(FromWire)]),
        _ => node?.DeepClone(),
    };

    private static bool IsMoment(KeyValuePair<string, JsonNode?> member) =>
        (member.Key.EndsWith("Date", StringComparison.Ordinal) || member.Key.EndsWith("DateTime", StringComparison.Ordinal)) && member.Value?.GetValueKind() == JsonValueKind.Number;

    /// <summary>A member's name as the Java SDK has it, with a capital in front: of an acronym that begins it only one stays (<c>ARN</c> is <c>Arn</c>, <c>DBName</c> is <c>DbName</c>).</summary>
    private static string Member(string name)
    {
        var capitals = name.TakeWhile(char.IsUpper).Count();
        var acronym = capitals < name.Length && char.IsLower(name[capitals]) ? capitals - 1 : capitals;
        return acronym > 1 ? name[0] + name[1..acronym].ToLowerInvariant() + name[acronym..] : name.Length == 0 ? "" : Operation(name);
    }
}
