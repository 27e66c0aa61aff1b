using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;

namespace IncidentServerless.Domain.Updates;

/// <summary>All that a status update is made of.</summary>
public sealed record UpdateContext
{
    public required Incident Incident { get; init; }

    /// <summary>The events so far, oldest first.</summary>
    public required ImmutableArray<IncidentEvent> Timeline { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>In which time the next one comes; null when this is the last.</summary>
    public TimeSpan? Pace { get; init; }

    public PageLinks Links { get; init; } = PageLinks.None;

    /// <summary>What happened since the last update, without what is only about telling people.</summary>
    public ImmutableArray<IncidentEvent> News =>
        [.. Timeline.Skip(Incident.UpdatedVersion).Where(happened => happened is not (UpdateSent or StatusPageUpdated or TicketUpdated or PeopleInformed or PagerDutyUpdated or PageSent or PagedDirectly))];
}
