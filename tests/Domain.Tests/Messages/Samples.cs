using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Tests.Messages;

/// <summary>One night's incident, and who is told of it.</summary>
internal static class Samples
{
    public const string Topic = "arn:aws:sns:eu-central-1:123456789012:incident-pages";
    public static readonly DateTimeOffset Opened = new(2026, 11, 23, 2, 4, 30, TimeSpan.Zero);
    public static readonly Actor Ana = new("Ana", "link in the page topic", Proven: false);
    public static readonly Actor Bo = new("Bo Lindqvist", "personal link", Proven: true);
    public static readonly SeverityRow PlatformDown = new("Platform down, data breach", TimeSpan.FromMinutes(15));
    public static readonly SeverityRow Degraded = new("Degraded performance, workaround exists", TimeSpan.FromHours(4));

    public static readonly Escalation Pages = new(
        MessageKind.Page,
        [
            new("On-call engineer", [Channel.Sns, Channel.Slack, Channel.PagerDuty], [], TimeSpan.FromMinutes(5)),
            new("On-call lead", [Channel.Sns, Channel.Slack], ["bo"], TimeSpan.FromMinutes(10)),
        ],
        TimeSpan.FromMinutes(30));

    public static readonly Escalation Notices = new(MessageKind.Notice, [new("Ticket queue", [Channel.Sns], [], TimeSpan.FromHours(4))], TimeSpan.FromHours(24));

    public static readonly PageLinks Links = new()
    {
        Topic = "https://respond.example/?link=dG9waWM.c2lnbmVk",
        Slack = "https://respond.example/?link=c2xhY2s.c2lnbmVk",
        PagerDuty = "https://respond.example/?link=cGFnZXI.c2lnbmVk",
        People = ImmutableDictionary<string, string>.Empty.Add("bo", "https://respond.example/?link=Ym8.c2lnbmVk"),
        ExpireAt = new DateTimeOffset(2026, 11, 26, 2, 5, 0, TimeSpan.Zero),
    };

    public static IncidentOpened Opening { get; } = new()
    {
        At = Opened,
        IncidentId = "INC-20261123-AB12CD34",
        Type = IncidentType.PartnerCentralApiFailure,
        Severity = SeverityLevel.Sev1,
        Title = "connector-partner-central: errors above 5 % & rising",
        Reason = "Threshold Crossed: 3 out of the last 3 datapoints [12.4, 9.1, 7.7] were greater than the threshold (5.0).",
        DedupKey = "cloudwatch-alarm:connector errors",
        Source = "cloudwatch-alarm",
        Account = "123456789012",
        Region = "eu-central-1",
        Resources = ["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:connector/errors above 5%"],
        Tenants = ["acme"],
        OccurredAt = new(2026, 11, 23, 2, 3, 55, TimeSpan.Zero),
        Route = "partner-central-errors",
    };

    public static PageContext Page(int level = 1, params IncidentEvent[] events)
    {
        ImmutableArray<IncidentEvent> timeline = [Opening, .. events];
        var incident = IncidentFold.Of(timeline)!;
        return new PageContext
        {
            Incident = incident,
            Severity = PlatformDown,
            Escalation = Pages,
            Round = incident.Paging.Round,
            Level = level,
            Now = timeline[^1].At,
            Links = Links,
            ExecutionArn = "arn:aws:states:eu-central-1:123456789012:execution:incident-paging:INC-20261123-AB12CD34-paging-g1",
            Timeline = timeline,
        };
    }

    public static PageSent Sent(int minute, int round, int level, params Delivery[] deliveries) =>
        new(round, level, MessageKind.Page, Pages.Levels[Math.Min(level, 2) - 1].Notify, [.. deliveries]) { At = At(minute) };

    /// <summary>Minutes after the opening.</summary>
    public static DateTimeOffset At(int minute) => Opened + TimeSpan.FromMinutes(minute);
}
