using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Tickets;

namespace IncidentServerless.Domain.Incidents;

/// <summary>An incident as it is stored beside its events. Members are only ever added, so that what was stored earlier is read.</summary>
public sealed class IncidentConverter : RecordConverter<Incident>
{
    private protected override Incident Read(Members from) => new()
    {
        Id = from.Text("id"),
        Version = from.Whole("version"),
        Generation = from.Whole("generation"),
        Type = from.Value("type", DomainJson.Default.IncidentType),
        Severity = from.Value("severity", DomainJson.Default.SeverityLevel),
        Status = from.Value("status", DomainJson.Default.IncidentStatus),
        Title = from.Text("title"),
        Reason = from.MaybeText("reason"),
        Description = from.MaybeText("description"),
        DedupKey = from.Text("dedupKey"),
        Firing = from.MaybeTexts("firing"),
        Impact = from.MaybeValue("impact", DomainJson.Default.Impact),
        Source = from.Text("source"),
        Account = from.Text("account"),
        Region = from.Text("region"),
        Resources = from.MaybeTexts("resources"),
        Tenants = from.MaybeTexts("tenants"),
        OccurredAt = from.Moment("occurredAt"),
        OpenedAt = from.Moment("openedAt"),
        PagedAt = from.MaybeMoment("pagedAt"),
        AcknowledgedAt = from.MaybeMoment("acknowledgedAt"),
        RevivedAt = from.MaybeMoment("revivedAt"),
        Revivals = from.MaybeWhole("revivals") ?? 0,
        Notes = from.MaybeWhole("notes") ?? 0,
        MitigatedAt = from.MaybeMoment("mitigatedAt"),
        MitigatedByAction = from.Flag("mitigatedByAction"),
        ResolvedAt = from.MaybeMoment("resolvedAt"),
        ClosedAt = from.MaybeMoment("closedAt"),
        Acknowledgement = from.MaybeInner("acknowledgement", held => new Acknowledgement(held.Value("by", DomainJson.Default.Actor), held.Moment("at"), held.Moment("progressAt"))),
        Paging = from.MaybeInner("paging", Paging) ?? PagingProgress.None,
        Runbook = from.MaybeInner("runbook", Runbook),
        Actions = from.Has("actions") ? from.Items("actions", Action) : [],
        InformedVersion = from.MaybeWhole("informedVersion") ?? 0,
        SettledVersion = from.MaybeWhole("settledVersion") ?? 0,
        UpdatedAt = from.MaybeMoment("updatedAt"),
        UpdatedVersion = from.MaybeWhole("updatedVersion") ?? 0,
        StatusPage = from.MaybeInner("statusPage", told => new StatusPageTold(told.MaybeText("status"), told.MaybeText("pageIncidentId"), told.MaybeWhole("failedTries") ?? 0, told.MaybeMoment("failedAt"))),
        Ticket = from.MaybeInner("ticket", told => new TicketTold(told.MaybeText("status"), told.MaybeText("number"), told.MaybeWhole("failedTries") ?? 0, told.MaybeMoment("failedAt"))),
        Mails = from.Has("mails") ? from.Items("mails", Mail) : [],
        ResponseMissedAt = from.MaybeMoment("responseMissedAt"),
        BrokenChannels = from.MaybeTexts("brokenChannels"),
        FalseAlarm = from.Flag("falseAlarm"),
        Resolution = from.MaybeText("resolution"),
        AftermathTold = from.MaybeWhole("aftermathTold") ?? 0,
        Items = from.Has("items") ? from.Items("items", ReadItem) : [],
        Raised = from.MaybeInner("raised", Raised) ?? new RaisedTopics(),
    };

