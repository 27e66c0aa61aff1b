using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>Names as CloudFormation makes them: the name that the template states, else <c>Stack-LogicalId-Suffix</c>, cut to what the service allows.</summary>
internal static class PhysicalNames
{
    private sealed record Rule(string NameProperty, int MaximumLength, bool WithStackName = true);

    private static readonly Dictionary<string, Rule> Rules = new()
    {
        ["AWS::SQS::Queue"] = new("QueueName", 80),
        ["AWS::SNS::Topic"] = new("TopicName", 256),
        ["AWS::Lambda::Function"] = new("FunctionName", 64),
        ["AWS::DynamoDB::Table"] = new("TableName", 255),
        ["AWS::DynamoDB::GlobalTable"] = new("TableName", 255),
        ["AWS::StepFunctions::StateMachine"] = new("StateMachineName", 80, WithStackName: false),
        ["AWS::Events::Rule"] = new("Name", 64),
        ["AWS::Events::Connection"] = new("Name", 64, WithStackName: false),
        ["AWS::IAM::Role"] = new("RoleName", 64),
        ["AWS::IAM::ManagedPolicy"] = new("ManagedPolicyName", 128),
        ["AWS::IAM::Policy"] = new("PolicyName", 128),
        ["AWS::Logs::SubscriptionFilter"] = new("FilterName", 512),
        ["AWS::SSM::Parameter"] = new("Name", 1011),
        ["AWS::KMS::Alias"] = new("AliasName", 256),
    };

    /// <param name="properties">The raw properties, in which the name may be an intrinsic.</param>
    /// <param name="resolve">Resolves that intrinsic.</param>
    public static string Of(string stack, string logicalId, string type, JsonObject properties, Func<JsonNode?, JsonNode?> resolve)
    {
        if (type is "AWS::KMS::Key" or "AWS::Lambda::EventSourceMapping")
            return StableId.Guid($"{stack}/{logicalId}");
        var rule = Rules.GetValueOrDefault(type, new Rule("Name", 128));
        if (properties[rule.NameProperty] is { } stated && resolve(stated) is JsonValue value && value.TryGetValue<string>(out var name))
            return name;
        var suffix = StableId.Suffix($"{stack}/{logicalId}");
        return rule.WithStackName
            ? Join(rule.MaximumLength - suffix.Length - 2, stack, logicalId) + "-" + suffix
            : Cut(logicalId, rule.MaximumLength - suffix.Length - 1) + "-" + suffix;
    }

    private static string Join(int room, string stack, string logicalId)
    {
        var forStack = Math.Min(stack.Length, Math.Max(room / 2, room - logicalId.Length));
        return Cut(stack, forStack) + "-" + Cut(logicalId, room - forStack);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
