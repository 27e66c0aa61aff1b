using System.Reflection;
using System.Text.Json.Serialization;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Messages;

public class TimelineTextTests
{
    internal static readonly IncidentEvent[] WholeIncident =
    [
        Samples.Opening,
        new PagedDirectly("StartExecution: ServiceUnavailable") { At = Samples.At(1) },
        new LifecycleRevived(2, "no living lifecycle was found") { At = Samples.At(2) },
        Samples.Sent(3, 1, 1, new(Channel.Sns, null, true, null), new(Channel.Slack, null, false, "channel_not_found"), new(Channel.PagerDuty, null, true, null)),
        new SignalsAttached(1) { At = Samples.At(4) },
        Samples.Sent(8, 1, 2, new(Channel.Sns, null, true, null), new(Channel.Sns, "bo", true, null), new(Channel.Slack, null, false, null)),
        new IncidentAcknowledged(Samples.Ana) { At = Samples.At(9) },
        new PagerDutyUpdated(PagerDutyStatus.Acknowledged, [new(Channel.PagerDuty, null, true, null)]) { At = Samples.At(10) },
        new NoteAdded(Samples.Bo, "Rate limit at Partner Central,\nretrying slower.") { At = Samples.At(15) },
        new SignalsAttached(10) { At = Samples.At(16) },
        new AcknowledgementExpired(Samples.Ana) { At = Samples.At(45) },
        Samples.Sent(45, 2, 1, new Delivery(Channel.PagerDuty, null, false, "429: Too Many Requests")),
        new EscalationRequested(Samples.Bo) { At = Samples.At(46) },
        new SeverityRaised(SeverityLevel.Sev2, SeverityLevel.Sev1, "a second tenant is affected") { At = Samples.At(47) },
        new IncidentMitigated("the alarm is OK") { At = Samples.At(60) },
        new IncidentRelapsed("the alarm is in ALARM") { At = Samples.At(62) },
        new IncidentMitigated("") { At = Samples.At(80) },
        new IncidentResolved(null, "Its signals stayed quiet for 15 min.") { At = Samples.At(95) },
        new PagerDutyUpdated(PagerDutyStatus.Resolved, [new(Channel.PagerDuty, null, false, "503")]) { At = Samples.At(95) },
        new IncidentReopened(3, "the alarm fired again") { At = Samples.At(100) },
        new IncidentResolved(Samples.Bo, "") { At = Samples.At(120) },
        new IncidentClosed { At = Samples.At(121) },
    ];

    [Fact]
    public void Timeline_WholeIncident_ReadsAsAStory() => Snapshot.Match(string.Join('\n', WholeIncident.Select(happened => $"{Times.Clock(happened.At, Samples.Opened)}  {TimelineText.Of(happened)}")));

    [Fact]
    public void Timeline_WholeIncident_HasEveryKindOfEvent()
    {
        var kinds = typeof(IncidentEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);
        Assert.Equal(kinds.ToHashSet(), WholeIncident.Select(happened => happened.GetType()).ToHashSet());
    }
}