    private protected override void Write(Incident value, MemberWriter to)
    {
        to.Text("id", value.Id);
        to.Number("version", value.Version);
        to.Number("generation", value.Generation);
        to.Value("type", value.Type, DomainJson.Default.IncidentType);
        to.Value("severity", value.Severity, DomainJson.Default.SeverityLevel);
        to.Value("status", value.Status, DomainJson.Default.IncidentStatus);
        to.Text("title", value.Title);
        to.Text("reason", value.Reason);
        to.Text("description", value.Description);
        to.Text("dedupKey", value.DedupKey);
        to.Texts("firing", value.Firing);
        to.MaybeValue("impact", value.Impact, DomainJson.Default.Impact);
        to.Text("source", value.Source);
        to.Text("account", value.Account);
        to.Text("region", value.Region);
        to.Texts("resources", value.Resources);
        to.Texts("tenants", value.Tenants);
        to.Moment("occurredAt", value.OccurredAt);
        to.Moment("openedAt", value.OpenedAt);
        to.Moment("pagedAt", value.PagedAt);
        to.Moment("acknowledgedAt", value.AcknowledgedAt);
        to.Moment("revivedAt", value.RevivedAt);
        to.Number("revivals", value.Revivals);
        to.Number("notes", value.Notes);
        to.Moment("mitigatedAt", value.MitigatedAt);
        to.Flag("mitigatedByAction", value.MitigatedByAction);
        to.Moment("resolvedAt", value.ResolvedAt);
        to.Moment("closedAt", value.ClosedAt);
        to.Inner("acknowledgement", value.Acknowledgement, (held, inner) =>
        {
            inner.Value("by", held.By, DomainJson.Default.Actor);
            inner.Moment("at", held.At);
            inner.Moment("progressAt", held.ProgressAt);
        });
        to.Inner("paging", value.Paging, Write);
        to.Inner("runbook", value.Runbook, Write);
        to.Items("actions", value.Actions, Write);
        to.Number("informedVersion", value.InformedVersion);
        to.Number("settledVersion", value.SettledVersion);
        to.Moment("updatedAt", value.UpdatedAt);
        to.Number("updatedVersion", value.UpdatedVersion);
        to.Inner("statusPage", value.StatusPage, (told, inner) =>
        {
            inner.Text("status", told.Status);
            inner.Text("pageIncidentId", told.PageIncidentId);
            inner.Number("failedTries", told.FailedTries);
            inner.Moment("failedAt", told.FailedAt);
        });
        to.Inner("ticket", value.Ticket, (told, inner) =>
        {
            inner.Text("status", told.Status);
            inner.Text("number", told.Number);
            inner.Number("failedTries", told.FailedTries);
            inner.Moment("failedAt", told.FailedAt);
        });
        to.Items("mails", value.Mails, Write);
        to.Moment("responseMissedAt", value.ResponseMissedAt);
        to.Texts("brokenChannels", value.BrokenChannels);
        to.Flag("falseAlarm", value.FalseAlarm);
        to.Text("resolution", value.Resolution);
        to.Number("aftermathTold", value.AftermathTold);
        to.Items("items", value.Items, WriteItem);
        to.Inner("raised", value.Raised, Write);
    }

    internal static FollowUpItem ReadItem(Members from) => new(from.Text("id"), from.Text("text"), from.MaybeText("owner"), from.MaybeMoment("due"))
    {
        DoneAt = from.MaybeMoment("doneAt"),
        Reminded = from.Flag("reminded"),
    };

    internal static void WriteItem(FollowUpItem item, MemberWriter to)
    {
        to.Text("id", item.Id);
        to.Text("text", item.Text);
        to.Text("owner", item.Owner);
        to.Moment("due", item.Due);
        to.Moment("doneAt", item.DoneAt);
        to.Flag("reminded", item.Reminded);
    }

    private static CustomerMail Mail(Members from) => new(from.Value("kind", DomainJson.Default.MailKind), from.Value("status", DomainJson.Default.MailStatus), from.Texts("tenants"))
    {
        By = from.MaybeValue("by", DomainJson.Default.Actor),
        Addition = from.MaybeText("addition"),
        IntendedBy = from.MaybeText("intendedBy"),
        Sent = from.MaybeTexts("sent"),
    };

    private static void Write(CustomerMail mail, MemberWriter to)
    {
        to.Value("kind", mail.Kind, DomainJson.Default.MailKind);
        to.Value("status", mail.Status, DomainJson.Default.MailStatus);
        to.Texts("tenants", mail.Tenants);
        to.MaybeValue("by", mail.By, DomainJson.Default.Actor);
        to.Text("addition", mail.Addition);
        to.Text("intendedBy", mail.IntendedBy);
        to.Texts("sent", mail.Sent);
    }

    private static PagingProgress Paging(Members from) => new()
    {
        Round = from.Whole("round"),
        Level = from.Whole("level"),
        LevelPagedAt = from.MaybeMoment("levelPagedAt"),
        BeganAtVersion = from.MaybeWhole("beganAtVersion") ?? 0,
        Unheard = from.Flag("unheard"),
        EscalationAsked = from.Flag("escalationAsked"),
        PagedDirectly = from.Flag("pagedDirectly"),
        People = from.MaybeTexts("people"),
        PagerDuty = from.MaybeInner("pagerDuty", told => new PagerDutyTold(
            told.Whole("round"), told.Whole("triggers"), told.Value("status", DomainJson.Default.PagerDutyStatus), told.MaybeWhole("failedTries") ?? 0, told.MaybeMoment("failedAt"))),
    };

