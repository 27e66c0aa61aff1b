using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>
/// Something that a strand waits for, and that comes at most once. Who wakes takes a hold on the clock for the sleeper, so that no
/// virtual time passes between the cause and its effect.
/// </summary>
internal sealed class Wakeup<T> : IDisposable
{
    private readonly ICloudClock clock;
    private readonly string reason;
    private readonly TaskCompletionSource<Waking> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration abort;
    private bool taken;

    /// <param name="aborted">Cancelled when the sleeper is given up: it then wakes without a value.</param>
    public Wakeup(ICloudClock clock, string reason, CancellationToken aborted)
    {
        this.clock = clock;
        this.reason = reason;
        abort = aborted.Register(() => TryWake(default!, aborted: true));
    }

    /// <returns>False if it was awake already, or no longer waits.</returns>
    public bool TryWake(T value) => TryWake(value, aborted: false);

    /// <summary>Ends when woken. The hold is now the caller's.</summary>
    public async Task<Waking> TakeAsync()
    {
        var waking = await source.Task;
        taken = true;
        return waking;
    }

    public void Dispose()
    {
        abort.Dispose();
        if (!source.TrySetCanceled() && !taken && source.Task.IsCompletedSuccessfully)
        {
            source.Task.Result.Hold.Dispose();
        }
    }

    private bool TryWake(T value, bool aborted)
    {
        if (source.Task.IsCompleted)
        {
            return false;
        }

        var hold = clock.Hold(reason);
        if (source.TrySetResult(new Waking(value, aborted, hold)))
        {
            return true;
        }

        hold.Dispose();
        return false;
    }

    internal sealed record Waking(T Value, bool Aborted, IDisposable Hold);
}
