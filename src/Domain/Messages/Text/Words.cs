using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Messages.Text;

/// <summary>What the fixed words of the domain are called in sentences.</summary>
public static class Words
{
    public static string Of(SeverityLevel severity) => severity switch
    {
        SeverityLevel.Sev1 => "SEV1",
        SeverityLevel.Sev2 => "SEV2",
        SeverityLevel.Sev3 => "SEV3",
        SeverityLevel.Sev4 => "SEV4",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "There are four severities."),
    };

    public static string Of(IncidentType type) => type switch
    {
        IncidentType.GeneralIncident => "General incident",
        IncidentType.PartnerCentralApiFailure => "Partner Central API failure",
        IncidentType.MarketplaceMeteringFailure => "Marketplace metering failure",
        IncidentType.DataQualityDegradation => "Data quality degradation",
        IncidentType.AuthenticationFailure => "Authentication failure",
        IncidentType.CostSpike => "Cost spike",
        IncidentType.SecurityFinding => "Security finding",
        IncidentType.Drill => "Drill",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No words for this incident type."),
    };

    public static string Of(IncidentStatus status) => status switch
    {
        IncidentStatus.Open => "Open",
        IncidentStatus.Acknowledged => "Acknowledged",
        IncidentStatus.Mitigated => "Mitigated",
        IncidentStatus.Resolved => "Resolved",
        IncidentStatus.Closed => "Closed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No words for this status."),
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Sns => "SNS",
        Channel.Slack => "Slack",
        Channel.PagerDuty => "PagerDuty",
        Channel.Ticket => "the ticket",
        Channel.Mail => "SES",
        Channel.StatusPage => "the status page",
        Channel.Document => "the bucket of post-mortems",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No words for this channel."),
    };

    public static string Of(PagerDutyStatus status) => status switch
    {
        PagerDutyStatus.Trigger => "triggered",
        PagerDutyStatus.Acknowledge => "acknowledged",
        PagerDutyStatus.Resolve => "resolved",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No words for this status."),
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Low => "not sure",
        Confidence.Medium => "fairly sure",
        Confidence.High => "sure",
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "No words for this confidence."),
    };

    /// <summary><c>Ana (name not verified)</c>.</summary>
    public static string Name(Actor actor)
    {
        var name = PlainText.Line(actor.Name, Limits.Name) is { Length: > 0 } given ? given : "somebody";
        return actor.Proven ? name : $"{name} (name not verified)";
    }

    /// <summary><c>Ana (name not verified), by link in the page topic</c>.</summary>
    public static string Deed(Actor actor) =>
        PlainText.Line(actor.How, Limits.Name) is { Length: > 0 } how ? $"{Name(actor)}, by {how}" : Name(actor);

    /// <summary>The first few of a list, and how many more there are: <c>a, b and 3 more</c>.</summary>
    public static string List(IReadOnlyList<string> items, int shown = Limits.ListItems)
    {
        var clean = items.Select(item => PlainText.Line(item, Limits.ListItem)).Where(item => item.Length > 0).ToList();
        var first = string.Join(", ", clean.Take(shown));
        return clean.Count > shown ? $"{first} and {clean.Count - shown} more" : first;
    }

    /// <summary>Ends with a full stop, unless it ends a sentence already.</summary>
    public static string Sentence(string text) => text.Length > 0 && ".!?…".Contains(text[^1]) ? text : text + ".";
}
