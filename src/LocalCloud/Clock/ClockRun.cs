namespace IncidentServerless.LocalCloud.Clock;

/// <summary>Somebody's wish that time pass.</summary>
/// <param name="Limit">Timers due until here fire.</param>
/// <param name="ReachesLimit">Whether time goes on to the limit when no timer is left before it.</param>
internal sealed record ClockRun(DateTimeOffset Limit, bool ReachesLimit)
{
    public TaskCompletionSource<bool> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A real-time stamp: a hold is patient with a run only from the run's start.</summary>
    public long StartedAt { get; set; }
}

/// <param name="Reason">What is going on.</param>
/// <param name="OpenedAt">A real-time stamp.</param>
internal sealed record ClockHold(string Reason, long OpenedAt);

internal sealed class VirtualTimer(DateTimeOffset due, Func<Task> callback)
{
    private volatile bool cancelled;

    public DateTimeOffset Due { get; } = due;

    public Func<Task> Callback { get; } = callback;

    public bool Cancelled
    {
        get => cancelled;
        set => cancelled = value;
    }
}
