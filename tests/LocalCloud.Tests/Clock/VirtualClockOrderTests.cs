using CsCheck;
using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.Tests.Clock;

public class VirtualClockOrderTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Run_AnyTimers_FireSortedByDueThenByOrderOfScheduling() =>
        Gen.Int[1, 50].Array[0, 40].Sample(seconds =>
        {
            var clock = new VirtualClock(Start);
            var fired = new List<(int Second, int Order)>();
            for (var order = 0; order < seconds.Length; order++)
            {
                var entry = (seconds[order], order);
                clock.Schedule(Start.AddSeconds(seconds[order]), () =>
                {
                    Assert.Equal(Start.AddSeconds(entry.Item1), clock.UtcNow);
                    fired.Add(entry);
                    return Task.CompletedTask;
                });
            }

            clock.RunUntilAsync(Start.AddSeconds(25)).GetAwaiter().GetResult();
            Assert.Equal(seconds.Count(second => second <= 25), fired.Count);
            clock.RunUntilAsync(Start.AddSeconds(50)).GetAwaiter().GetResult();

            Assert.Equal(seconds.Select((second, order) => (second, order)).Order(), fired);
        }, iter: 200);
}
