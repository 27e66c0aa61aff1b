using IncidentServerless.Domain.Signals.Sources.CostAnomaly;
using IncidentServerless.Domain.Tests.Signals.Sources.Cost;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CostAnomaly;

public class AnomalyClassifierTests
{
    private static readonly EventPattern Pattern = EventPattern.Parse(AnomalyEventPattern.Json);

    [Fact]
    public void Classify_Event_TellsWhatIsKnown()
    {
        var signal = Samples.Anomalies.Signal("event.json");

        Assert.Equal(("cost-anomaly", "210987654321", "us-east-1"), (signal.Source, signal.Account, signal.Region));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 7, 40, 11, TimeSpan.Zero), signal.OccurredAt);
        Assert.Equal(
            [
                "arn:aws:ce::210987654321:anomalymonitor/6e0f3a52-70c1-4a8e-9d2b-0c5f1e7a9b10",
                "service=AWS Lambda",
                "usageType=EU-Lambda-GB-Second",
                "region=eu-west-1",
                "account=333344445555",
            ],
            signal.Resources.AsEnumerable());
    }

    [Fact]
    public void Classify_OneAnomalyByBusAndByTopic_MeetsInOneKey() =>
        Assert.Equal(Samples.Anomalies.Signal("event.json").DedupKey, Samples.Anomalies.Signal("notification.json").DedupKey);

    [Fact]
    public void Classify_SeveralCauses_NamesDifferentResourcesAndNotTooMany()
    {
        var resources = Samples.Anomalies.Signal("several-causes.json").Resources;

        Assert.Equal(10, resources.Length);
        Assert.Equal(resources.Distinct(), resources);
    }

    [Theory]
    [InlineData("event.json", true)]
    [InlineData("no-numbers.json", true)]
    [InlineData("another-kind.json", false)]
    [InlineData("notification.json", false)]
    public void Matches_Sample_TakesAnomalies(string sample, bool expected) => Assert.Equal(expected, Pattern.Matches(Samples.Anomalies.Read(sample)));
}
