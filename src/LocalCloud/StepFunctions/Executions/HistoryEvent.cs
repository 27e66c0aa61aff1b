using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>One event of an execution's history.</summary>
/// <param name="Id">From 1, without gaps.</param>
/// <param name="PreviousEventId">The event that caused this one; 0 for none.</param>
/// <param name="Type">For example <c>TaskStateEntered</c>.</param>
/// <param name="Details">Members as the API names them; null for an event without details. Not to be changed.</param>
public sealed record HistoryEvent(long Id, long PreviousEventId, DateTimeOffset Timestamp, string Type, JsonObject? Details)
{
    /// <summary>The state that was entered or left; null for other events.</summary>
    public string? StateName => Type.EndsWith("StateEntered", StringComparison.Ordinal) || Type.EndsWith("StateExited", StringComparison.Ordinal)
        ? (string?)Details?["name"]
        : null;

    /// <summary>The member of GetExecutionHistory's event that holds the details.</summary>
    public string DetailsMember => Type switch
    {
        _ when Type.EndsWith("StateEntered", StringComparison.Ordinal) => "stateEnteredEventDetails",
        _ when Type.EndsWith("StateExited", StringComparison.Ordinal) => "stateExitedEventDetails",
        _ => char.ToLowerInvariant(Type[0]) + Type[1..] + "EventDetails",
    };
}
