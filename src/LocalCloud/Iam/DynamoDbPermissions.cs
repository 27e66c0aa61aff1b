using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>DynamoDB's permissions. A transaction has none of its own: it needs those of its parts.</summary>
internal static class DynamoDbPermissions
{
    private static readonly Dictionary<string, string> PartActions = new()
    {
        ["Put"] = "dynamodb:PutItem",
        ["Update"] = "dynamodb:UpdateItem",
        ["Delete"] = "dynamodb:DeleteItem",
        ["ConditionCheck"] = "dynamodb:ConditionCheckItem",
        ["Get"] = "dynamodb:GetItem",
    };

    public static IEnumerable<Permission> Of(StackIdentity stack, ServiceCall call) => call.Operation switch
    {
        "TransactWriteItems" or "TransactGetItems" => call.Input.List("TransactItems")
            .SelectMany(item => (JsonObject)item)
            .Select(part => new Permission(PartActions[part.Key], Table(stack, part.Value)))
            .DistinctBy(permission => (permission.Action, permission.Resource)),
        "BatchGetItem" or "BatchWriteItem" => call.Input.Object("RequestItems").Select(table => new Permission($"dynamodb:{call.Operation}", TableArn(stack, table.Key))),
        "ListTables" => [new("dynamodb:ListTables", "*")],
        _ => [new($"dynamodb:{call.Operation}", Table(stack, call.Input) + (call.Input.Text("IndexName") is { } index ? $"/index/{index}" : ""))],
    };

    private static string Table(StackIdentity stack, JsonNode? part) => TableArn(stack, part.Text("TableName") ?? "");

    private static string TableArn(StackIdentity stack, string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : stack.Arn("dynamodb", "table/" + nameOrArn);
}
