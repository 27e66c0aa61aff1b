using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Events as they are stored: <c>{ "kind", "at", … }</c>. Members are only ever added, so that what was stored earlier is read.</summary>
public sealed class IncidentEventConverter : UnionConverter<IncidentEvent>
{
    private protected override string KindOf(IncidentEvent value) => value switch
    {
        IncidentOpened => "opened",
        SignalsAttached => "signals-attached",
        AlertJoined => "alert-joined",
        AlertRecovered => "alert-recovered",
        TenantsAffected => "tenants-affected",
        SeverityRaised => "severity-raised",
        IncidentMitigated => "mitigated",
        IncidentRelapsed => "relapsed",
        IncidentReopened => "reopened",
        LifecycleRevived => "lifecycle-revived",
        PageSent => "page-sent",
        PagedDirectly => "paged-directly",
        PagerDutyUpdated => "pagerduty-updated",
        IncidentAcknowledged => "acknowledged",
        AcknowledgementExpired => "acknowledgement-expired",
        EscalationRequested => "escalation-requested",
        NoteAdded => "note-added",
        IncidentResolved => "resolved",
        IncidentClosed => "closed",
        PeopleInformed => "people-informed",
        SeverityChanged => "severity-changed",
        ResponseTargetMissed => "response-target-missed",
        UpdateSent => "update-sent",
        MailAsked => "mail-asked",
        MailApproved => "mail-approved",
        MailDropped => "mail-dropped",
        MailIntended => "mail-intended",
        MailSent => "mail-sent",
        MailInDoubt => "mail-in-doubt",
        StatusPageUpdated => "status-page-updated",
        TicketUpdated => "ticket-updated",
        AftermathTold => "aftermath-told",
        ItemAdded => "item-added",
        ItemAssigned => "item-assigned",
        ItemDone => "item-done",
        RunbookStarted => "runbook-started",
        RunbookFailed => "runbook-failed",
        DiagnosisMade => "diagnosis-made",
        ActionPlanned => "action-planned",
        ApprovalRequested => "approval-requested",
        ActionApproved => "action-approved",
        ActionRefused => "action-refused",
        ApprovalExpired => "approval-expired",
        ActionSkipped => "action-skipped",
        ActionStarted => "action-started",
        ActionApplied => "action-applied",
        ActionFailed => "action-failed",
        ActionVerified => "action-verified",
        UndoRequested => "undo-requested",
        ActionUndone => "action-undone",
        UndoFailed => "undo-failed",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "No kind for this event."),
    };

    private protected override IncidentEvent Read(string kind, Members from)
    {
        var at = from.Moment("at");
        return kind switch
        {
            "opened" => new IncidentOpened
            {
                At = at,
                IncidentId = from.Text("incidentId"),
                Type = from.Value("type", DomainJson.Default.IncidentType),
                Severity = from.Value("severity", DomainJson.Default.SeverityLevel),
                Title = from.Text("title"),
                Reason = from.MaybeText("reason"),
                Description = from.MaybeText("description"),
                DedupKey = from.Text("dedupKey"),
                Source = from.Text("source"),
                Account = from.Text("account"),
                Region = from.Text("region"),
                Resources = from.MaybeTexts("resources"),
                Tenants = from.MaybeTexts("tenants"),
                OccurredAt = from.Moment("occurredAt"),
                Route = from.Text("route"),
                Runbook = from.MaybeInner("runbook", Runbook),
            },
            "signals-attached" => new SignalsAttached((long)from.Number("total")) { At = at },
            "alert-joined" => new AlertJoined(from.Text("title"), from.Text("dedupKey"), from.Text("because")) { At = at, IsNews = from.Flag("isNews") },
            "alert-recovered" => new AlertRecovered(from.Text("title"), from.Text("dedupKey"), from.Whole("stillFiring")) { At = at },
            "tenants-affected" => new TenantsAffected(from.Texts("tenants"), from.Whole("total")) { At = at },
            "severity-raised" => new SeverityRaised(from.Value("from", DomainJson.Default.SeverityLevel), from.Value("to", DomainJson.Default.SeverityLevel), from.Text("reason")) { At = at },
            "mitigated" => new IncidentMitigated(from.Text("reason")) { At = at, ByAction = from.Flag("byAction") },
            "relapsed" => new IncidentRelapsed(from.Text("reason")) { At = at, DedupKey = from.MaybeText("dedupKey") },
            "reopened" => new IncidentReopened(from.Whole("generation"), from.Text("reason")) { At = at, DedupKey = from.MaybeText("dedupKey") },
            "lifecycle-revived" => new LifecycleRevived(from.Whole("generation"), from.Text("reason")) { At = at },
            "page-sent" => new PageSent(from.Whole("round"), from.Whole("level"), from.Value("messageKind", DomainJson.Default.MessageKind), from.Text("notify"), from.Value("deliveries", DomainJson.Default.ImmutableArrayDelivery))
            {
                At = at,
                SeenVersion = from.MaybeWhole("seenVersion"),
            },
            "paged-directly" => new PagedDirectly(from.Text("reason")) { At = at },
            "pagerduty-updated" => new PagerDutyUpdated(from.Value("status", DomainJson.Default.PagerDutyStatus), from.Value("deliveries", DomainJson.Default.ImmutableArrayDelivery)) { At = at },
            "acknowledged" => new IncidentAcknowledged(from.Value("by", DomainJson.Default.Actor)) { At = at },
            "acknowledgement-expired" => new AcknowledgementExpired(from.Value("by", DomainJson.Default.Actor)) { At = at },
            "escalation-requested" => new EscalationRequested(from.Value("by", DomainJson.Default.Actor)) { At = at },
            "note-added" => new NoteAdded(from.Value("by", DomainJson.Default.Actor), from.Text("text")) { At = at },
            "resolved" => new IncidentResolved(from.MaybeValue("by", DomainJson.Default.Actor), from.Text("reason")) { At = at, FalseAlarm = from.Flag("falseAlarm"), Drill = from.Flag("drill") },
            "closed" => new IncidentClosed { At = at },
            "people-informed" => new PeopleInformed(from.Whole("upTo"), from.Value("deliveries", DomainJson.Default.ImmutableArrayDelivery)) { At = at },
            "severity-changed" => new SeverityChanged(from.Value("from", DomainJson.Default.SeverityLevel), from.Value("to", DomainJson.Default.SeverityLevel), from.Value("by", DomainJson.Default.Actor), from.MaybeText("reason")) { At = at },
            "response-target-missed" => new ResponseTargetMissed(from.Value("severity", DomainJson.Default.SeverityLevel), TimeSpan.FromSeconds(from.Number("targetSeconds"))) { At = at },
            "update-sent" => new UpdateSent(from.Whole("upTo"), from.Value("deliveries", DomainJson.Default.ImmutableArrayDelivery)) { At = at },
            "mail-asked" => new MailAsked(from.Value("mail", DomainJson.Default.MailKind), from.Texts("tenants"), from.Texts("approvers")) { At = at },
            "mail-approved" => new MailApproved(from.Value("mail", DomainJson.Default.MailKind), from.Texts("tenants"), from.MaybeValue("by", DomainJson.Default.Actor), from.MaybeText("addition")) { At = at },
            "mail-dropped" => new MailDropped(from.Value("mail", DomainJson.Default.MailKind), from.Value("by", DomainJson.Default.Actor), from.MaybeText("reason")) { At = at },
            "mail-intended" => new MailIntended(from.Value("mail", DomainJson.Default.MailKind), from.Text("commandId")) { At = at },
            "mail-sent" => new MailSent(from.Value("mail", DomainJson.Default.MailKind), from.Value("deliveries", DomainJson.Default.ImmutableArrayDelivery)) { At = at },
            "mail-in-doubt" => new MailInDoubt(from.Value("mail", DomainJson.Default.MailKind)) { At = at },
            "status-page-updated" => new StatusPageUpdated(from.Text("status"), from.Value("delivery", DomainJson.Default.Delivery)) { At = at, IsNews = from.Flag("isNews") },
            "ticket-updated" => new TicketUpdated(from.Text("status"), from.Value("delivery", DomainJson.Default.Delivery)) { At = at },
            "aftermath-told" => new AftermathTold(from.Value("step", DomainJson.Default.AftermathStep), from.MaybeText("item"), from.Value("deliveries", DomainJson.Default.ImmutableArrayDelivery)) { At = at },
            "item-added" => new ItemAdded(Item(from), from.Value("by", DomainJson.Default.Actor)) { At = at },
            "item-assigned" => new ItemAssigned(Item(from), from.Value("by", DomainJson.Default.Actor)) { At = at },
            "item-done" => new ItemDone(Item(from), from.Value("by", DomainJson.Default.Actor)) { At = at },
            "runbook-started" => Runbook(from),
            "runbook-failed" => new RunbookFailed(from.Text("runbook"), from.Text("reason")) { At = at },
            "diagnosis-made" => new DiagnosisMade(from.Text("runbook"), from.Value("diagnosis", DomainJson.Default.Diagnosis), from.Flag("dryRun")) { At = at },
            "action-planned" => new ActionPlanned(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Text("runbook"), from.Value("risk", DomainJson.Default.ActionRisk), from.Text("because"), from.MaybeMoment("actsAt"))
            {
                At = at,
                After = from.MaybeText("after"),
            },
            "approval-requested" => new ApprovalRequested(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Moment("until"), from.Texts("approvers")) { At = at },
            "action-approved" => new ActionApproved(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Value("by", DomainJson.Default.Actor)) { At = at },
            "action-refused" => new ActionRefused(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Value("by", DomainJson.Default.Actor), from.MaybeText("reason")) { At = at },
            "approval-expired" => new ApprovalExpired(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction)) { At = at },
            "action-skipped" => new ActionSkipped(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Text("reason")) { At = at },
            "action-started" => new ActionStarted(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Value("before", DomainJson.Default.TargetState)) { At = at, Again = from.Flag("again") },
            "action-applied" => new ActionApplied(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction)) { At = at },
            "action-failed" => new ActionFailed(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Text("reason")) { At = at },
            "action-verified" => new ActionVerified(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Value("verdict", DomainJson.Default.Verdict), from.Text("sentence"), from.Flag("final"))
            {
                At = at,
            },
            "undo-requested" => new UndoRequested(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.MaybeValue("by", DomainJson.Default.Actor)) { At = at },
            "action-undone" => new ActionUndone(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.MaybeValue("before", DomainJson.Default.TargetState)) { At = at },
            "undo-failed" => new UndoFailed(from.Text("id"), from.Value("action", DomainJson.Default.RemediationAction), from.Text("reason")) { At = at },
            _ => throw Unknown(kind),
        };
    }

    private protected override void Write(IncidentEvent value, MemberWriter to)
    {
        to.Moment("at", value.At);
        if (value is ActionEvent about)
        {
            to.Text("id", about.Id);
            to.Value("action", about.Action, DomainJson.Default.RemediationAction);
        }

        switch (value)
        {
            case IncidentOpened incidentOpened:
                to.Text("incidentId", incidentOpened.IncidentId);
                to.Value("type", incidentOpened.Type, DomainJson.Default.IncidentType);
                to.Value("severity", incidentOpened.Severity, DomainJson.Default.SeverityLevel);
                to.Text("title", incidentOpened.Title);
                to.Text("reason", incidentOpened.Reason);
                to.Text("description", incidentOpened.Description);
                to.Text("dedupKey", incidentOpened.DedupKey);
                to.Text("source", incidentOpened.Source);
                to.Text("account", incidentOpened.Account);
                to.Text("region", incidentOpened.Region);
                to.Texts("resources", incidentOpened.Resources);
                to.Texts("tenants", incidentOpened.Tenants);
                to.Moment("occurredAt", incidentOpened.OccurredAt);
                to.Text("route", incidentOpened.Route);
                to.Inner("runbook", incidentOpened.Runbook, Write);
                break;
            case SignalsAttached signalsAttached:
                to.Number("total", signalsAttached.Total);
                break;
            case AlertJoined alertJoined:
                to.Text("title", alertJoined.Title);
                to.Text("dedupKey", alertJoined.DedupKey);
                to.Text("because", alertJoined.Because);
                to.Flag("isNews", alertJoined.IsNews);
                break;
            case AlertRecovered alertRecovered:
                to.Text("title", alertRecovered.Title);
                to.Text("dedupKey", alertRecovered.DedupKey);
                to.Number("stillFiring", alertRecovered.StillFiring);
                break;
            case TenantsAffected tenantsAffected:
                to.Texts("tenants", tenantsAffected.Tenants);
                to.Number("total", tenantsAffected.Total);
                break;
            case SeverityRaised severityRaised:
                to.Value("from", severityRaised.From, DomainJson.Default.SeverityLevel);
                to.Value("to", severityRaised.To, DomainJson.Default.SeverityLevel);
                to.Text("reason", severityRaised.Reason);
                break;
            case IncidentMitigated incidentMitigated:
                to.Text("reason", incidentMitigated.Reason);
                to.Flag("byAction", incidentMitigated.ByAction);
                break;
            case IncidentRelapsed incidentRelapsed:
                to.Text("reason", incidentRelapsed.Reason);
                to.Text("dedupKey", incidentRelapsed.DedupKey);
                break;
            case IncidentReopened incidentReopened:
                to.Number("generation", incidentReopened.Generation);
                to.Text("reason", incidentReopened.Reason);
                to.Text("dedupKey", incidentReopened.DedupKey);
                break;
            case LifecycleRevived lifecycleRevived:
                to.Number("generation", lifecycleRevived.Generation);
                to.Text("reason", lifecycleRevived.Reason);
                break;
            case PageSent pageSent:
                to.Number("round", pageSent.Round);
                to.Number("level", pageSent.Level);
                to.Value("messageKind", pageSent.Kind, DomainJson.Default.MessageKind);
                to.Text("notify", pageSent.Notify);
                to.Value("deliveries", pageSent.Deliveries, DomainJson.Default.ImmutableArrayDelivery);
                to.Number("seenVersion", pageSent.SeenVersion);
                break;
            case PagedDirectly pagedDirectly:
                to.Text("reason", pagedDirectly.Reason);
                break;
            case PagerDutyUpdated pagerDutyUpdated:
                to.Value("status", pagerDutyUpdated.Status, DomainJson.Default.PagerDutyStatus);
                to.Value("deliveries", pagerDutyUpdated.Deliveries, DomainJson.Default.ImmutableArrayDelivery);
                break;
            case IncidentAcknowledged incidentAcknowledged:
                to.Value("by", incidentAcknowledged.By, DomainJson.Default.Actor);
                break;
            case AcknowledgementExpired acknowledgementExpired:
                to.Value("by", acknowledgementExpired.By, DomainJson.Default.Actor);
                break;
            case EscalationRequested escalationRequested:
                to.Value("by", escalationRequested.By, DomainJson.Default.Actor);
                break;
            case NoteAdded noteAdded:
                to.Value("by", noteAdded.By, DomainJson.Default.Actor);
                to.Text("text", noteAdded.Text);
                break;
            case IncidentResolved incidentResolved:
                to.MaybeValue("by", incidentResolved.By, DomainJson.Default.Actor);
                to.Text("reason", incidentResolved.Reason);
                to.Flag("falseAlarm", incidentResolved.FalseAlarm);
                to.Flag("drill", incidentResolved.Drill);
                break;
            case SeverityChanged severityChanged:
                to.Value("from", severityChanged.From, DomainJson.Default.SeverityLevel);
                to.Value("to", severityChanged.To, DomainJson.Default.SeverityLevel);
                to.Value("by", severityChanged.By, DomainJson.Default.Actor);
                to.Text("reason", severityChanged.Reason);
                break;
            case ResponseTargetMissed missed:
                to.Value("severity", missed.Severity, DomainJson.Default.SeverityLevel);
                to.Number("targetSeconds", missed.Target.TotalSeconds);
                break;
            case UpdateSent updateSent:
                to.Number("upTo", updateSent.UpTo);
                to.Value("deliveries", updateSent.Deliveries, DomainJson.Default.ImmutableArrayDelivery);
                break;
            case MailEvent mailEvent:
                to.Value("mail", mailEvent.Mail, DomainJson.Default.MailKind);
                Write(mailEvent, to);
                break;
            case StatusPageUpdated statusPageUpdated:
                to.Text("status", statusPageUpdated.Status);
                to.Value("delivery", statusPageUpdated.Delivery, DomainJson.Default.Delivery);
                to.Flag("isNews", statusPageUpdated.IsNews);
                break;
            case TicketUpdated ticketUpdated:
                to.Text("status", ticketUpdated.Status);
                to.Value("delivery", ticketUpdated.Delivery, DomainJson.Default.Delivery);
                break;
            case AftermathTold aftermathTold:
                to.Value("step", aftermathTold.Step, DomainJson.Default.AftermathStep);
                to.Text("item", aftermathTold.Item);
                to.Value("deliveries", aftermathTold.Deliveries, DomainJson.Default.ImmutableArrayDelivery);
                break;
            case ItemEvent itemEvent:
                to.Inner("item", itemEvent.Item, IncidentConverter.WriteItem);
                to.Value("by", itemEvent.By, DomainJson.Default.Actor);
                break;
            case PeopleInformed peopleInformed:
                to.Number("upTo", peopleInformed.UpTo);
                to.Value("deliveries", peopleInformed.Deliveries, DomainJson.Default.ImmutableArrayDelivery);
                break;
            case RunbookStarted runbookStarted:
                to.Text("runbook", runbookStarted.Runbook);
                to.Text("execution", runbookStarted.Execution);
                to.Text("byHand", runbookStarted.ByHand);
                to.Flag("dryRun", runbookStarted.DryRun);
                break;
            case RunbookFailed runbookFailed:
                to.Text("runbook", runbookFailed.Runbook);
                to.Text("reason", runbookFailed.Reason);
                break;
            case DiagnosisMade diagnosisMade:
                to.Text("runbook", diagnosisMade.Runbook);
                to.Value("diagnosis", diagnosisMade.Diagnosis, DomainJson.Default.Diagnosis);
                to.Flag("dryRun", diagnosisMade.DryRun);
                break;
            case ActionPlanned actionPlanned:
                to.Text("runbook", actionPlanned.Runbook);
                to.Value("risk", actionPlanned.Risk, DomainJson.Default.ActionRisk);
                to.Text("because", actionPlanned.Because);
                to.Moment("actsAt", actionPlanned.ActsAt);
                to.Text("after", actionPlanned.After);
                break;
            case ApprovalRequested approvalRequested:
                to.Moment("until", approvalRequested.Until);
                to.Texts("approvers", approvalRequested.Approvers);
                break;
            case ActionApproved actionApproved:
                to.Value("by", actionApproved.By, DomainJson.Default.Actor);
                break;
            case ActionRefused actionRefused:
                to.Value("by", actionRefused.By, DomainJson.Default.Actor);
                to.Text("reason", actionRefused.Reason);
                break;
            case ActionSkipped actionSkipped:
                to.Text("reason", actionSkipped.Reason);
                break;
            case ActionStarted actionStarted:
                to.Value("before", actionStarted.Before, DomainJson.Default.TargetState);
                to.Flag("again", actionStarted.Again);
                break;
            case ActionFailed actionFailed:
                to.Text("reason", actionFailed.Reason);
                break;
            case ActionVerified actionVerified:
                to.Value("verdict", actionVerified.Verdict, DomainJson.Default.Verdict);
                to.Text("sentence", actionVerified.Sentence);
                to.Flag("final", actionVerified.Final);
                break;
            case UndoRequested undoRequested:
                to.MaybeValue("by", undoRequested.By, DomainJson.Default.Actor);
                break;
            case ActionUndone actionUndone:
                to.MaybeValue("before", actionUndone.Before, DomainJson.Default.TargetState);
                break;
            case UndoFailed undoFailed:
                to.Text("reason", undoFailed.Reason);
                break;
        }
    }

    private static void Write(MailEvent happened, MemberWriter to)
    {
        switch (happened)
        {
            case MailAsked asked:
                to.Texts("tenants", asked.Tenants);
                to.Texts("approvers", asked.Approvers);
                break;
            case MailApproved approved:
                to.Texts("tenants", approved.Tenants);
                to.MaybeValue("by", approved.By, DomainJson.Default.Actor);
                to.Text("addition", approved.Addition);
                break;
            case MailDropped dropped:
                to.Value("by", dropped.By, DomainJson.Default.Actor);
                to.Text("reason", dropped.Reason);
                break;
            case MailIntended intended:
                to.Text("commandId", intended.CommandId);
                break;
            case MailSent sent:
                to.Value("deliveries", sent.Deliveries, DomainJson.Default.ImmutableArrayDelivery);
                break;
        }
    }

    private static FollowUpItem Item(Members from) => from.MaybeInner("item", IncidentConverter.ReadItem) ?? throw new System.Text.Json.JsonException("The member item must be there.");

    private static RunbookStarted Runbook(Members from) =>
        new(from.Text("runbook"), from.Text("execution"), from.MaybeText("byHand"), from.Flag("dryRun")) { At = from.Moment("at") };
}
