using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What the events of runbooks do to an incident.</summary>
internal static class RemediationFold
{
    public static RunbookRun Begin(RunbookStarted started) => new(started.Runbook, started.Execution, started.ByHand, started.DryRun);

    public static Incident Change(Incident incident, IncidentEvent happened) => happened switch
    {
        RunbookStarted started => incident with { Runbook = Begin(started), Actions = [.. incident.Actions.Select(LookAgain)] },
        RunbookFailed failed => incident with { Runbook = (incident.Runbook ?? new RunbookRun(failed.Runbook, "", null, false)) with { FailedBecause = failed.Reason } },
        DiagnosisMade { DryRun: false, Diagnosis: var diagnosis } when incident.Runbook is { } runbook => incident with
        {
            Runbook = runbook with { Finding = new Finding(diagnosis.Finding, diagnosis.Summary, diagnosis.Confidence) { Tell = diagnosis.Tell } },
            Impact = diagnosis.Impact is { } found ? Impact.Of(incident.Impact, found) : incident.Impact,
            Tenants = diagnosis.Impact is { } named ? AlertsFold.Affect(incident, named.Tenants).Tenants : incident.Tenants,
        },
        DiagnosisMade => incident,
        ActionPlanned planned => incident with { Actions = incident.Actions.Add(Plan(planned, incident.Runbook?.Execution)) },
        ActionEvent about when incident.Actions.FirstOrDefault(record => record.Id == about.Id) is { } record =>
            Progress(incident, happened) with { Actions = incident.Actions.Replace(record, Change(record, about)) },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is about an action that was never planned."),
    };

    // Nobody knows whether the execution before had applied it: its target is looked at before anything is done.
    private static ActionRecord LookAgain(ActionRecord record) => record.Status == ActionStatus.Started ? record with { Status = ActionStatus.Approved } : record;

    private static ActionRecord Plan(ActionPlanned planned, string? execution) => new()
    {
        Id = planned.Id,
        Runbook = planned.Runbook,
        Action = planned.Action,
        Risk = planned.Risk,
        Because = planned.Because,
        Status = ActionStatus.Planned,
        PlannedAt = planned.At,
        PlannedBy = execution,
        After = planned.After,
    };

    private static ActionRecord Change(ActionRecord record, ActionEvent happened) => happened switch
    {
        ApprovalRequested asked => record with { Status = ActionStatus.AwaitingApproval, ApprovalUntil = asked.Until },
        ActionApproved approved => record with { Status = ActionStatus.Approved, By = approved.By },
        ActionRefused refused => record with { Status = ActionStatus.Refused, By = refused.By },
        ApprovalExpired => record with { Status = ActionStatus.Expired },
        ActionSkipped => record with { Status = ActionStatus.Skipped },
        ActionStarted started => record with { Status = ActionStatus.Started, Before = started.Before, WasStarted = true },
        ActionApplied => record with { Status = ActionStatus.InPlace, AppliedAt = happened.At },
        ActionFailed => record with { Status = ActionStatus.Failed },
        ActionVerified verified => Verify(record, verified),
        UndoRequested undo => record with { Status = ActionStatus.Undoing, By = undo.By ?? record.By },
        ActionUndone => record with { Status = ActionStatus.Undone },
        UndoFailed => record with { Status = ActionStatus.UndoFailed },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} has no effect on an action defined."),
    };

    private static ActionRecord Verify(ActionRecord record, ActionVerified verified) => record with
    {
        Measurements = record.Measurements + 1,
        Status = verified switch
        {
            { Final: false } => ActionStatus.InPlace,
            { Verdict: Verdict.Helped or Verdict.Delivered } => ActionStatus.Verified,
            { Verdict: Verdict.Unclear } => ActionStatus.Unclear,
            _ => ActionStatus.NotHelping,
        },
    };

    // That a person or a runbook moves something is progress: whoever has the incident is not paged again for standing still.
    private static Incident Progress(Incident incident, IncidentEvent happened) =>
        incident.Acknowledgement is { } held ? incident with { Acknowledgement = held with { ProgressAt = happened.At } } : incident;
}
