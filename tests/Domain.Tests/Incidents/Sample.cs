using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Tests.Incidents;

/// <summary>A small world for tests of the aggregate: noon, one incident, a policy with round numbers.</summary>
internal static class Sample
{
    public const string Id = "INC-20260101-ABCDEFGH";

    public static DateTimeOffset Noon { get; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static Actor Ana { get; } = new("Ana", "personal link", Proven: true);

    public static Actor Ben { get; } = new("Ben", "link in the page topic", Proven: false);

    public static IncidentPolicy Rules { get; } = new()
    {
        Severities = Every(_ => new SeverityRow("Something", TimeSpan.FromMinutes(15))),
        Routes = [],
        Fallback = new Fallback(IncidentType.GeneralIncident, SeverityLevel.Sev3),
        Escalation = Every(severity => new Escalation(
            severity <= SeverityLevel.Sev2 ? MessageKind.Page : MessageKind.Notice,
            [
                new EscalationLevel("On-call engineer", [Channel.Sns, Channel.PagerDuty, Channel.Slack], ["ana"], TimeSpan.FromMinutes(5)),
                new EscalationLevel("On-call lead", [Channel.Sns, Channel.PagerDuty], [], TimeSpan.FromMinutes(10)),
            ],
            TimeSpan.FromMinutes(30))),
        Recovery = new Recovery(TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)),
        People = new Dictionary<string, Person> { ["ana"] = new("Ana") },
        Channels = new Channels(new PagerDutyChannel("routing-key", OwnsEscalation: true), new SlackChannel("token", "#incident-response")),
        LinksExpireAfter = TimeSpan.FromDays(7),
    };

    public static IncidentOpened Opened(SeverityLevel severity = SeverityLevel.Sev2) => new()
    {
        At = Noon,
        IncidentId = Id,
        Type = IncidentType.GeneralIncident,
        Severity = severity,
        Title = "checkout latency is high",
        DedupKey = "cloudwatch-alarm:111122223333:eu-west-1:checkout-latency",
        Source = "cloudwatch-alarm",
        Account = "111122223333",
        Region = "eu-west-1",
        OccurredAt = Noon.AddMinutes(-1),
        Route = "latency",
    };

    /// <summary>For the sake of a dry run, which Ana began.</summary>
    public static IncidentOpened OpenedForADryRun(SeverityLevel severity = SeverityLevel.Sev1) =>
        Opened(severity) with { Runbook = new RunbookStarted("cost-spike", "arn:aws:states:eu-west-1:111122223333:execution:runbook-cost-spike:one", "Ana", DryRun: true) { At = Noon } };

    public static PageSent Paged(int round, int level, double minute, params Delivery[] deliveries) =>
        new(round, level, MessageKind.Page, level == 1 ? "On-call engineer" : "On-call lead", [.. deliveries]) { At = Noon.AddMinutes(minute) };

    public static IncidentAcknowledged Acknowledged(Actor by, double minute) => new(by) { At = Noon.AddMinutes(minute) };

    public static Delivery ToPagerDuty(bool delivered = true) => new(Channel.PagerDuty, null, delivered, delivered ? null : "States.Http.StatusCode.500");

    private static ImmutableDictionary<SeverityLevel, T> Every<T>(Func<SeverityLevel, T> row) =>
        Enum.GetValues<SeverityLevel>().ToImmutableDictionary(severity => severity, row);
}
