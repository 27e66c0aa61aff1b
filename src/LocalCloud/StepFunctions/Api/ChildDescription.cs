using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>What <c>startExecution.sync</c> answers about the ended execution.</summary>
internal static class ChildDescription
{
    /// <param name="parsed">Whether Input and Output are JSON values (<c>.sync:2</c>) or texts (<c>.sync</c>).</param>
    public static JsonObject Of(Execution child, bool parsed)
    {
        JsonNode? Data(string text) => parsed ? JsonNode.Parse(text) : text;
        var end = child.End!;
        var description = new JsonObject { ["ExecutionArn"] = child.Arn, ["Input"] = Data(child.InputText), ["InputDetails"] = Included() };
        if (end.Error is not null)
        {
            description["Error"] = end.Error;
        }

        if (end.Cause is not null)
        {
            description["Cause"] = end.Cause;
        }

        description["Name"] = child.Name;
        if (end.Output is not null)
        {
            description["Output"] = Data(end.Output);
            description["OutputDetails"] = Included();
        }

        description["RedriveCount"] = 0;
        description["RedriveStatus"] = Redrive.Status(child);
        if (Redrive.Reason(child) is { } reason)
        {
            description["RedriveStatusReason"] = reason;
        }

        description["StartDate"] = child.StartDate.ToUnixTimeMilliseconds();
        description["StateMachineArn"] = child.Machine.Arn;
        description["Status"] = end.Status;
        description["StopDate"] = end.StopDate.ToUnixTimeMilliseconds();
        return description;
    }

    private static JsonObject Included() => new() { ["Included"] = true };
}
