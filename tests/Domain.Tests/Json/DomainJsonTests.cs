using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Json;

/// <summary>What is stored is read back as it was: a timeline must survive any version.</summary>
public sealed class DomainJsonTests
{
    public static TheoryData<string> EventKinds() => [.. Events.Select(each => each.GetType().Name)];

    private static IReadOnlyList<IncidentEvent> Events { get; } =
    [
        Opened() with { Reason = "Threshold crossed", Description = "Restart it", Resources = ["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:x"], Tenants = ["acme"] },
        new SignalsAttached(10) { At = Noon },
        new SeverityRaised(SeverityLevel.Sev2, SeverityLevel.Sev1, "worse") { At = Noon },
        new IncidentMitigated("OK") { At = Noon },
        new IncidentRelapsed("ALARM") { At = Noon },
        new IncidentReopened(2, "fired again") { At = Noon },
        new LifecycleRevived(2, "died") { At = Noon },
        Paged(1, 1, 0, ToPagerDuty(delivered: false), new Delivery(Channel.Sns, "ana", true, null)),
        new PagedDirectly("no workflows") { At = Noon },
        new PagerDutyUpdated(PagerDutyStatus.Resolved, [ToPagerDuty()]) { At = Noon },
        Acknowledged(Ben, 3),
        new AcknowledgementExpired(Ben) { At = Noon },
        new EscalationRequested(Ana) { At = Noon },
        new NoteAdded(Ana, "on it") { At = Noon },
        new IncidentResolved(null, "quiet") { At = Noon },
        new IncidentClosed { At = Noon },
    ];

    [Theory]
    [MemberData(nameof(EventKinds))]
    public void Event_WrittenAndRead_IsTheSame(string kind)
    {
        var happened = Events.Single(each => each.GetType().Name == kind);
        var text = JsonSerializer.Serialize(happened, DomainJson.Default.IncidentEvent);

        var read = JsonSerializer.Deserialize(text, DomainJson.Default.IncidentEvent)!;

        Assert.Equal(happened.GetType(), read.GetType());
        Assert.Equal(text, JsonSerializer.Serialize(read, DomainJson.Default.IncidentEvent));
    }

    [Fact]
    public void Events_OfEveryKind_AreTested() =>
        Assert.Equal(
            typeof(IncidentEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IncidentEvent))).Select(type => type.Name).Order(StringComparer.Ordinal),
            Events.Select(each => each.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Incident_WrittenAndRead_IsTheSame()
    {
        var incident = IncidentFold.Of([.. Events.Take(12)])!;
        var text = JsonSerializer.Serialize(incident, DomainJson.Default.Incident);

        var read = JsonSerializer.Deserialize(text, DomainJson.Default.Incident)!;

        Assert.Equal(text, JsonSerializer.Serialize(read, DomainJson.Default.Incident));
        Assert.Equal(incident.Raised.OrderBy(each => each.Key), read.Raised.OrderBy(each => each.Key));
        Assert.Equal((incident.Id, incident.Version, incident.Acknowledgement), (read.Id, read.Version, read.Acknowledgement));
    }

    [Fact]
    public void Command_AsAWorkflowWritesIt_IsRead()
    {
        var read = JsonSerializer.Deserialize(
            """
            {"kind":"record-page","incidentId":"INC-20260101-ABCDEFGH","generation":1,"at":"2026-01-01T12:00:00Z","commandId":"x","round":1,"level":1,
             "decidedAt":"2026-01-01T12:00:00Z","pagerDuty":null,
             "deliveries":[[{"channel":"sns","recipient":null,"delivered":true,"reason":null}],[],[{"channel":"slack","recipient":null,"delivered":false,"reason":"channel_not_found"}]]}
            """,
            DomainJson.Default.IncidentCommand);

        var page = Assert.IsType<RecordPage>(read);
        Assert.Equal([1, 0, 1], page.Deliveries.Select(branch => branch.Length));
        Assert.Equal((Channel.Slack, "channel_not_found"), (page.Deliveries[2][0].Channel, page.Deliveries[2][0].Reason));
    }
}
