using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Messages;

/// <summary>All that the messages of one paging step are made of.</summary>
public sealed record PageContext
{
    public required Incident Incident { get; init; }

    /// <summary>The row of the incident's severity.</summary>
    public required SeverityRow Severity { get; init; }

    /// <summary>The escalation of the incident's severity.</summary>
    public required Escalation Escalation { get; init; }

    /// <summary>From 1; see <see cref="PagingProgress.Round"/>.</summary>
    public required int Round { get; init; }

    /// <summary>The level that is paged now, from 1. It counts on past the last row while that one repeats.</summary>
    public required int Level { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The acknowledgement that ran out, when that is why this page is sent; else null.</summary>
    public Acknowledgement? Expired { get; init; }

    /// <summary>The response time of the severity has just passed with nobody on it.</summary>
    public bool ResponseMissed { get; init; }

    public PageLinks Links { get; init; } = PageLinks.None;

    /// <summary>The workflow's execution, for a link to the console; null when none runs.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>Set when the classifier pages by itself: why the workflows did not start.</summary>
    public string? WorkflowsFailed { get; init; }

    /// <summary>The events so far, oldest first. They make the words more exact (who asked for help, why it came back); empty is allowed.</summary>
    public ImmutableArray<IncidentEvent> Timeline { get; init; } = [];

    /// <summary>A page asks for an acknowledgement now; a notice informs.</summary>
    public MessageKind Kind => Escalation.Kind;

    /// <summary>The row of <see cref="Escalation"/> that is paged; the last one while it repeats. Set where it is to name who is on call.</summary>
    public EscalationLevel Told { get => field ?? Escalation.Levels[Row(Level)]; init; }

    /// <summary>The row that is paged if nobody acknowledges. Set where it is to name who will be on call then.</summary>
    public EscalationLevel Next { get => field ?? Escalation.Levels[Row(Level + 1)]; init; }

    /// <summary>The number of the row that is paged, from 1.</summary>
    public int ToldNumber => Row(Level) + 1;

    /// <summary>The number of the row that is paged next, from 1; the same number while the last one repeats.</summary>
    public int NextNumber => Row(Level + 1) + 1;

    /// <summary>0 for the first page of a row, 1 for its first repetition.</summary>
    public int Repetition => Math.Max(0, Level - Escalation.Levels.Count);

    /// <summary>When the next row is paged if nobody acknowledges.</summary>
    public DateTimeOffset NextAt { get => field == default ? Now + Told.Wait : field; init; }

    /// <summary>By when somebody must have responded (runbook 1), counted from the opening.</summary>
    public DateTimeOffset RespondBy => Incident.OpenedAt + Severity.RespondWithin;

    private int Row(int level) => Math.Clamp(level, 1, Escalation.Levels.Count) - 1;
}
