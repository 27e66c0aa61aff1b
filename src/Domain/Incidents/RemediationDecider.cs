using System.Collections.Immutable;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Incidents;

/// <summary>The remediation contract, once for all runbooks (modes, approval, limits, verification, undoing): what the commands of runbooks, and of people about their actions, make happen.</summary>
internal static class RemediationDecider
{
    /// <summary>How often an effect that cannot be measured is measured again.</summary>
    private const int MostMeasurements = 3;

    /// <summary>The text of the automation switch that lets actions pass.</summary>
    private const string On = "on";

    public static ImmutableArray<IncidentEvent> Decide(Incident incident, IncidentCommand command, IncidentPolicy policy) =>
        WithoutThoseInVain(incident, DecideAlone(incident, command, policy), command.At);

    /// <summary>The same events, and what becomes of actions that were to follow one that did not help.</summary>
    private static ImmutableArray<IncidentEvent> WithoutThoseInVain(Incident incident, ImmutableArray<IncidentEvent> events, DateTimeOffset at)
    {
        while (events.Aggregate(incident, IncidentFold.Apply) is var after && after.Actions.FirstOrDefault(record => RemediationRules.IsInVain(record, after)) is { } vain)
        {
            events = events.Add(new ActionSkipped(vain.Id, vain.Action, "it was to follow another action, which was not done or did not help") { At = at });
        }

        return events;
    }

    private static ImmutableArray<IncidentEvent> DecideAlone(Incident incident, IncidentCommand command, IncidentPolicy policy) => command switch
    {
        StartRunbook start => Start(incident, start, policy.Remediation),
        FailRunbook fail => Fail(incident, fail),
        RecordDiagnosis diagnosis => Diagnose(incident, diagnosis, policy),
        RunbookCommand runbook when IsSuperseded(incident, runbook) => [],
        ReviewRemediation review => Advanced(incident, [], policy, review.At),
        AuthoriseAction authorise => Authorise(incident, authorise, policy),
        RecordAction record => Record(incident, record, policy),
        JudgeAction judge => Judge(incident, judge, policy),
        RecordUndo undo => Undo(incident, undo),
        ApproveAction approve => Find(incident, approve.ActionId) is { Status: ActionStatus.Planned or ActionStatus.AwaitingApproval } record && incident.IsActive && IsInTime(record, approve.At)
            ? [new ActionApproved(record.Id, record.Action, approve.By) { At = approve.At }]
            : [],
        RefuseAction refuse => Find(incident, refuse.ActionId) is { IsAhead: true } record
            ? [new ActionRefused(record.Id, record.Action, refuse.By, refuse.Reason) { At = refuse.At }]
            : [],
        UndoAction undo => Find(incident, undo.ActionId) is { } record && RemediationRules.UndoEnds(record, policy.Remediation) is { } ends && undo.At < ends
            ? [new UndoRequested(record.Id, record.Action, undo.By) { At = undo.At }]
            : [],
        _ => throw new InvalidOperationException($"{command.GetType().Name} has no decision defined."),
    };

    /// <summary>Whether another execution has the incident's runbook. A dry run never has it, and may tell its diagnosis all the same.</summary>
    public static bool IsSuperseded(Incident incident, RunbookCommand command) =>
        command is not RecordDiagnosis { DryRun: true } && incident.Runbook?.Execution != command.Execution;

    private static ActionRecord? Find(Incident incident, string id) => incident.Actions.FirstOrDefault(record => record.Id == id);

    private static bool IsInTime(ActionRecord record, DateTimeOffset at) => record.ApprovalUntil is not { } until || at < until;

    private static ImmutableArray<IncidentEvent> Start(Incident incident, StartRunbook start, RemediationPolicy rules)
    {
        var mayStart = incident.IsActive && (start.ByHand is not null
            ? incident.Runbook?.Execution != start.Execution && !incident.Actions.Any(record => IsOfAnother(record, start, rules))
            : incident.Runbook is null && start.Generation == incident.Generation);
        return mayStart ? [new RunbookStarted(start.Runbook, start.Execution, start.ByHand, DryRun: false) { At = start.At }] : [];
    }

