namespace IncidentServerless.LocalCloud.Clock;

/// <summary>
/// Time that moves only while somebody runs it (<see cref="RunUntilAsync"/>, <see cref="IdleAsync"/>), and then jumps from timer to timer:
/// one at a time, in due order, among equals the first scheduled first, and only when nothing holds the clock. Thread-safe.
/// </summary>
/// <remarks>A timer that is already due when it is scheduled fires at once, held clock or not, so that a holder may wait for it.</remarks>
/// <param name="start">The first moment.</param>
/// <param name="holdLimit">How long, in real time, one hold may keep a run waiting before the run fails. Default: 60 seconds.</param>
/// <param name="realTime">Measures <paramref name="holdLimit"/>. Default: the system's.</param>
public sealed class VirtualClock(DateTimeOffset start, TimeSpan? holdLimit = null, TimeProvider? realTime = null) : ICloudClock
{
    private readonly Lock gate = new();
    private readonly TimeProvider realTime = realTime ?? TimeProvider.System;
    private readonly TimeSpan holdLimit = holdLimit ?? TimeSpan.FromSeconds(60);
    private readonly PriorityQueue<VirtualTimer, (DateTimeOffset Due, long Order)> timers = new();
    private readonly LinkedList<ClockHold> holds = new();
    private readonly List<ClockRun> runs = [];
    private DateTimeOffset now = start.ToUniversalTime();
    private long scheduled;
    private Exception? unreported;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }
    }

    /// <summary>What keeps the clock now, oldest first.</summary>
    public IReadOnlyList<string> Holds
    {
        get
        {
            lock (gate)
            {
                return [.. holds.Select(hold => hold.Reason)];
            }
        }
    }

    /// <inheritdoc/>
    public IDisposable Hold(string reason)
    {
        lock (gate)
        {
            return Open(reason);
        }
    }

    /// <inheritdoc/>
    public IDisposable Schedule(DateTimeOffset due, Func<Task> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(due.ToUniversalTime(), callback);
        lock (gate)
        {
            if (timer.Due <= now)
            {
                Start(timer);
            }
            else
            {
                timers.Enqueue(timer, (timer.Due, scheduled++));
                Pump();
            }
        }

        return new Undo(() => Cancel(timer));
    }

    /// <summary>Lets time pass to <paramref name="moment"/>, firing every timer due until then (also those scheduled on the way).</summary>
    /// <returns>Ends when the moment is reached and nothing holds; at once, but for holds, when it is past.</returns>
    /// <exception cref="ClockStuckException">Something held the clock longer than the limit.</exception>
    /// <exception cref="TimerFailedException">A timer's callback failed, now or since the run before.</exception>
    public Task RunUntilAsync(DateTimeOffset moment) => Run(new ClockRun(moment.ToUniversalTime(), ReachesLimit: true));

    /// <summary>Jumps from timer to timer until nothing holds and no timer is due until <paramref name="limit"/>. Time stays at the last timer fired.</summary>
    /// <returns>True if no timer remains; false if one lies after <paramref name="limit"/>.</returns>
    /// <exception cref="ClockStuckException">Something held the clock longer than the limit.</exception>
    /// <exception cref="TimerFailedException">A timer's callback failed, now or since the run before.</exception>
    public Task<bool> IdleAsync(DateTimeOffset? limit = null) =>
        Run(new ClockRun(limit?.ToUniversalTime() ?? DateTimeOffset.MaxValue, ReachesLimit: false));

    private async Task<bool> Run(ClockRun run)
    {
        using var watch = realTime.CreateTimer(_ => FailIfStuck(run), null, holdLimit, holdLimit / 4);
        lock (gate)
        {
            run.StartedAt = realTime.GetTimestamp();
            runs.Add(run);
            runs.Sort((one, other) => one.Limit.CompareTo(other.Limit));
            if (unreported is { } failure)
            {
                FailRuns(failure);
            }

            Pump();
        }

        return await run.Completion.Task;
    }

    // Under the gate. Fires at most one timer: its end pumps again.
    private void Pump()
    {
        while (holds.Count == 0 && runs.Count > 0)
        {
            while (timers.TryPeek(out var dead, out _) && dead.Cancelled)
            {
                timers.Dequeue();
            }

            var run = runs[0];
            if (timers.TryPeek(out var timer, out _) && timer.Due <= run.Limit)
            {
                timers.Dequeue();
                now = timer.Due > now ? timer.Due : now;
                Start(timer);
                return;
            }

            if (run.ReachesLimit && run.Limit > now)
            {
                now = run.Limit;
            }

            runs.RemoveAt(0);
            run.Completion.SetResult(timers.Count == 0);
        }
    }

    private void Start(VirtualTimer timer)
    {
        var hold = Open("a timer's callback");
        _ = Task.Run(async () =>
        {
            try
            {
                if (!timer.Cancelled)
                {
                    await timer.Callback();
                }
            }
            catch (Exception failure)
            {
                FailRuns(new TimerFailedException(failure));
            }
            finally
            {
                hold.Dispose();
            }
        });
    }

    private Undo Open(string reason)
    {
        var node = holds.AddLast(new ClockHold(reason, realTime.GetTimestamp()));
        return new Undo(() => Release(node));
    }

    private void Release(LinkedListNode<ClockHold> hold)
    {
        lock (gate)
        {
            holds.Remove(hold);
            Pump();
        }
    }

    private void Cancel(VirtualTimer timer)
    {
        lock (gate)
        {
            timer.Cancelled = true;
        }
    }

    private void FailRuns(Exception failure)
    {
        lock (gate)
        {
            foreach (var run in runs)
            {
                run.Completion.SetException(failure);
            }

            unreported = runs.Count == 0 ? failure : null;
            runs.Clear();
        }
    }

    private void FailIfStuck(ClockRun run)
    {
        lock (gate)
        {
            var stuck = holds.Where(hold => realTime.GetElapsedTime(Math.Max(hold.OpenedAt, run.StartedAt)) >= holdLimit).ToList();
            if (stuck.Count > 0 && runs.Remove(run))
            {
                run.Completion.SetException(new ClockStuckException(now, holdLimit, [.. stuck.Select(hold => hold.Reason)]));
            }
        }
    }
}
