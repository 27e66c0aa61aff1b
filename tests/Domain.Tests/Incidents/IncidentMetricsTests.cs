using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Incidents;

public sealed class IncidentMetricsTests
{
    [Fact]
    public void Course_OfAnIncident_IsCountedAndTimedFromItsDetection() => Assert.Equal(
        [
            "Opened 1", "Paged 1", "TimeToPage 60", "Paged 1", "ResponseTimeMissed 1", "Acknowledged 1", "TimeToAcknowledge 1200", "Mitigated 1", "TimeToMitigate 1800", "Resolved 1", "TimeToResolve 3600",
        ],
        Metrics(
            Opened(SeverityLevel.Sev1),
            Paged(1, 1, 1),
            Paged(1, 2, 5),
            new ResponseTargetMissed(SeverityLevel.Sev1, TimeSpan.FromMinutes(15)) { At = Noon.AddMinutes(15) },
            Acknowledged(Ana, 20),
            Acknowledged(Ben, 25),
            new IncidentMitigated("OK") { At = Noon.AddMinutes(30) },
            new NoteAdded(Ana, "x") { At = Noon.AddMinutes(40) },
            new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(60) },
            new IncidentClosed { At = Noon.AddMinutes(60) }));

    [Fact]
    public void FalseAlarm_IsCountedAsSuchAndTimesNothing() =>
        Assert.Equal(["Opened 1", "FalseAlarms 1"], Metrics(Opened(), new IncidentResolved(Ana, "probe") { At = Noon.AddMinutes(5), FalseAlarm = true }));

    [Fact]
    public void DryRun_IsNotCounted() => Assert.Empty(Metrics(OpenedForADryRun(), new IncidentResolved(null, "It was a dry run; nothing was changed.") { At = Noon.AddMinutes(1) }));

    [Fact]
    public void Drill_IsCountedApartAndTimesNothing() => Assert.Equal(
        ["Drills 1", "DrillsTaken 1"],
        Metrics(
            Opened(SeverityLevel.Sev1) with { Type = IncidentType.Drill },
            Paged(1, 1, 1),
            new ResponseTargetMissed(SeverityLevel.Sev1, TimeSpan.FromMinutes(15)) { At = Noon.AddMinutes(15) },
            Acknowledged(Ana, 20),
            new IncidentResolved(null, "Drill: page taken by Ana after 20 min.") { At = Noon.AddMinutes(20), Drill = true },
            new IncidentClosed { At = Noon.AddMinutes(20) }));

    [Fact]
    public void Page_ThatNoChannelTook_IsCountedAndNobodyCountsAsReached() =>
        Assert.Equal(["Opened 1", "PagesUnheard 1"], Metrics(Opened(), Paged(1, 1, 0, ToPagerDuty(delivered: false))));

    private static IEnumerable<string> Metrics(params IncidentEvent[] events)
    {
        Incident? before = null;
        foreach (var happened in events)
        {
            foreach (var metric in IncidentMetrics.Of(before, happened))
            {
                yield return $"{metric.Name} {metric.Value}";
            }

            before = IncidentFold.Apply(before, happened);
        }
    }
}
