using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>
/// The permissions of calls to services that are not emulated, by <c>aws-sdk</c>'s name of the service. IAM's names differ for some.
/// A resource is told where the call names it by ARN or in a usual member; else the grant of the action suffices.
/// </summary>
internal static class AccountPermissions
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["apigatewayv2"] = "apigateway",
        ["applicationautoscaling"] = "application-autoscaling",
        ["cloudwatchlogs"] = "logs",
        ["cognitoidentityprovider"] = "cognito-idp",
        ["configservice"] = "config",
        ["costexplorer"] = "ce",
        ["databasemigration"] = "dms",
        ["eventbridge"] = "events",
        ["marketplaceentitlement"] = "aws-marketplace",
        ["marketplacemetering"] = "aws-marketplace",
        ["rdsdata"] = "rds-data",
        ["redshiftdata"] = "redshift-data",
        ["redshiftserverless"] = "redshift-serverless",
        ["resourcegroupstaggingapi"] = "tag",
        ["sesv2"] = "ses",
        ["sfn"] = "states",
    };

    private static readonly Dictionary<string, string> Actions = new()
    {
        ["s3:ListObjectsV2"] = "s3:ListBucket",
        ["s3:ListObjects"] = "s3:ListBucket",
        ["s3:HeadBucket"] = "s3:ListBucket",
        ["s3:ListBuckets"] = "s3:ListAllMyBuckets",
        ["s3:HeadObject"] = "s3:GetObject",
        ["s3:CopyObject"] = "s3:PutObject",
        ["s3:DeleteObjects"] = "s3:DeleteObject",
        ["s3:PutPublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
        ["s3:GetPublicAccessBlock"] = "s3:GetBucketPublicAccessBlock",
        ["budgets:DescribeBudget"] = "budgets:ViewBudget",
        ["budgets:DescribeBudgets"] = "budgets:ViewBudget",
        ["apigateway:GetAuthorizers"] = "apigateway:GET",
    };

    public static IEnumerable<Permission> Of(StackIdentity stack, ServiceCall call)
    {
        // Glue asks for the catalog, the database and the table alike.
        if (call.Service == "glue" && call.Input.Text("DatabaseName") is { } database)
            return new[] { "catalog", $"database/{database}", $"table/{database}/{call.Input.Text("TableName") ?? "*"}" }.Select(part => new Permission($"glue:{call.Operation}", stack.Arn("glue", part)));
        return [Call(stack, call), .. Beside(call)];
    }

    /// <summary>What the service does in the caller's name.</summary>
    private static IEnumerable<Permission> Beside(ServiceCall call)
    {
        if (call.Service is "rdsdata" or "redshiftdata" && call.Input.Text("SecretArn") is { } secret)
            yield return new Permission("secretsmanager:GetSecretValue", secret);
        if (call.Service == "ec2" && call.Input.ContainsKey("TagSpecifications"))
            yield return new Permission("ec2:CreateTags", null).With("ec2:CreateAction", call.Operation);
    }

    private static Permission Call(StackIdentity stack, ServiceCall call)
    {
        var action = $"{Prefixes.GetValueOrDefault(call.Service, call.Service)}:{call.Operation}";
        return new Permission(Actions.GetValueOrDefault(action, action), Resource(stack, call))
            .With("cloudwatch:namespace", call.Service == "cloudwatch" ? call.Input.Text("Namespace") : null)
            .With("ses:FromAddress", call.Input.Text("FromEmailAddress") ?? call.Input.Text("Source"));
    }

    private static string? Resource(StackIdentity stack, ServiceCall call)
    {
        var input = call.Input;
        if (call.Service == "s3" && input.Text("Bucket") is { } bucket)
            return input.Text("Key") is { } key ? $"arn:aws:s3:::{bucket}/{key}" : $"arn:aws:s3:::{bucket}";
        if (call.Service == "cloudwatchlogs" && input.Text("LogGroupName") is { } group)
            return stack.Arn("logs", $"log-group:{group}:*");
        if (call.Service == "cognitoidentityprovider" && input.Text("UserPoolId") is { } pool)
            return stack.Arn("cognito-idp", $"userpool/{pool}");
        if (call.Service == "apigatewayv2" && input.Text("ApiId") is { } api)
            return $"arn:aws:apigateway:{stack.Region}::/apis/{api}/authorizers";
        if (call.Service == "wafv2" && input.Text("Name") is { } set)
            return stack.Arn("wafv2", $"regional/ipset/{set}/{input.Text("Id")}");
        if (call.Service == "redshiftdata" && call.Operation == "ExecuteStatement")
            return input.Text("WorkgroupName") ?? (input.Text("ClusterIdentifier") is { } cluster ? stack.Arn("redshift", $"cluster:{cluster}") : null);
        return input.Where(member => member.Key.EndsWith("Arn", StringComparison.OrdinalIgnoreCase)).Select(member => member.Value).OfType<JsonValue>()
            .Select(value => value.ToString()).FirstOrDefault(text => text.StartsWith("arn:", StringComparison.Ordinal));
    }
}
