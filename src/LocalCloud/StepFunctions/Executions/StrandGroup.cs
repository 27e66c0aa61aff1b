using IncidentServerless.LocalCloud.StepFunctions.Errors;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>Strands that stand and fall together: the branches of a Parallel, the iterations of a Map; the execution itself is the outermost.</summary>
internal sealed class StrandGroup(StrandGroup? outer = null) : IDisposable
{
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(outer?.Aborted ?? CancellationToken.None);

    /// <summary>The failure that brought the group down; null while there is none.</summary>
    public StatesError? Failure { get; private set; }

    public CancellationToken Aborted => source.Token;

    /// <summary>The event that those who are given up point back to.</summary>
    public long FailureEventId => Failure?.EventId ?? outer?.FailureEventId ?? 0;

    /// <summary>Gives up the members that still run. Only the first failure counts.</summary>
    public void Fail(StatesError failure)
    {
        if (Failure is null)
        {
            Failure = failure;
            source.Cancel();
        }
    }

    public void Stop() => source.Cancel();

    public void Dispose() => source.Dispose();
}
