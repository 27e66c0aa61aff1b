using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>How the policy file spells what code knows as enums.</summary>
internal static class PolicyWords
{
    public static IReadOnlyList<Word<SeverityLevel>> Severities { get; } =
    [
        new("SEV1", SeverityLevel.Sev1),
        new("SEV2", SeverityLevel.Sev2),
        new("SEV3", SeverityLevel.Sev3),
        new("SEV4", SeverityLevel.Sev4),
    ];

    /// <summary>What a signal may be: no route makes a drill of it.</summary>
    /// <summary>Null for what is none.</summary>
    public static SeverityLevel? Severity(string? word) => Severities.FirstOrDefault(known => known.Text == word)?.Meaning;

    public static IReadOnlyList<Word<IncidentType>> IncidentTypes { get; } =
        [.. Enum.GetValues<IncidentType>().Where(type => type != IncidentType.Drill).Select(type => new Word<IncidentType>(type.ToString(), type))];

    public static IReadOnlyList<Word<Channel>> Channels { get; } =
    [
        new("sns", Channel.Sns),
        new("slack", Channel.Slack),
        new("pagerDuty", Channel.PagerDuty),
    ];

    public static IReadOnlyList<Word<MessageKind>> MessageKinds { get; } =
    [
        new("page", MessageKind.Page),
        new("notice", MessageKind.Notice),
    ];
}
