using System.Collections.Immutable;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Incidents;

/// <summary>The one transition function: what a command makes happen. A command that changes nothing (repeated, late, superseded) makes nothing happen.</summary>
public static class IncidentDecider
{
    public static ImmutableArray<IncidentEvent> Decide(Incident incident, IncidentCommand command, IncidentPolicy policy) => command switch
    {
        ReviewIncident review => Review(incident, review, policy),
        CloseIncident close => Close(incident, close),
        RecordPage page => Page(incident, page, policy),
        RegisterWait => [],
        ReviveLifecycle revive => Revive(incident, revive),
        MarkPagedDirectly mark => incident is { IsActive: true, PagedAt: null } && !IsSuperseded(incident, mark)
            ? [new PagedDirectly(mark.Reason) { At = mark.At }]
            : [],
        Acknowledge acknowledge => incident.IsActive && MayTake(incident, acknowledge)
            ? [new IncidentAcknowledged(acknowledge.By) { At = acknowledge.At }, .. DrillRules.EndWhenTaken(incident, acknowledge)]
            : [],
        Escalate escalate => incident is { IsActive: true, Paging.EscalationAsked: false }
            ? [new EscalationRequested(escalate.By) { At = escalate.At }]
            : [],
        Resolve resolve => incident.IsActive
            ? [new IncidentResolved(resolve.By, resolve.Reason ?? "") { At = resolve.At, FalseAlarm = resolve.FalseAlarm, Drill = incident.IsDrill }]
            : [],
        AddNote note => incident.Notes < Incident.MostNotes ? [new NoteAdded(note.By, note.Text) { At = note.At }] : [],
        _ => CommunicationDecider.Decide(incident, command) ?? MailDecider.Decide(incident, command, policy) ?? RemediationDecider.Decide(incident, command, policy),
    };

    /// <summary>Whether newer workflows have taken over from the one that asks.</summary>
    public static bool IsSuperseded(Incident incident, IncidentCommand command) => command switch
    {
        WorkflowCommand workflow => workflow.Generation != incident.Generation,
        RunbookCommand runbook => RemediationDecider.IsSuperseded(incident, runbook),
        _ => false,
    };

    private static bool MayTake(Incident incident, Acknowledge acknowledge) =>
        incident.Acknowledgement is not { } held
        || (held.By != acknowledge.By && acknowledge.Seen >= incident.Raised.Acknowledged);

    private static ImmutableArray<IncidentEvent> Review(Incident incident, ReviewIncident review, IncidentPolicy policy)
    {
        if (incident.IsDrill)
        {
            return IsSuperseded(incident, review) ? [] : DrillRules.EndWhenOver(incident, review.At, policy);
        }

        var stable = policy.Recovery.ResolveAfterStable;
        return incident is { Status: IncidentStatus.Mitigated, MitigatedAt: { } since } && review.At >= since + stable && !IsSuperseded(incident, review)
            ? [new IncidentResolved(null, incident.MitigatedByAction ? $"An action helped, and nothing fired for {Durations.InWords(stable)}." : $"Its signals stayed quiet for {Durations.InWords(stable)}.") { At = review.At }]
            : [];
    }

    private static ImmutableArray<IncidentEvent> Close(Incident incident, CloseIncident close) =>
        incident.Status == IncidentStatus.Resolved && !IsSuperseded(incident, close) ? [new IncidentClosed { At = close.At }] : [];

    private static ImmutableArray<IncidentEvent> Revive(Incident incident, ReviveLifecycle revive) =>
        incident.Status != IncidentStatus.Closed && incident.Version == revive.SeenVersion && !IsSuperseded(incident, revive)
            ? [new LifecycleRevived(incident.Generation + 1, revive.Reason) { At = revive.At }]
            : [];

    // A page that went out is a fact, even when newer workflows have taken over since: else they would send it again.
    private static ImmutableArray<IncidentEvent> Page(Incident incident, RecordPage page, IncidentPolicy policy)
    {
        ImmutableArray<Delivery> deliveries = [.. page.Deliveries.SelectMany(branch => branch)];
        if (page.Informs is { } upTo)
        {
            return upTo > incident.InformedVersion ? [new PeopleInformed(upTo, deliveries) { At = page.DecidedAt }] : [];
        }

        if (page.Level == 0)
        {
            return page.PagerDuty is { } status ? [new PagerDutyUpdated(status, deliveries) { At = page.At }] : [];
        }

        var paging = incident.Paging;
        var beforePagingBeganAnew = page.SeenVersion < paging.BeganAtVersion;
        if (!beforePagingBeganAnew && (page.Round, page.Level).CompareTo((paging.Round, paging.Level)) <= 0)
        {
            return [];
        }

        var escalation = policy.Escalation[incident.Severity];
        var sent = new PageSent(page.Round, page.Level, escalation.Kind, OnCallLevels.At(LevelOf(escalation, page.Level), policy, page.DecidedAt).Notify, deliveries)
        {
            At = page.DecidedAt,
            SeenVersion = page.SeenVersion,
        };
        if (incident is { Status: IncidentStatus.Acknowledged, Acknowledgement: { } held } && held.ProgressAt + escalation.AcknowledgementExpires <= page.DecidedAt)
        {
            return [new AcknowledgementExpired(held.By) { At = page.DecidedAt }, sent];
        }

        return MissesTarget(incident, policy, page.DecidedAt)
            ? [new ResponseTargetMissed(incident.Severity, policy.Severities[incident.Severity].RespondWithin) { At = page.DecidedAt }, sent]
            : [sent];
    }

    /// <summary>When the response time of the severity ends with nobody on it (runbook 1); null when somebody was, or that was noticed before.</summary>
    public static DateTimeOffset? TargetEnds(Incident incident, IncidentPolicy policy) =>
        incident is { Status: IncidentStatus.Open, AcknowledgedAt: null, ResponseMissedAt: null } ? incident.OpenedAt + policy.Severities[incident.Severity].RespondWithin : null;

    private static bool MissesTarget(Incident incident, IncidentPolicy policy, DateTimeOffset now) => TargetEnds(incident, policy) <= now;

    /// <summary>The level that a count from 1 means: the last one repeats.</summary>
    public static EscalationLevel LevelOf(Escalation escalation, int level) => escalation.Levels[Math.Min(level, escalation.Levels.Count) - 1];
}
