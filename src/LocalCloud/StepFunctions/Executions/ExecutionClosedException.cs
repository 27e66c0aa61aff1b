namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>The execution has ended: whatever still runs of it unwinds, unseen.</summary>
internal sealed class ExecutionClosedException : Exception;

/// <summary>A sibling failed, so this branch or iteration is given up.</summary>
/// <param name="failureEventId">The event that tells the sibling's failure.</param>
internal sealed class StrandAbortedException(long failureEventId) : Exception
{
    public long FailureEventId { get; } = failureEventId;
}
