using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.Queues;

/// <summary>Waits for a message. A reader waits in real time too, so that one in a world whose clock stands gets its (empty) answer.</summary>
internal static class LongPoll
{
    public static async Task WaitAsync(MessageQueue queue, TimeSpan wait, ICloudClock clock, CancellationToken cancellation)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrived() => signal.TrySetResult();
        queue.Available += Arrived;
        using var timer = clock.Schedule(clock.UtcNow + wait, () =>
        {
            signal.TrySetResult();
            return Task.CompletedTask;
        });
        if (queue.VisibleCount == 0)
            await Task.WhenAny(signal.Task, Task.Delay(wait, cancellation));
        queue.Available -= Arrived;
    }
}