    // Each runbook can apply, measure and undo its own actions only: another would leave these where they stand.
    private static bool IsOfAnother(ActionRecord record, StartRunbook start, RemediationPolicy rules) =>
        record.Runbook != start.Runbook && (record.IsAhead || record.IsUnderWay || start.At < RemediationRules.UndoEnds(record, rules));

    /// <summary>What the runbook was going to do is for people now; what it has begun stays as it is until somebody starts the runbook again.</summary>
    private static ImmutableArray<IncidentEvent> Fail(Incident incident, FailRunbook fail)
    {
        var isOurs = fail.Execution is null ? incident.Runbook is null : incident.Runbook?.Execution == fail.Execution;
        return incident.IsActive && isOurs && incident.Runbook?.FailedBecause is null
            ?
            [
                new RunbookFailed(fail.Runbook, fail.Reason) { At = fail.At },
                .. incident.Actions.Where(record => record.IsAhead).Select(record => new ActionSkipped(record.Id, record.Action, "the runbook died before") { At = fail.At }),
                .. Escalated(incident, fail.Runbook, fail.At),
            ]
            : [];
    }

    private static ImmutableArray<IncidentEvent> Diagnose(Incident incident, RecordDiagnosis told, IncidentPolicy policy)
    {
        if (IsSuperseded(incident, told))
        {
            return [];
        }

        // Whoever began as a dry run stays one, whatever it says later.
        var isDryRun = told.DryRun || incident.Runbook is { DryRun: true };
        var made = new DiagnosisMade(told.Runbook, told.Diagnosis, isDryRun) { At = told.At };
        if (isDryRun)
        {
            // An incident that exists for the sake of the dry run is over with it.
            return incident is { IsActive: true, Runbook: { DryRun: true } run } && run.Execution == told.Execution
                ? [made, new IncidentResolved(null, "It was a dry run; nothing was changed.") { At = told.At }]
                : [made];
        }

        // What ran out meanwhile is not known any more, and may be planned again at once.
        List<IncidentEvent> events = [.. Advanced(incident, [made], policy, told.At)];
        if (SeverityRises.Of(events.Aggregate(incident, IncidentFold.Apply), policy, told.At) is { } raised)
        {
            events.Add(raised);
        }

        string? before = null;
        foreach (var proposed in told.Diagnosis.Plan)
        {
            var sofar = events.Aggregate(incident, IncidentFold.Apply);
            if (Known(sofar, proposed) is { } known)
            {
                before = known.Id;
            }
            else
            {
                var id = $"a{sofar.Actions.Length + 1}";
                events.AddRange(Plan(incident, id, proposed, proposed.FollowsTheOneBefore ? before : null, told, policy));
                before = id;
            }
        }

        return Advanced(incident, events, policy, told.At);
    }

    // Planned in this life of the incident, or still in place from an earlier one. What was not done may be planned again by another
    // execution, because somebody wants it tried again; what a person refused, or was undone, may not.
    private static ActionRecord? Known(Incident incident, ProposedAction proposed) => incident.Actions.LastOrDefault(record =>
        record.Action.Name == proposed.Action.Name && record.Action.LimitKey == proposed.Action.LimitKey
        && (record.IsInPlace || (record.PlannedAt >= incident.OpenedAt && (record.Status is not (ActionStatus.Skipped or ActionStatus.Expired) || record.PlannedBy == incident.Runbook?.Execution))));

