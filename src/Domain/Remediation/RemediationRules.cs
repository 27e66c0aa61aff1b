using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Remediation;

/// <summary>What a runbook does next. Everything follows from the incident, so a runbook that died is continued by the next one, and nothing is done twice.</summary>
public static class RemediationRules
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Actions are done one at a time: what is begun is brought to its end first.</summary>
    public static RemediationStep Next(Incident incident, IncidentPolicy policy, DateTimeOffset now)
    {
        var rules = policy.Remediation;
        return First(incident, ActionStatus.Undoing) is { } undoing ? About(undoing, StepKind.Undo)
            : First(incident, ActionStatus.Started) is { } started ? About(started, StepKind.Apply)
            : First(incident, ActionStatus.InPlace) is { } inPlace ? Measure(inPlace, incident, rules, now)
            : First(incident, ActionStatus.Approved) is { } approved ? About(approved, StepKind.Look)
            : First(incident, ActionStatus.Planned) is { } planned ? Announced(planned, incident, rules, now)
            : First(incident, ActionStatus.AwaitingApproval) is { ApprovalUntil: { } until } ? Wait(incident, [Topic.Decided, Topic.Resolved], until - now)
            : UndoEnds(incident, rules) is { } ends && now < ends ? Wait(incident, [Topic.Decided], ends - now)
            : new RemediationStep(StepKind.Finish);
    }

    private static ActionRecord? First(Incident incident, ActionStatus status) => incident.Actions.FirstOrDefault(record => record.Status == status && IsDue(record, incident));

    /// <summary>What is to follow another action is not begun before that has helped, as far as anybody can say.</summary>
    private static bool IsDue(ActionRecord record, Incident incident) =>
        record.After is null || record.Status is not (ActionStatus.Planned or ActionStatus.Approved) || incident.Actions.Any(before => before.Id == record.After && before.Status is ActionStatus.Verified or ActionStatus.Unclear);

    /// <summary>Whether the action that it was to follow can never help any more.</summary>
    internal static bool IsInVain(ActionRecord record, Incident incident) => record is { IsAhead: true, After: not null } && incident.Actions.Any(before =>
        before.Id == record.After && before.Status is ActionStatus.Undoing or ActionStatus.Undone or ActionStatus.UndoFailed or ActionStatus.NotHelping or ActionStatus.Failed or ActionStatus.Skipped or ActionStatus.Refused or ActionStatus.Expired);

    private static RemediationStep Announced(ActionRecord planned, Incident incident, RemediationPolicy rules, DateTimeOffset now)
    {
        var at = planned.PlannedAt + rules.AnnounceBefore;
        return now >= at ? About(planned, StepKind.Look) : Wait(incident, [Topic.Decided, Topic.Resolved], at - now);
    }

    private static RemediationStep Measure(ActionRecord inPlace, Incident incident, RemediationPolicy rules, DateTimeOffset now)
    {
        var applied = inPlace.AppliedAt ?? inPlace.PlannedAt;
        var due = applied + (rules.VerifyAfter * (inPlace.Measurements + 1));
        return now >= due
            ? About(inPlace, StepKind.Measure) with { Since = applied + (rules.VerifyAfter * inPlace.Measurements), Until = now }
            : Wait(incident, [Topic.Decided], due - now);
    }

    /// <summary>Until when somebody may still want something undone, or undone after all; null when nothing can be.</summary>
    public static DateTimeOffset? UndoEnds(ActionRecord record, RemediationPolicy rules) =>
        record is { Action.CanBeUndone: true, AppliedAt: { } applied, Status: ActionStatus.InPlace or ActionStatus.Verified or ActionStatus.Unclear or ActionStatus.UndoFailed } ? applied + rules.UndoOffered : null;

    private static DateTimeOffset? UndoEnds(Incident incident, RemediationPolicy rules) => incident.Actions.Select(record => UndoEnds(record, rules)).Max();

    private static RemediationStep About(ActionRecord record, StepKind step) =>
        new(step) { ActionId = record.Id, Action = record.Action, Before = record.Before };

    // A decision that came before this answer was read is in the incident already, so a wait has seen its version.
    private static RemediationStep Wait(Incident incident, ImmutableArray<Topic> topics, TimeSpan time) => new(StepKind.Wait)
    {
        Wait = new NextWait(incident.IsActive ? topics : [Topic.Decided], (int)Math.Ceiling(Math.Clamp(time.TotalSeconds, 1, LongestWait.TotalSeconds))),
    };
}
