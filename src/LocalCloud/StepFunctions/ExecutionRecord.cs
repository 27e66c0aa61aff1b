using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions;

/// <summary>An execution as it stands at the moment of asking.</summary>
/// <param name="Input">JSON text.</param>
/// <param name="Output">JSON text; null unless it succeeded.</param>
/// <param name="StopDate">Null while it runs.</param>
/// <param name="StateTransitions">What the service charges for: each state entered, and each retry.</param>
/// <param name="History">All events so far.</param>
public sealed record ExecutionRecord(
    string Arn,
    string MachineArn,
    string MachineName,
    string Name,
    string Status,
    string Input,
    string? Output,
    string? Error,
    string? Cause,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    int StateTransitions,
    IReadOnlyList<HistoryEvent> History)
{
    internal static ExecutionRecord Of(Execution execution)
    {
        var end = execution.End;
        return new ExecutionRecord(
            execution.Arn,
            execution.Machine.Arn,
            execution.Machine.Name,
            execution.Name,
            end?.Status ?? "RUNNING",
            execution.InputText,
            end?.Output,
            end?.Error,
            end?.Cause,
            execution.StartDate,
            end?.StopDate,
            execution.Transitions,
            execution.History.Events);
    }
}
