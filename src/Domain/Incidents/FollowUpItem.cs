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

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Its owner was told that it is overdue, for this due date.</summary>
    public bool Reminded { get; init; }

    /// <summary>From then on it is overdue; null when it cannot become so.</summary>
    public DateTimeOffset? OverdueAt => DoneAt is null && Due is { } due ? due.AddDays(1) : null;
}
