namespace IncidentServerless.LocalCloud.Clock;

/// <summary>The time of this machine. Holds have no meaning here: real time cannot be held.</summary>
/// <param name="failed">Told when a timer's callback fails. Default: a line on standard error.</param>
/// <param name="time">Default: the system's.</param>
public sealed class RealClock(Action<Exception>? failed = null, TimeProvider? time = null) : ICloudClock
{
    // A system timer takes at most 49 days; longer waits are taken in steps.
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(20);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Action<Exception> failed = failed ?? (failure => Console.Error.WriteLine($"A timer's callback failed: {failure}"));

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => time.GetUtcNow();

    /// <inheritdoc/>
    public IDisposable Hold(string reason) => new Undo(() => { });

    /// <inheritdoc/>
    public IDisposable Schedule(DateTimeOffset due, Func<Task> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var cancellation = new CancellationTokenSource();
        _ = RunAtAsync(due, callback, cancellation.Token);
        return new Undo(cancellation.Cancel);
    }

    private async Task RunAtAsync(DateTimeOffset due, Func<Task> callback, CancellationToken cancellation)
    {
        try
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            while (due - UtcNow is { Ticks: > 0 } left && !cancellation.IsCancellationRequested)
            {
                var step = left < LongestStep ? left : LongestStep;
                await Task.Delay(step, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (!cancellation.IsCancellationRequested)
            {
                await callback();
            }
        }
        catch (Exception failure)
        {
            failed(failure);
        }
    }
}
