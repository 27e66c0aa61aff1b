using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Something that is to be done so that the incident does not come back (runbook 5.2, "Remediation").</summary>
/// <param name="Id"><c>i1</c>, <c>i2</c>, … within the incident.</param>
/// <param name="Text">1 to <see cref="LongestText"/> characters on one line.</param>
/// <param name="Owner">A name, or the id of somebody whom policy names; null while nobody has it.</param>
/// <param name="Due">The day by whose end (UTC) it is to be done, at its midnight; null while nobody said.</param>
public sealed record FollowUpItem(string Id, string Text, string? Owner, DateTimeOffset? Due)
{
    public const int LongestText = 300;

    /// <summary>So many are kept for an incident.</summary>
    public const int Most = 30;

    /// <summary>Whether a text is the id of an item, of whatever incident.</summary>
    public static bool IsId([NotNullWhen(true)] string? text) => text is ['i', >= '0' and <= '9', ..] and { Length: <= 10 };

    /// <summary>The day that somebody writes, <c>2026-12-31</c>, at its midnight UTC; null for what is none.</summary>
    public static DateTimeOffset? Day(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) && day.Year is > 2000 and < 2200 ? day : null;

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Its owner was told that it is overdue, for this due date.</summary>
    public bool Reminded { get; init; }

    /// <summary>From then on it is overdue; null when it cannot become so.</summary>
    public DateTimeOffset? OverdueAt => DoneAt is null && Due is { } due ? due.AddDays(1) : null;
}
