using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.Tests.Clock;

public class VirtualClockTests
{
    private static readonly DateTimeOffset Noon = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock clock = new(Noon);
    private readonly List<string> fired = [];

    [Fact]
    public async Task Run_TimersOutOfOrder_FireInDueOrderEachAtItsMoment()
    {
        At(3, "three");
        At(1, "one");
        At(2, "two");

        await clock.RunUntilAsync(Noon.AddSeconds(10));

        Assert.Equal(["one@1", "two@2", "three@3"], fired);
        Assert.Equal(Noon.AddSeconds(10), clock.UtcNow);
    }

    [Fact]
    public async Task Run_TimersOfOneMoment_FireAsScheduledAndOneAtATime()
    {
        var running = 0;
        foreach (var name in Enumerable.Range(0, 20))
        {
            clock.Schedule(Noon.AddSeconds(1), async () =>
            {
                Assert.Equal(1, Interlocked.Increment(ref running));
                await Task.Yield();
                Note($"{name}");
                Interlocked.Decrement(ref running);
            });
        }

        await clock.RunUntilAsync(Noon.AddSeconds(1));

        Assert.Equal(Enumerable.Range(0, 20).Select(name => $"{name}@1"), fired);
    }

    [Fact]
    public async Task Run_TimerBeyondTheMoment_StaysAndFiresInTheNextRun()
    {
        At(5, "late");

        await clock.RunUntilAsync(Noon.AddSeconds(4));
        Assert.Empty(fired);

        await clock.RunUntilAsync(Noon.AddSeconds(5));
        Assert.Equal(["late@5"], fired);
    }

    [Fact]
    public async Task Run_CallbackSchedulesMore_NewTimersFireOnTheWay()
    {
        clock.Schedule(Noon.AddSeconds(1), () =>
        {
            At(2, "child");
            return Task.CompletedTask;
        });

        await clock.RunUntilAsync(Noon.AddSeconds(3));

        Assert.Equal(["child@2"], fired);
    }

    [Fact]
    public async Task Run_HeldClock_WaitsForTheLastRelease()
    {
        At(1, "one");
        var first = clock.Hold("first");
        var second = clock.Hold("second");

        var run = clock.RunUntilAsync(Noon.AddSeconds(2));
        first.Dispose();
        first.Dispose();

        Assert.Equal(["second"], clock.Holds);
        Assert.False(run.IsCompleted);
        Assert.Equal(Noon, clock.UtcNow);

        second.Dispose();
        await run;
        Assert.Equal(["one@1"], fired);
    }

    [Fact]
    public async Task Run_CallbackLeavesAHold_TimeStandsUntilItIsReleased()
    {
        IDisposable? hold = null;
        clock.Schedule(Noon.AddSeconds(1), () =>
        {
            hold = clock.Hold("left behind");
            return Task.CompletedTask;
        });
        clock.Schedule(Noon.AddSeconds(1), () =>
        {
            Assert.Fail("A timer fired while the clock was held.");
            return Task.CompletedTask;
        }).Dispose();
        At(2, "two");

        var run = clock.RunUntilAsync(Noon.AddSeconds(2));
        while (hold is null || clock.Holds.Count > 1)
        {
            await Task.Yield();
        }

        Assert.Equal(Noon.AddSeconds(1), clock.UtcNow);
        hold.Dispose();
        await run;
        Assert.Equal(["two@2"], fired);
    }

    [Fact]
    public async Task Schedule_NobodyRuns_NothingFires()
    {
        At(1, "one");

        clock.Hold("step").Dispose();

        Assert.Equal(Noon, clock.UtcNow);
        Assert.False(await clock.IdleAsync(Noon));
        Assert.Empty(fired);
    }

    [Fact]
    public async Task Schedule_AlreadyDue_FiresAtOnceEvenUnderAHold()
    {
        var done = new TaskCompletionSource();
        using var hold = clock.Hold("waits for the timer");

        clock.Schedule(Noon.AddSeconds(-1), () =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });

        await done.Task;
        Assert.Equal(Noon, clock.UtcNow);
    }

    [Fact]
    public async Task Schedule_Cancelled_DoesNotFire()
    {
        At(1, "cancelled").Dispose();

        await clock.RunUntilAsync(Noon.AddSeconds(2));

        Assert.Empty(fired);
    }

    [Fact]
    public async Task Run_HoldLongerThanTheLimit_FailsNamingTheReasons()
    {
        var stuck = new VirtualClock(Noon, holdLimit: TimeSpan.FromMilliseconds(5));
        stuck.Hold("invocation of RecordIncident");
        stuck.Hold("request to SQS");

        var failure = await Assert.ThrowsAsync<ClockStuckException>(() => stuck.RunUntilAsync(Noon.AddSeconds(1)));

        Assert.Equal(
            "Virtual time stands at 2025-03-01T12:00:00Z because of something that has not ended in 0.005 s of real time: invocation of RecordIncident; request to SQS.",
            failure.Message);
    }

    [Fact]
    public async Task Run_CallbackFails_FailsWithItsMessage()
    {
        clock.Schedule(Noon.AddSeconds(1), () => throw new InvalidOperationException("no such queue"));

        var failure = await Assert.ThrowsAsync<TimerFailedException>(() => clock.RunUntilAsync(Noon.AddSeconds(2)));

        Assert.Equal("The callback of a timer failed: no such queue", failure.Message);
    }

    [Fact]
    public async Task Run_CallbackFailedBefore_FailsOnceAndThenGoesOn()
    {
        clock.Schedule(Noon, () => throw new InvalidOperationException("too early"));
        while (clock.Holds.Count > 0)
        {
            await Task.Yield();
        }

        await Assert.ThrowsAsync<TimerFailedException>(() => clock.RunUntilAsync(Noon.AddSeconds(1)));
        await clock.RunUntilAsync(Noon.AddSeconds(1));

        Assert.Equal(Noon.AddSeconds(1), clock.UtcNow);
    }

    [Fact]
    public async Task Run_TwoAtOnce_TheEarlierMomentEndsFirst()
    {
        At(2, "between");
        var hold = clock.Hold("both runs wait");
        var late = clock.RunUntilAsync(Noon.AddSeconds(3));
        var early = clock.RunUntilAsync(Noon.AddSeconds(1)).ContinueWith(_ => Note("early"), TaskContinuationOptions.ExecuteSynchronously);

        hold.Dispose();
        await Task.WhenAll(late, early);

        Assert.Contains("between@2", fired);
        Assert.Equal(Noon.AddSeconds(3), clock.UtcNow);
    }

    [Fact]
    public async Task Idle_NoTimerLeft_TrueAtTheLastTimersMoment()
    {
        At(7, "last");

        Assert.True(await clock.IdleAsync());

        Assert.Equal(["last@7"], fired);
        Assert.Equal(Noon.AddSeconds(7), clock.UtcNow);
    }

    [Fact]
    public async Task Idle_TimerBeyondTheLimit_FalseAndItWaits()
    {
        At(1, "one");
        At(100, "far");

        Assert.False(await clock.IdleAsync(Noon.AddSeconds(10)));

        Assert.Equal(["one@1"], fired);
        Assert.Equal(Noon.AddSeconds(1), clock.UtcNow);
    }

    private IDisposable At(int second, string name) => clock.Schedule(Noon.AddSeconds(second), () =>
    {
        Note(name);
        return Task.CompletedTask;
    });

    private void Note(string name)
    {
        lock (fired)
        {
            fired.Add($"{name}@{(clock.UtcNow - Noon).TotalSeconds}");
        }
    }
}
