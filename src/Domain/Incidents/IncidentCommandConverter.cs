using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Commands as workflows write them: <c>{ "kind", "incidentId", "at", "commandId", … }</c>.</summary>
public sealed class IncidentCommandConverter : UnionConverter<IncidentCommand>
{
    private protected override string KindOf(IncidentCommand value) => value switch
    {
        ReviewIncident => "review-incident",
        CloseIncident => "close-incident",
        RecordPage => "record-page",
        RegisterWait => "register-wait",
        ReviveLifecycle => "revive-lifecycle",
        MarkPagedDirectly => "mark-paged-directly",
        Acknowledge => "acknowledge",
        Escalate => "escalate",
        Resolve => "resolve",
        AddNote => "add-note",
        ChangeSeverity => "change-severity",
        RecordUpdate => "record-update",
        RecordAftermath => "record-aftermath",
        AddItem => "add-item",
        AssignItem => "assign-item",
        FinishItem => "finish-item",
        AdvanceMail => "advance-mail",
        IntendMail => "intend-mail",
        RecordMail => "record-mail",
        DecideMail => "decide-mail",
        StartRunbook => "start-runbook",
        FailRunbook => "fail-runbook",
        RecordDiagnosis => "record-diagnosis",
        ReviewRemediation => "review-remediation",
        AuthoriseAction => "authorise-action",
        RecordAction => "record-action",
        JudgeAction => "judge-action",
        RecordUndo => "record-undo",
        ApproveAction => "approve-action",
        RefuseAction => "refuse-action",
        UndoAction => "undo-action",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "No kind for this command."),
    };

    private protected override IncidentCommand Read(string kind, Members from)
    {
        var (incident, at, id) = (from.Text("incidentId"), from.Moment("at"), from.Text("commandId"));
        return kind switch
        {
            "review-incident" => new ReviewIncident { IncidentId = incident, At = at, CommandId = id, Generation = from.Whole("generation") },
            "close-incident" => new CloseIncident { IncidentId = incident, At = at, CommandId = id, Generation = from.Whole("generation") },
            "record-page" => new RecordPage
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Generation = from.Whole("generation"),
                Round = from.Whole("round"),
                Level = from.Whole("level"),
                DecidedAt = from.Moment("decidedAt"),
                SeenVersion = from.MaybeWhole("seenVersion"),
                PagerDuty = from.Has("pagerDuty") ? from.Value("pagerDuty", DomainJson.Default.PagerDutyStatus) : null,
                Informs = from.MaybeWhole("informs"),
                Deliveries = from.Value("deliveries", DomainJson.Default.ImmutableArrayImmutableArrayDelivery),
            },
            "register-wait" => new RegisterWait
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Generation = from.Whole("generation"),
                Topics = from.Value("topics", DomainJson.Default.ImmutableArrayTopic),
                SeenVersion = from.Whole("seenVersion"),
                TaskToken = from.Text("taskToken"),
                Execution = from.Text("execution"),
                State = from.Text("state"),
                TimeoutSeconds = from.Whole("timeoutSeconds"),
            },
            "revive-lifecycle" => new ReviveLifecycle
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Generation = from.Whole("generation"),
                SeenVersion = from.Whole("seenVersion"),
                Reason = from.Text("reason"),
            },
            "mark-paged-directly" => new MarkPagedDirectly { IncidentId = incident, At = at, CommandId = id, Generation = from.Whole("generation"), Reason = from.Text("reason") },
            "acknowledge" => new Acknowledge { IncidentId = incident, At = at, CommandId = id, By = from.Value("by", DomainJson.Default.Actor), Seen = from.MaybeWhole("seen") },
            "escalate" => new Escalate { IncidentId = incident, At = at, CommandId = id, By = from.Value("by", DomainJson.Default.Actor) },
            "resolve" => new Resolve { IncidentId = incident, At = at, CommandId = id, By = from.Value("by", DomainJson.Default.Actor), Reason = from.MaybeText("reason"), FalseAlarm = from.Flag("falseAlarm") },
            "add-note" => new AddNote { IncidentId = incident, At = at, CommandId = id, By = from.Value("by", DomainJson.Default.Actor), Text = from.Text("text") },
            "change-severity" => new ChangeSeverity
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                By = from.Value("by", DomainJson.Default.Actor),
                To = from.Value("to", DomainJson.Default.SeverityLevel),
                Reason = from.MaybeText("reason"),
            },
            "record-update" => new RecordUpdate
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Generation = from.Whole("generation"),
                UpTo = from.MaybeWhole("upTo"),
                StatusPage = from.MaybeText("statusPage"),
                Ticket = from.MaybeText("ticket"),
                DecidedAt = from.Moment("decidedAt"),
                Deliveries = from.Value("deliveries", DomainJson.Default.ImmutableArrayImmutableArrayDelivery),
            },
            "record-aftermath" => new RecordAftermath
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Generation = from.Whole("generation"),
                Step = from.Value("step", DomainJson.Default.AftermathStep),
                Item = from.MaybeText("item"),
                DecidedAt = from.Moment("decidedAt"),
                Deliveries = from.Value("deliveries", DomainJson.Default.ImmutableArrayImmutableArrayDelivery),
            },
            "add-item" => new AddItem
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                By = from.Value("by", DomainJson.Default.Actor),
                Text = from.Text("text"),
                Owner = from.MaybeText("owner"),
                Due = from.MaybeMoment("due"),
            },
            "assign-item" => new AssignItem
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                By = from.Value("by", DomainJson.Default.Actor),
                ItemId = from.Text("itemId"),
                Owner = from.MaybeText("owner"),
                Due = from.MaybeMoment("due"),
            },
            "finish-item" => new FinishItem { IncidentId = incident, At = at, CommandId = id, By = from.Value("by", DomainJson.Default.Actor), ItemId = from.Text("itemId") },
            "advance-mail" => new AdvanceMail { IncidentId = incident, At = at, CommandId = id, Generation = from.Whole("generation"), Mail = from.Value("mail", DomainJson.Default.MailKind) },
            "intend-mail" => new IntendMail { IncidentId = incident, At = at, CommandId = id, Generation = from.Whole("generation"), Mail = from.Value("mail", DomainJson.Default.MailKind) },
            "record-mail" => new RecordMail
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Generation = from.Whole("generation"),
                Mail = from.Value("mail", DomainJson.Default.MailKind),
                Deliveries = from.Value("deliveries", DomainJson.Default.ImmutableArrayDelivery),
            },
            "decide-mail" => new DecideMail
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                By = from.Value("by", DomainJson.Default.Actor),
                Mail = from.Value("mail", DomainJson.Default.MailKind),
                Send = from.Truth("send"),
                Text = from.MaybeText("text"),
            },
            "start-runbook" => new StartRunbook
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Runbook = from.Text("runbook"),
                Execution = from.Text("execution"),
                ByHand = from.MaybeText("byHand"),
                Generation = from.MaybeWhole("generation"),
            },
            "fail-runbook" => new FailRunbook
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Runbook = from.Text("runbook"),
                Execution = from.MaybeText("execution"),
                Reason = from.Text("reason"),
            },
            "record-diagnosis" => new RecordDiagnosis
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Execution = from.Text("execution"),
                Runbook = from.Text("runbook"),
                Diagnosis = from.Value("diagnosis", DomainJson.Default.Diagnosis),
                DryRun = from.Truth("dryRun"),
                Account = from.Text("account"),
                Region = from.Text("region"),
            },
            "review-remediation" => new ReviewRemediation { IncidentId = incident, At = at, CommandId = id, Execution = from.Text("execution") },
            "authorise-action" => new AuthoriseAction
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Execution = from.Text("execution"),
                ActionId = from.Text("actionId"),
                Target = from.Value("target", DomainJson.Default.TargetState),
                Automation = from.MaybeText("automation"),
            },
            "record-action" => new RecordAction
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Execution = from.Text("execution"),
                ActionId = from.Text("actionId"),
                Applied = from.Truth("applied"),
                Reason = from.MaybeText("reason"),
            },
            "judge-action" => new JudgeAction
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Execution = from.Text("execution"),
                ActionId = from.Text("actionId"),
                Measured = from.Value("measured", DomainJson.Default.Measurement),
            },
            "record-undo" => new RecordUndo
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                Execution = from.Text("execution"),
                ActionId = from.Text("actionId"),
                Undone = from.Truth("undone"),
                Reason = from.MaybeText("reason"),
            },
            "approve-action" => new ApproveAction { IncidentId = incident, At = at, CommandId = id, ActionId = from.Text("actionId"), By = from.Value("by", DomainJson.Default.Actor) },
            "refuse-action" => new RefuseAction
            {
                IncidentId = incident,
                At = at,
                CommandId = id,
                ActionId = from.Text("actionId"),
                By = from.Value("by", DomainJson.Default.Actor),
                Reason = from.MaybeText("reason"),
            },
            "undo-action" => new UndoAction { IncidentId = incident, At = at, CommandId = id, ActionId = from.Text("actionId"), By = from.Value("by", DomainJson.Default.Actor) },
            _ => throw Unknown(kind),
        };
    }

    private protected override void Write(IncidentCommand value, MemberWriter to)
    {
        to.Text("incidentId", value.IncidentId);
        to.Moment("at", value.At);
        to.Text("commandId", value.CommandId);
        WriteShared(value, to);
        switch (value)
        {
            case RecordPage recordPage:
                to.Number("round", recordPage.Round);
                to.Number("level", recordPage.Level);
                to.Moment("decidedAt", recordPage.DecidedAt);
                to.Number("seenVersion", recordPage.SeenVersion);
                if (recordPage.PagerDuty is { } told)
                {
                    to.Value("pagerDuty", told, DomainJson.Default.PagerDutyStatus);
                }

                to.Number("informs", recordPage.Informs);
                to.Value("deliveries", recordPage.Deliveries, DomainJson.Default.ImmutableArrayImmutableArrayDelivery);
                break;
            case RegisterWait registerWait:
                to.Value("topics", registerWait.Topics, DomainJson.Default.ImmutableArrayTopic);
                to.Number("seenVersion", registerWait.SeenVersion);
                to.Text("taskToken", registerWait.TaskToken);
                to.Text("execution", registerWait.Execution);
                to.Text("state", registerWait.State);
                to.Number("timeoutSeconds", registerWait.TimeoutSeconds);
                break;
            case ReviveLifecycle reviveLifecycle:
                to.Number("seenVersion", reviveLifecycle.SeenVersion);
                to.Text("reason", reviveLifecycle.Reason);
                break;
            case MarkPagedDirectly markPagedDirectly:
                to.Text("reason", markPagedDirectly.Reason);
                break;
            case Acknowledge acknowledge:
                to.Value("by", acknowledge.By, DomainJson.Default.Actor);
                to.Number("seen", acknowledge.Seen);
                break;
            case Escalate escalate:
                to.Value("by", escalate.By, DomainJson.Default.Actor);
                break;
            case Resolve resolve:
                to.Value("by", resolve.By, DomainJson.Default.Actor);
                to.Text("reason", resolve.Reason);
                to.Flag("falseAlarm", resolve.FalseAlarm);
                break;
            case ChangeSeverity changeSeverity:
                to.Value("by", changeSeverity.By, DomainJson.Default.Actor);
                to.Value("to", changeSeverity.To, DomainJson.Default.SeverityLevel);
                to.Text("reason", changeSeverity.Reason);
                break;
            case RecordUpdate recordUpdate:
                to.Number("upTo", recordUpdate.UpTo);
                to.Text("statusPage", recordUpdate.StatusPage);
                to.Text("ticket", recordUpdate.Ticket);
                to.Moment("decidedAt", recordUpdate.DecidedAt);
                to.Value("deliveries", recordUpdate.Deliveries, DomainJson.Default.ImmutableArrayImmutableArrayDelivery);
                break;
            case RecordAftermath recordAftermath:
                to.Value("step", recordAftermath.Step, DomainJson.Default.AftermathStep);
                to.Text("item", recordAftermath.Item);
                to.Moment("decidedAt", recordAftermath.DecidedAt);
                to.Value("deliveries", recordAftermath.Deliveries, DomainJson.Default.ImmutableArrayImmutableArrayDelivery);
                break;
            case AdvanceMail advanceMail:
                to.Value("mail", advanceMail.Mail, DomainJson.Default.MailKind);
                break;
            case IntendMail intendMail:
                to.Value("mail", intendMail.Mail, DomainJson.Default.MailKind);
                break;
            case RecordMail recordMail:
                to.Value("mail", recordMail.Mail, DomainJson.Default.MailKind);
                to.Value("deliveries", recordMail.Deliveries, DomainJson.Default.ImmutableArrayDelivery);
                break;
            case DecideMail decideMail:
                to.Value("by", decideMail.By, DomainJson.Default.Actor);
                to.Value("mail", decideMail.Mail, DomainJson.Default.MailKind);
                to.Flag("send", decideMail.Send);
                to.Text("text", decideMail.Text);
                break;
            case AddItem addItem:
                to.Value("by", addItem.By, DomainJson.Default.Actor);
                to.Text("text", addItem.Text);
                to.Text("owner", addItem.Owner);
                to.Moment("due", addItem.Due);
                break;
            case AssignItem assignItem:
                to.Value("by", assignItem.By, DomainJson.Default.Actor);
                to.Text("itemId", assignItem.ItemId);
                to.Text("owner", assignItem.Owner);
                to.Moment("due", assignItem.Due);
                break;
            case FinishItem finishItem:
                to.Value("by", finishItem.By, DomainJson.Default.Actor);
                to.Text("itemId", finishItem.ItemId);
                break;
            case AddNote addNote:
                to.Value("by", addNote.By, DomainJson.Default.Actor);
                to.Text("text", addNote.Text);
                break;
            case StartRunbook startRunbook:
                to.Text("runbook", startRunbook.Runbook);
                to.Text("execution", startRunbook.Execution);
                to.Text("byHand", startRunbook.ByHand);
                to.Number("generation", startRunbook.Generation);
                break;
            case FailRunbook failRunbook:
                to.Text("runbook", failRunbook.Runbook);
                to.Text("execution", failRunbook.Execution);
                to.Text("reason", failRunbook.Reason);
                break;
            case RecordDiagnosis recordDiagnosis:
                to.Text("runbook", recordDiagnosis.Runbook);
                to.Value("diagnosis", recordDiagnosis.Diagnosis, DomainJson.Default.Diagnosis);
                to.Flag("dryRun", recordDiagnosis.DryRun);
                to.Text("account", recordDiagnosis.Account);
                to.Text("region", recordDiagnosis.Region);
                break;
            case AuthoriseAction authoriseAction:
                to.Value("target", authoriseAction.Target, DomainJson.Default.TargetState);
                to.Text("automation", authoriseAction.Automation);
                break;
            case RecordAction recordAction:
                to.Flag("applied", recordAction.Applied);
                to.Text("reason", recordAction.Reason);
                break;
            case JudgeAction judgeAction:
                to.Value("measured", judgeAction.Measured, DomainJson.Default.Measurement);
                break;
            case RecordUndo recordUndo:
                to.Flag("undone", recordUndo.Undone);
                to.Text("reason", recordUndo.Reason);
                break;
            case RefuseAction refuseAction:
                to.Text("reason", refuseAction.Reason);
                break;
        }
    }

    private static void WriteShared(IncidentCommand value, MemberWriter to)
    {
        switch (value)
        {
            case WorkflowCommand workflow:
                to.Number("generation", workflow.Generation);
                break;
            case ActionCommand action:
                to.Text("execution", action.Execution);
                to.Text("actionId", action.ActionId);
                break;
            case RunbookCommand runbook:
                to.Text("execution", runbook.Execution);
                break;
            case ActionDecision decision:
                to.Text("actionId", decision.ActionId);
                to.Value("by", decision.By, DomainJson.Default.Actor);
                break;
        }
    }
}
