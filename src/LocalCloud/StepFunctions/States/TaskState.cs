using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;
using IncidentServerless.LocalCloud.StepFunctions.Tasks;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Calls something. Arguments (else the input) are evaluated for each attempt anew; without Output the result is the output.</summary>
internal sealed class TaskState(StateHeader header, TaskResource resource, TaskState.TaskFields fields, FailurePolicy policy) : State(header)
{
    public static readonly string[] Fields =
    [
        "Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds", "Credentials", "Next", "End", "Output", "Assign", .. FailurePolicy.Fields,
    ];

    private static readonly TaskResource Unknown = new("", "", "", TaskPattern.RequestResponse, IsFunction: false);

    public override bool IsAbortable => true;

    public static TaskState Read(StateHeader header, DefinitionNode node)
    {
        var credentials = node.Find("Credentials");
        if (credentials is not null && !credentials.Has("RoleArn"))
        {
            credentials.Fault("The field 'RoleArn' is required but was missing");
        }

        var fields = new TaskFields(
            node.Template("Arguments"),
            node.IntegerTemplate("TimeoutSeconds", least: 1),
            node.IntegerTemplate("HeartbeatSeconds", least: 1),
            credentials?.Template("RoleArn"));
        if (fields.HeartbeatSeconds?.Literal is { } heartbeat && fields.TimeoutSeconds?.Literal is { } timeout && heartbeat.GetInt64() >= timeout.GetInt64())
        {
            node.Fault("HeartbeatSeconds must be smaller than TimeoutSeconds");
        }

        return new TaskState(header, TaskResource.Read(node) ?? Unknown, fields, FailurePolicy.Read(node));
    }

    public override Task<StateExit> RunAsync(Visit visit) => policy.RunAsync(visit, () => AttemptAsync(visit));

    private async Task<StateExit> AttemptAsync(Visit visit)
    {
        visit.Token = resource.Pattern == TaskPattern.WaitForTaskToken ? visit.Strand.Execution.NextToken() : null;
        var arguments = fields.Arguments is null ? visit.Input : await visit.EvaluateAsync(fields.Arguments, "Arguments", visit.Bindings());
        if (Json.Size(arguments) > DataLimitExceededError.LargestResult)
        {
            throw new DataLimitExceededError(Name) { EventId = visit.Strand.LastEvent };
        }

        var result = await new TaskAttempt(visit, resource, arguments, await LimitsAsync(visit)).RunAsync();
        return await visit.LeaveAsync(Next, Output, Assign, result, visit.Bindings(result));
    }

    private async Task<TaskLimits> LimitsAsync(Visit visit)
    {
        var role = fields.RoleArn is null
            ? (JsonElement?)null
            : await visit.EvaluateAsync(fields.RoleArn, "Credentials/RoleArn", "string", value => value.ValueKind == JsonValueKind.String);
        return new TaskLimits(
            await visit.IntegerAsync(fields.TimeoutSeconds, "TimeoutSeconds", least: 1),
            await visit.IntegerAsync(fields.HeartbeatSeconds, "HeartbeatSeconds", least: 1),
            role?.GetString());
    }

    internal sealed record TaskFields(PayloadTemplate? Arguments, PayloadTemplate? TimeoutSeconds, PayloadTemplate? HeartbeatSeconds, PayloadTemplate? RoleArn);
}
