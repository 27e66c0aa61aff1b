using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

public class AlarmEventPatternTests
{
    private static readonly EventPattern Pattern = EventPattern.Parse(AlarmEventPattern.Json);

    [Theory]
    [InlineData("latency-firing.json", true)]
    [InlineData("platform-down-composite.json", true)]
    [InlineData("contributor-recovered.json", true)]
    [InlineData("muted-firing.json", true)]
    [InlineData("suite-own.json", false)]
    [InlineData("target-tracking.json", false)]
    [InlineData("configuration-change.json", false)]
    [InlineData("health-event.json", false)]
    public void Matches_Sample_TakesChangesOfStateOfOthersAlarms(string sample, bool expected) =>
        Assert.Equal(expected, Pattern.Matches(Samples.Read(sample)));
}
