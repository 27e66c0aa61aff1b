using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Lets time pass: a number of seconds, or to a moment (at once when that is past).</summary>
internal sealed class WaitState(StateHeader header, PayloadTemplate? seconds, PayloadTemplate? timestamp) : State(header)
{
    public static readonly string[] Fields = ["Seconds", "Timestamp", "Next", "End", "Output", "Assign"];

    public override bool IsAbortable => true;

    public static WaitState Read(StateHeader header, DefinitionNode node)
    {
        if (node.Has("Seconds") == node.Has("Timestamp"))
        {
            node.Fault("Exactly one of these fields is required: [Seconds, Timestamp]");
        }

        var timestamp = node.Template("Timestamp");
        if (timestamp?.Literal is { } literal && !(literal.ValueKind == JsonValueKind.String && ExtendedTimestamp.TryParse(literal.GetString()!, out _)))
        {
            node.Fault("String does not match RFC3339 timestamp", "Timestamp");
        }

        return new WaitState(header, node.IntegerTemplate("Seconds", least: 0), timestamp);
    }

    public override async Task<StateExit> RunAsync(Visit visit)
    {
        await visit.Strand.SleepUntilAsync(await MomentAsync(visit));
        return await visit.LeaveAsync(Next, Output, Assign, visit.Input, visit.Bindings());
    }

    private async Task<DateTimeOffset> MomentAsync(Visit visit)
    {
        if (timestamp is null)
        {
            return visit.EnteredAt.AddSeconds(await visit.IntegerAsync(seconds, "Seconds") ?? 0);
        }

        var text = (await visit.EvaluateAsync(timestamp, "Timestamp", "string", value => value.ValueKind == JsonValueKind.String)).GetString()!;
        return ExtendedTimestamp.TryParse(text, out var moment)
            ? moment
            : throw visit.Refuse($"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {text}", "Timestamp");
    }
}