    private static IEnumerable<IncidentEvent> Plan(Incident incident, string id, ProposedAction proposed, string? after, RecordDiagnosis told, IncidentPolicy policy)
    {
        var (action, rules) = (proposed.Action, policy.Remediation);
        var refusal = RemediationGate.Refusal(action, told.Runbook, policy, incident.Account, incident.Region, told.Account, told.Region);
        var asks = policy.Runbook(told.Runbook).Mode == RunbookMode.Approve || proposed.Risk == ActionRisk.High;
        var actsAt = refusal is null && !asks && after is null ? told.At + rules.AnnounceBefore : (DateTimeOffset?)null;
        yield return new ActionPlanned(id, action, told.Runbook, proposed.Risk, proposed.Because, actsAt) { At = told.At, After = after };
        if (refusal is not null)
        {
            yield return new ActionSkipped(id, action, refusal) { At = told.At };
        }
        else if (asks && rules.Approvers.Count == 0)
        {
            yield return new ActionSkipped(id, action, "it needs approval, and policy names nobody under remediation.approvers") { At = told.At };
        }
        else if (asks)
        {
            yield return new ApprovalRequested(id, action, told.At + rules.ApprovalWithin, [.. policy.ApproverNames]) { At = told.At };
        }
    }

    /// <summary>The same events, and what time or the incident's end makes of actions that are not begun.</summary>
    private static ImmutableArray<IncidentEvent> Advanced(Incident incident, IReadOnlyList<IncidentEvent> events, IncidentPolicy policy, DateTimeOffset at)
    {
        var after = events.Aggregate(incident, IncidentFold.Apply);
        List<IncidentEvent> more = [];
        foreach (var record in after.Actions)
        {
            if (record.IsAhead && !after.IsActive)
            {
                more.Add(new ActionSkipped(record.Id, record.Action, "the incident was over before") { At = at });
            }
            else if (record.Status == ActionStatus.AwaitingApproval && !IsInTime(record, at))
            {
                more.Add(new ApprovalExpired(record.Id, record.Action) { At = at });
                more.AddRange(Escalated(more.Aggregate(after, IncidentFold.Apply), record.Runbook, at));
            }
        }

        return [.. events, .. more];
    }

    private static ImmutableArray<IncidentEvent> Authorise(Incident incident, AuthoriseAction command, IncidentPolicy policy)
    {
        if (Find(incident, command.ActionId) is not { Status: ActionStatus.Planned or ActionStatus.Approved } record)
        {
            return [];
        }

        if (record.WasStarted && FoundAfterDeath(incident, record, command) is { Length: > 0 } found)
        {
            return found;
        }

        if (!incident.IsActive)
        {
            return Advanced(incident, [], policy, command.At);
        }

        if (record.Status == ActionStatus.Planned && command.At < record.PlannedAt + policy.Remediation.AnnounceBefore)
        {
            return [];
        }

        var switchedOff = command.Automation switch
        {
            On => null,
            null => "the automation switch could not be read, which counts as off",
            var text => $"automation is switched {Messages.Text.PlainText.Line(text, 20)}",
        };
        if ((switchedOff ?? RemediationGate.Withdrawal(record, policy) ?? ActionRules.Refusal(record.Action, command.Target)) is { } refusal)
        {
            return [new ActionSkipped(record.Id, record.Action, refusal) { At = command.At }];
        }

        return !record.WasStarted && command.Spending.Refusal(policy.Remediation.Limits, command.At) is { } spent
            ? [new ActionSkipped(record.Id, record.Action, spent) { At = command.At }, .. Escalated(incident, record.Runbook, command.At)]
            : [new ActionStarted(record.Id, record.Action, command.Target) { At = command.At, Again = record.WasStarted }];
    }

    /// <summary>What an execution that died has left of an action that it had started; empty when nothing, so that it may be started again.</summary>
    private static ImmutableArray<IncidentEvent> FoundAfterDeath(Incident incident, ActionRecord record, AuthoriseAction command) => command.Target switch
    {
        var target when ActionRules.IsInPlace(record.Action, target) => [new ActionApplied(record.Id, record.Action) { At = command.At }],
        UnknownState unknown =>
        [
            new ActionFailed(record.Id, record.Action, $"an execution that died had begun it, and whether it was applied could not be seen ({Messages.Text.PlainText.Line(unknown.Reason, 200)})") { At = command.At },
            .. Escalated(incident, record.Runbook, command.At),
        ],
        _ when !incident.IsActive => [new ActionSkipped(record.Id, record.Action, "the incident was over before") { At = command.At }],
        _ => [],
    };

