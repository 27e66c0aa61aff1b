using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Tasks;

/// <summary>Keeps the clock while a task's call is made, but for the times that the call itself lets pass.</summary>
internal sealed class CallHold(ICloudClock clock, string reason) : IDisposable
{
    private IDisposable hold = clock.Hold(reason);

    /// <exception cref="OperationCanceledException">The task no longer waits for the call.</exception>
    public async Task PassTimeUntilAsync(DateTimeOffset moment, CancellationToken abandoned)
    {
        using var arrived = new Wakeup<bool>(clock, reason, abandoned);
        using var timer = clock.Schedule(moment, () =>
        {
            arrived.TryWake(true);
            return Task.CompletedTask;
        });
        hold.Dispose();
        hold = (await arrived.TakeAsync()).Hold;
        abandoned.ThrowIfCancellationRequested();
    }

    public void Dispose() => hold.Dispose();
}
