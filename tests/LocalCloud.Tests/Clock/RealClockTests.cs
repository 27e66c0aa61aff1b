using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.Tests.Clock;

public class RealClockTests
{
    [Fact]
    public async Task Schedule_AlreadyDue_Fires()
    {
        var clock = new RealClock();
        var fired = new TaskCompletionSource();

        clock.Schedule(clock.UtcNow.AddDays(-1), () =>
        {
            fired.SetResult();
            return Task.CompletedTask;
        });

        await fired.Task;
    }

    [Fact]
    public async Task Schedule_SoonDue_FiresNotBeforeItsMoment()
    {
        var clock = new RealClock();
        var due = clock.UtcNow.AddMilliseconds(20);
        var fired = new TaskCompletionSource<DateTimeOffset>();

        clock.Schedule(due, () =>
        {
            fired.SetResult(clock.UtcNow);
            return Task.CompletedTask;
        });

        Assert.True(await fired.Task >= due);
    }

    [Fact]
    public async Task Schedule_CallbackFails_TellsTheOwner()
    {
        var told = new TaskCompletionSource<Exception>();
        var clock = new RealClock(told.SetResult);

        clock.Schedule(clock.UtcNow, () => throw new InvalidOperationException("no such queue"));

        Assert.Equal("no such queue", (await told.Task).Message);
    }

    [Fact]
    public async Task Schedule_YearsAhead_FiresThen()
    {
        var time = new LeapingTime();
        var fired = new TaskCompletionSource<DateTimeOffset>();
        var clock = new RealClock(fired.SetException, time);
        var due = clock.UtcNow.AddYears(9);

        clock.Schedule(due, () =>
        {
            fired.SetResult(clock.UtcNow);
            return Task.CompletedTask;
        });

        Assert.Equal(due, await fired.Task);
    }

    /// <summary>A time in which every wait is over at once.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private DateTimeOffset now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            now += dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
