using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Tasks;

/// <summary>The history events of one attempt of a Task. A function's ARN has a vocabulary of its own.</summary>
internal sealed class TaskEvents(Strand strand, TaskResource resource)
{
    private readonly string prefix = resource.IsFunction ? "LambdaFunction" : "Task";

    public void Scheduled(JsonElement arguments, TaskLimits limits)
    {
        var text = Json.Text(arguments);
        var details = resource.IsFunction
            ? new JsonObject { ["resource"] = resource.Arn, ["input"] = text, ["inputDetails"] = EventDetails.NotTruncated() }
            : With(new JsonObject { ["region"] = strand.World.Region, ["parameters"] = text });
        if (limits.TimeoutSeconds is { } timeout)
        {
            details["timeoutInSeconds"] = timeout;
        }

        if (limits.HeartbeatSeconds is { } heartbeat)
        {
            details["heartbeatInSeconds"] = heartbeat;
        }

        if (limits.RoleArn is { } role)
        {
            details["taskCredentials"] = new JsonObject { ["roleArn"] = role };
        }

        strand.Append($"{prefix}Scheduled", details);
    }

    public void Started() => strand.Append($"{prefix}Started", resource.IsFunction ? null : With([]));

    public void Submitted(JsonElement answer) => strand.Append("TaskSubmitted", With(Output(answer)));

    public void Succeeded(JsonElement result) => strand.Append($"{prefix}Succeeded", resource.IsFunction ? Output(result) : With(Output(result)));

    public long Failed(string? error, string? cause) =>
        strand.Append($"{prefix}Failed", resource.IsFunction ? EventDetails.Error(error, cause) : EventDetails.With(With([]), error, cause));

    public long TimedOut() =>
        strand.Append($"{prefix}TimedOut", EventDetails.With(resource.IsFunction ? [] : With([]), "States.Timeout", null));

    private static JsonObject Output(JsonElement value) => new() { ["output"] = Json.Text(value), ["outputDetails"] = EventDetails.NotTruncated() };

    private JsonObject With(JsonObject details)
    {
        details["resourceType"] = resource.Type;
        details["resource"] = resource.Action;
        return details;
    }
}

/// <param name="TimeoutSeconds">Null for none.</param>
/// <param name="HeartbeatSeconds">Null for none.</param>
/// <param name="RoleArn">Credentials.RoleArn; null for the state machine's own role.</param>
internal sealed record TaskLimits(long? TimeoutSeconds, long? HeartbeatSeconds, string? RoleArn);
