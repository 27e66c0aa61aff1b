namespace IncidentServerless.LocalCloud.StepFunctions;

/// <summary>An execution has a new status.</summary>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Input">JSON text.</param>
/// <param name="Output">JSON text; null unless it succeeded.</param>
/// <param name="StopDate">Null while it runs.</param>
public sealed record ExecutionStatusChange(
    string ExecutionArn,
    string StateMachineArn,
    string Name,
    string Status,
    string Input,
    string? Output,
    string? Error,
    string? Cause,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate);
