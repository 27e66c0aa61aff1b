using System.Collections.Immutable;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>How fast a story's first incident was dealt with, each from the moment its trouble began; null for what did not happen.</summary>
/// <param name="ToPage">Until the first page of any channel.</param>
/// <param name="ToAcknowledge">Until somebody first took it.</param>
/// <param name="ToResolve">Until it was over for good.</param>
internal sealed record Milestones(SeverityLevel? Severity, TimeSpan? ToPage, TimeSpan? ToAcknowledge, TimeSpan? ToResolve)
{
    public static Milestones Of(ImmutableArray<IncidentRecord> incidents)
    {
        if (incidents.FirstOrDefault() is not { } first)
        {
            return new(null, null, null, null);
        }

        var began = first.Incident.OccurredAt;
        TimeSpan? Until(IncidentEvent? happened) => happened is null ? null : happened.At - began;
        return new(
            first.Incident.Severity,
            Until(first.Timeline.FirstOrDefault(happened => happened is PageSent or PagedDirectly)),
            Until(first.Timeline.FirstOrDefault(happened => happened is IncidentAcknowledged)),
            first.Incident.IsActive ? null : Until(first.Timeline.LastOrDefault(happened => happened is IncidentResolved)));
    }
}
