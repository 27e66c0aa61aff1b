using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Messages;

/// <summary>All that a message about what is new is made of.</summary>
public sealed record NewsContext
{
    public required Incident Incident { get; init; }
    public required SeverityRow Severity { get; init; }
    public required RemediationPolicy Remediation { get; init; }

    /// <summary>What people have not been told yet, oldest first.</summary>
    public required ImmutableArray<IncidentEvent> News { get; init; }

    public required DateTimeOffset Now { get; init; }
    public PageLinks Links { get; init; } = PageLinks.None;

    /// <summary>The runbook's execution, for a link to the console; null when none is known.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>Actions that wait for a person's yes.</summary>
    public IEnumerable<ActionRecord> ToApprove => Incident.Actions.Where(record => record.Status == ActionStatus.AwaitingApproval);

    /// <summary>Actions that automation does soon unless somebody refuses.</summary>
    public IEnumerable<ActionRecord> Announced => Incident.Actions.Where(record => record.Status == ActionStatus.Planned);

    /// <summary>Actions that are in place and can be undone by link.</summary>
    public IEnumerable<ActionRecord> ToUndo => Incident.Actions.Where(record => RemediationRules.UndoEnds(record, Remediation) is { } ends && Now < ends);
}
