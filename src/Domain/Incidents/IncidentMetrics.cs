using System.Collections.Immutable;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What is counted and timed of incidents, for dashboards: how many there are, and how soon they are paged, taken and over.</summary>
public static class IncidentMetrics
{
    /// <summary>What an event counts as; empty for one that nobody counts.</summary>
    /// <param name="before">As it was before the event; null for the event that opened it.</param>
    public static ImmutableArray<Metric> Of(Incident? before, IncidentEvent happened) => (before, happened) switch
    {
        (null, IncidentOpened { Type: IncidentType.Drill }) => [Metric.Count("Drills")],
        ({ IsDrill: true }, IncidentAcknowledged) => [Metric.Count("DrillsTaken")],
        ({ IsDrill: true } or { IsDryRun: true }, _) or (null, IncidentOpened { Runbook.DryRun: true }) => [],
        (null, IncidentOpened) => [Metric.Count("Opened")],
        ({ } incident, IncidentReopened) when !incident.IsActive => [Metric.Count("Reopened")],
        ({ }, PageSent { IsUnheard: true }) => [Metric.Count("PagesUnheard")],
        ({ PagedAt: null } incident, PageSent or PagedDirectly) => [Metric.Count("Paged"), Metric.Since("TimeToPage", incident.OpenedAt, happened.At)],
        ({ }, PageSent) => [Metric.Count("Paged")],
        ({ AcknowledgedAt: null } incident, IncidentAcknowledged) => [Metric.Count("Acknowledged"), Metric.Since("TimeToAcknowledge", incident.OpenedAt, happened.At)],
        ({ }, ResponseTargetMissed) => [Metric.Count("ResponseTimeMissed")],
        ({ } incident, IncidentMitigated) => [Metric.Count("Mitigated"), Metric.Since("TimeToMitigate", incident.OpenedAt, happened.At)],
        ({ }, IncidentResolved { FalseAlarm: true }) => [Metric.Count("FalseAlarms")],
        ({ } incident, IncidentResolved) => [Metric.Count("Resolved"), Metric.Since("TimeToResolve", incident.OpenedAt, happened.At)],
        ({ }, ActionApplied) => [Metric.Count("ActionsApplied")],
        ({ }, ActionVerified { Final: true, Verdict: Verdict.Helped }) => [Metric.Count("ActionsThatHelped")],
        ({ }, ActionVerified { Final: true, Verdict: Verdict.NoEffect or Verdict.Worse }) => [Metric.Count("ActionsThatDidNotHelp")],
        ({ }, ActionFailed or UndoFailed) => [Metric.Count("ActionsFailed")],
        ({ }, RunbookFailed) => [Metric.Count("RunbooksFailed")],
        _ => [],
    };
}

/// <param name="IsTime">In seconds; else a count.</param>
public sealed record Metric(string Name, bool IsTime, double Value)
{
    public static Metric Count(string name) => new(name, IsTime: false, 1);

    internal static Metric Since(string name, DateTimeOffset from, DateTimeOffset to) => new(name, IsTime: true, Math.Max(0, (to - from).TotalSeconds));
}