    private static void Write(PagingProgress paging, MemberWriter to)
    {
        to.Number("round", paging.Round);
        to.Number("level", paging.Level);
        to.Moment("levelPagedAt", paging.LevelPagedAt);
        to.Number("beganAtVersion", paging.BeganAtVersion);
        to.Flag("unheard", paging.Unheard);
        to.Flag("escalationAsked", paging.EscalationAsked);
        to.Flag("pagedDirectly", paging.PagedDirectly);
        to.Texts("people", paging.People);
        to.Inner("pagerDuty", paging.PagerDuty, (told, inner) =>
        {
            inner.Number("round", told.Round);
            inner.Number("triggers", told.Triggers);
            inner.Value("status", told.Status, DomainJson.Default.PagerDutyStatus);
            inner.Number("failedTries", told.FailedTries);
            inner.Moment("failedAt", told.FailedAt);
        });
    }

    private static RunbookRun Runbook(Members from) => new(from.Text("name"), from.Text("execution"), from.MaybeText("byHand"), from.Flag("dryRun"))
    {
        Finding = from.MaybeInner("finding", found => new Finding(found.Text("name"), found.Text("summary"), found.Value("confidence", DomainJson.Default.Confidence)) { Tell = found.MaybeTexts("tell") }),
        FailedBecause = from.MaybeText("failedBecause"),
    };

    private static void Write(RunbookRun run, MemberWriter to)
    {
        to.Text("name", run.Name);
        to.Text("execution", run.Execution);
        to.Text("byHand", run.ByHand);
        to.Flag("dryRun", run.DryRun);
        to.Inner("finding", run.Finding, (found, inner) =>
        {
            inner.Text("name", found.Name);
            inner.Text("summary", found.Summary);
            inner.Value("confidence", found.Confidence, DomainJson.Default.Confidence);
            inner.Texts("tell", found.Tell);
        });
        to.Text("failedBecause", run.FailedBecause);
    }

    private static ActionRecord Action(Members from) => new()
    {
        Id = from.Text("id"),
        Runbook = from.Text("runbook"),
        Action = from.Value("action", DomainJson.Default.RemediationAction),
        Risk = from.Value("risk", DomainJson.Default.ActionRisk),
        Because = from.Text("because"),
        Status = from.Value("status", DomainJson.Default.ActionStatus),
        PlannedAt = from.Moment("plannedAt"),
        PlannedBy = from.MaybeText("plannedBy"),
        After = from.MaybeText("after"),
        ApprovalUntil = from.MaybeMoment("approvalUntil"),
        By = from.MaybeValue("by", DomainJson.Default.Actor),
        Before = from.MaybeValue("before", DomainJson.Default.TargetState),
        WasStarted = from.Flag("wasStarted"),
        AppliedAt = from.MaybeMoment("appliedAt"),
        Measurements = from.MaybeWhole("measurements") ?? 0,
    };

    private static void Write(ActionRecord record, MemberWriter to)
    {
        to.Text("id", record.Id);
        to.Text("runbook", record.Runbook);
        to.Value("action", record.Action, DomainJson.Default.RemediationAction);
        to.Value("risk", record.Risk, DomainJson.Default.ActionRisk);
        to.Text("because", record.Because);
        to.Value("status", record.Status, DomainJson.Default.ActionStatus);
        to.Moment("plannedAt", record.PlannedAt);
        to.Text("plannedBy", record.PlannedBy);
        to.Text("after", record.After);
        to.Moment("approvalUntil", record.ApprovalUntil);
        to.MaybeValue("by", record.By, DomainJson.Default.Actor);
        to.MaybeValue("before", record.Before, DomainJson.Default.TargetState);
        to.Flag("wasStarted", record.WasStarted);
        to.Moment("appliedAt", record.AppliedAt);
        to.Number("measurements", record.Measurements);
    }

    private static RaisedTopics Raised(Members from) => new()
    {
        Changed = from.MaybeWhole("changed") ?? 0,
        Acknowledged = from.MaybeWhole("acknowledged") ?? 0,
        Escalated = from.MaybeWhole("escalated") ?? 0,
        Resolved = from.MaybeWhole("resolved") ?? 0,
        Decided = from.MaybeWhole("decided") ?? 0,
        News = from.MaybeWhole("news") ?? 0,
    };

    private static void Write(RaisedTopics raised, MemberWriter to)
    {
        to.Number("changed", raised.Changed);
        to.Number("acknowledged", raised.Acknowledged);
        to.Number("escalated", raised.Escalated);
        to.Number("resolved", raised.Resolved);
        to.Number("decided", raised.Decided);
        to.Number("news", raised.News);
    }
}
