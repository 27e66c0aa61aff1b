using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>How the policy file spells what code knows as enums.</summary>
internal static class PolicyWords
{
    public static IReadOnlyList<(string Word, SeverityLevel Meaning)> Severities { get; } =
    [
        ("SEV1", SeverityLevel.Sev1),
        ("SEV2", SeverityLevel.Sev2),
        ("SEV3", SeverityLevel.Sev3),
        ("SEV4", SeverityLevel.Sev4),
    ];

    public static IReadOnlyList<(string Word, IncidentType Meaning)> IncidentTypes { get; } =
        [.. Enum.GetValues<IncidentType>().Select(type => (type.ToString(), type))];

    public static IReadOnlyList<(string Word, Channel Meaning)> Channels { get; } =
    [
        ("sns", Channel.Sns),
        ("slack", Channel.Slack),
        ("pagerDuty", Channel.PagerDuty),
    ];

    public static IReadOnlyList<(string Word, MessageKind Meaning)> MessageKinds { get; } =
    [
        ("page", MessageKind.Page),
        ("notice", MessageKind.Notice),
    ];
}