    private static ImmutableArray<IncidentEvent> Record(Incident incident, RecordAction command, IncidentPolicy policy) => Find(incident, command.ActionId) switch
    {
        { Status: ActionStatus.Started } record when command.Applied => Advanced(incident, [new ActionApplied(record.Id, record.Action) { At = command.At }], policy, command.At),
        { Status: ActionStatus.Started } record =>
            [new ActionFailed(record.Id, record.Action, command.Reason ?? "the service gave no reason") { At = command.At }, .. Escalated(incident, record.Runbook, command.At)],
        _ => [],
    };

    private static ImmutableArray<IncidentEvent> Judge(Incident incident, JudgeAction command, IncidentPolicy policy)
    {
        if (Find(incident, command.ActionId) is not { Status: ActionStatus.InPlace } record)
        {
            return [];
        }

        var attempt = record.Measurements + 1;
        var judgement = ActionRules.Judge(record.Action, command.Measured, attempt);
        var isFinal = judgement.Verdict != Verdict.Unclear || attempt >= MostMeasurements;
        var verified = new ActionVerified(record.Id, record.Action, judgement.Verdict, judgement.Sentence, isFinal) { At = command.At };
        IncidentEvent[] consequences = (judgement.Verdict, isFinal) switch
        {
            (Verdict.Helped, _) => incident.Status is IncidentStatus.Open or IncidentStatus.Acknowledged ? [new IncidentMitigated(judgement.Sentence) { At = command.At, ByAction = true }] : [],
            (_, false) or (Verdict.Delivered, _) => [],
            (Verdict.Unclear, _) => [.. Escalated(incident, record.Runbook, command.At)],
            _ when record.Action.CanBeUndone => [.. NotOver(incident, judgement, command.At), new UndoRequested(record.Id, record.Action, null) { At = command.At }, .. Escalated(incident, record.Runbook, command.At)],
            _ => [.. NotOver(incident, judgement, command.At), .. Escalated(incident, record.Runbook, command.At)],
        };
        return Advanced(incident, [verified, .. consequences], policy, command.At);
    }

    /// <summary>What an earlier action ended is not over when a later one does not help.</summary>
    private static IEnumerable<IncidentEvent> NotOver(Incident incident, Judgement judgement, DateTimeOffset at) =>
        incident is { Status: IncidentStatus.Mitigated, MitigatedByAction: true } ? [new IncidentRelapsed(judgement.Sentence) { At = at }] : [];

    private static ImmutableArray<IncidentEvent> Undo(Incident incident, RecordUndo command) => Find(incident, command.ActionId) switch
    {
        { Status: ActionStatus.Undoing } record when command.Undone =>
            [new ActionUndone(record.Id, record.Action, record.Before) { At = command.At }, .. Relapsed(incident, command.At)],
        { Status: ActionStatus.Undoing } record =>
            [new UndoFailed(record.Id, record.Action, command.Reason ?? "the service gave no reason") { At = command.At }, .. Escalated(incident, record.Runbook, command.At)],
        _ => [],
    };

    /// <summary>An incident that an action ended is as it was when the action is undone: people have it again.</summary>
    private static IEnumerable<IncidentEvent> Relapsed(Incident incident, DateTimeOffset at) =>
        incident is { Status: IncidentStatus.Mitigated, MitigatedByAction: true } ? [new IncidentRelapsed("What automation did was undone.") { At = at }] : [];

    /// <summary>Where automation is at its end, people go on: the next level is told.</summary>
    private static IEnumerable<IncidentEvent> Escalated(Incident incident, string runbook, DateTimeOffset at) =>
        incident is { IsActive: true, Paging.EscalationAsked: false } ? [new EscalationRequested(new Actor($"The runbook {runbook}", "the workflow", Proven: true)) { At = at }] : [];
}
