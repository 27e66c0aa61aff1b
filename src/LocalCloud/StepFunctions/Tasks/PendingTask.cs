using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Tasks;

/// <summary>A task that waits for its token. Without a heartbeat for HeartbeatSeconds it is given up.</summary>
internal sealed class PendingTask : IDisposable
{
    private readonly Lock gate = new();
    private readonly ICloudClock clock;
    private readonly long? heartbeatSeconds;
    private Wakeup<TaskOutcome>? sleeper;
    private IDisposable? heartbeat;

    public PendingTask(ICloudClock clock, Wakeup<TaskOutcome> sleeper, long? heartbeatSeconds)
    {
        this.clock = clock;
        this.sleeper = sleeper;
        this.heartbeatSeconds = heartbeatSeconds;
        Expect();
    }

    /// <returns>False if the task no longer waits.</returns>
    public bool TryComplete(TaskOutcome outcome)
    {
        lock (gate)
        {
            return sleeper?.TryWake(outcome) ?? false;
        }
    }

    /// <returns>False if the task no longer waits.</returns>
    public bool TryBeat()
    {
        lock (gate)
        {
            Expect();
            return sleeper is not null;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            sleeper = null;
            heartbeat?.Dispose();
        }
    }

    private void Expect()
    {
        heartbeat?.Dispose();
        if (heartbeatSeconds is { } seconds && sleeper is { } waiting)
        {
            heartbeat = clock.Schedule(clock.UtcNow.AddSeconds(seconds), () =>
            {
                waiting.TryWake(new TaskOutcome.TimedOut(MissedHeartbeat: true));
                return Task.CompletedTask;
            });
        }
    }
}
