using System.Text.Json.Nodes;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Permissions;

/// <summary>What a workflow's role must allow, read off its definition by one checked table.</summary>
public static class WorkflowPermissions
{
    /// <summary>Integration → the IAM actions and resources that it needs. The names differ between Step Functions and IAM, so nothing is guessed.</summary>
    private static readonly Dictionary<string, Func<WorkflowTask, WorkflowSurroundings, IEnumerable<Permission>>> Table = new()
    {
        ["arn:aws:states:::lambda:invoke"] = (task, here) => [new("lambda:InvokeFunction", [here.Substitute(task, task.Literal("FunctionName"))])],
        ["arn:aws:states:::sns:publish"] = (_, here) => [new("sns:Publish", here.TopicArns)],
        ["arn:aws:states:::states:startExecution"] = (task, here) => [new("states:StartExecution", [here.Substitute(task, task.Literal("StateMachineArn"))])],
        ["arn:aws:states:::http:invoke"] = HttpInvoke,
    };

    /// <summary>Each permission once, in the order of the definition.</summary>
    /// <exception cref="SynthesisException">The definition calls something that the table does not know.</exception>
    public static IReadOnlyList<Permission> Of(WorkflowDefinition definition, WorkflowSurroundings surroundings) =>
    [
        .. WorkflowTask.Of(definition)
            .SelectMany(task => Table.TryGetValue(task.Resource, out var needs)
                ? needs(task, surroundings)
                : throw new SynthesisException($"{task} calls {task.Resource}, and nobody has said which permission that needs. Add a row for it to the table in cdk/Permissions/WorkflowPermissions.cs."))
            .DistinctBy(permission => (permission.Action, string.Join('\n', permission.Resources), string.Join('\n', permission.Conditions.SelectMany(condition => condition.Value))))
    ];

    /// <summary>The call itself, only to this endpoint by this method, and what it takes to read the connection's credentials.</summary>
    private static IEnumerable<Permission> HttpInvoke(WorkflowTask task, WorkflowSurroundings here)
    {
        var connection = here.Substitute(task, (task.Arguments["Authentication"] as JsonObject)?["ConnectionArn"]?.GetValue<string>() ?? string.Empty);
        yield return new Permission("states:InvokeHTTPEndpoint", [here.StateMachineArn], new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["StringEquals"] = new Dictionary<string, string>
            {
                ["states:HTTPEndpoint"] = task.Literal("ApiEndpoint"),
                ["states:HTTPMethod"] = task.Literal("Method"),
            },
        });
        yield return new Permission("events:RetrieveConnectionCredentials", [connection]);
        yield return new Permission("secretsmanager:GetSecretValue", [here.ConnectionSecretArns[connection]]);
        yield return new Permission("secretsmanager:DescribeSecret", [here.ConnectionSecretArns[connection]]);
    }
}
