namespace IncidentServerless.Functions.Reconcile;

/// <summary>The detail of what wakes Reconcile: a Step Functions status change, or nothing (the schedule).</summary>
public sealed record ReconcileTrigger
{
    /// <summary>The name of the execution whose status changed; null on the schedule.</summary>
    public string? Name { get; init; }

    public string? Status { get; init; }
}
