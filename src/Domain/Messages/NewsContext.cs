using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Messages;

/// <summary>All that a message about what is new is made of: news, or that somebody took it, that it recovered or ended, or both.</summary>
public sealed record NewsContext
{
    public required Incident Incident { get; init; }
    public required RemediationPolicy Remediation { get; init; }

    /// <summary>What people have not been told yet, oldest first.</summary>
    public required ImmutableArray<IncidentEvent> News { get; init; }

    /// <summary>What whoever was paged has not been told yet of who has it, and whether it goes on, oldest first.</summary>
    public ImmutableArray<IncidentEvent> Settled { get; init; } = [];

    /// <summary>When it is paged again if nothing moves; null when nobody has it.</summary>
    public DateTimeOffset? PagedAgainAt { get; init; }

    /// <summary>When it counts as over if it stays quiet; null when it has not recovered.</summary>
    public DateTimeOffset? OverAt { get; init; }

    public required DateTimeOffset Now { get; init; }
    public PageLinks Links { get; init; } = PageLinks.None;

    /// <summary>The runbook's execution, for a link to the console; null when none is known.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>Actions that wait for a person's yes.</summary>
    public IEnumerable<ActionRecord> Awaiting => Incident.Actions.Where(record => record.Status == ActionStatus.AwaitingApproval);

    /// <summary>Those of them that this message asks about.</summary>
    public IEnumerable<ActionRecord> ToApprove => News.IsEmpty ? [] : Awaiting;

    /// <summary>Actions that automation does soon unless somebody refuses.</summary>
    public IEnumerable<ActionRecord> Announced => Actions.Where(record => record.Status == ActionStatus.Planned);

    /// <summary>Actions that are in place and can be undone by link.</summary>
    public IEnumerable<ActionRecord> ToUndo => Actions.Where(record => RemediationRules.UndoEnds(record, Remediation) is { } ends && Now < ends);

    // Told with the news, and not once more with who took it.
    private ImmutableArray<ActionRecord> Actions => News.IsEmpty ? [] : Incident.Actions;
}
