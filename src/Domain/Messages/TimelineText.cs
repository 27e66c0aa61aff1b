using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Messages;

/// <summary>Each event in one sentence, without its time: for pages, the terminal and the post-mortem.</summary>
public static class TimelineText
{
    /// <summary>One line of clean plain text; a channel still escapes it for itself.</summary>
    public static string Of(IncidentEvent happened) => happened switch
    {
        IncidentOpened opened => Words.Sentence(
            $"Opened as {Words.Of(opened.Severity)}, {Words.Of(opened.Type)}, by {Line(opened.Source)} (route {Line(opened.Route)}): {Line(opened.Title, Limits.Title)}"),
        SignalsAttached attached => $"{Times.Count(attached.Total, "more signal")} of the same trouble so far.",
        AlertJoined joined => Words.Sentence($"Another alert joins it ({Line(joined.Title, Limits.Title)}), because {Line(joined.Because, Limits.Reason)}"),
        AlertRecovered recovered => Words.Sentence($"One of its alerts recovered ({Line(recovered.Title, Limits.Title)}); {Times.Count(recovered.StillFiring, "other alert")} still {(recovered.StillFiring == 1 ? "fires" : "fire")}"),
        TenantsAffected affected => Words.Sentence($"{(affected.Tenants.Length == 1 ? "Another tenant is affected" : "More tenants are affected")}: {string.Join(", ", affected.Tenants.Select(tenant => Line(tenant)))} ({affected.Total} in all)"),
        SeverityRaised raised => Because($"Severity raised from {Words.Of(raised.From)} to {Words.Of(raised.To)}", raised.Reason),
        IncidentMitigated { ByAction: true } mitigated => Because("Mitigated, because automation helped", mitigated.Reason),
        IncidentMitigated mitigated => Because("Mitigated, the signals have recovered", mitigated.Reason),
        IncidentRelapsed relapsed => Because("Firing again", relapsed.Reason),
        IncidentReopened reopened => Because("Reopened", reopened.Reason),
        LifecycleRevived revived => Because($"The workflows were started anew (generation {revived.Generation})", revived.Reason),
        PageSent page => Page(page),
        PagedDirectly direct => Because("Paged straight through SNS, because the workflows would not start", direct.Reason),
        PagerDutyUpdated updated => Update(updated),
        IncidentAcknowledged acknowledged => Words.Sentence($"Acknowledged by {Words.Deed(acknowledged.By)}"),
        AcknowledgementExpired expired => $"Nothing moved after {Words.Name(expired.By)} acknowledged, so it is paged again.",
        EscalationRequested requested => Words.Sentence($"Next level asked for by {Words.Deed(requested.By)}"),
        NoteAdded note => Words.Sentence($"Note of {Words.Deed(note.By)}: {Line(note.Text, Limits.Note)}"),
        IncidentResolved { FalseAlarm: true, By: { } by } nothing => Because($"Resolved as a false alarm by {Words.Deed(by)}", nothing.Reason),
        IncidentResolved { By: { } by } resolved => Because($"Resolved by {Words.Deed(by)}", resolved.Reason),
        IncidentResolved { Drill: true } drill => Line(drill.Reason, Limits.Reason),
        IncidentResolved resolved => $"Resolved by itself. {Line(resolved.Reason, Limits.Reason)}".TrimEnd(),
        IncidentClosed => "Closed.",
        PeopleInformed informed => Words.Sentence($"People were told what is new{Outcome(informed.Deliveries)}"),
        _ when CommunicationText.Of(happened, Outcome) is { } told => told,
        _ when RemediationText.Of(happened) is { } sentence => sentence,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "No words for this event."),
    };

    private static string Page(PageSent page)
    {
        var kind = page.Kind == MessageKind.Page ? "Page" : "Notice";
        var round = page.Round > 1 ? $", round {page.Round}" : "";
        return Words.Sentence($"{kind} {page.Level} to {Line(page.Notify)}{round}{Outcome(page.Deliveries)}");
    }

    private static string Update(PagerDutyUpdated updated) => updated.Deliveries.FirstOrDefault(delivery => !delivery.Delivered) is { } refused
        ? Because($"PagerDuty could not be told that it is {Words.Of(updated.Status)}", refused.Reason)
        : $"PagerDuty was told that it is {Words.Of(updated.Status)}.";

    // Who accepted comes first, in one clause; each refusal has its own, because its reason is what somebody must act on.
    private static string Outcome(IReadOnlyCollection<Delivery> deliveries)
    {
        var accepted = deliveries.Where(delivery => delivery.Delivered).Select(Recipient).Distinct().ToList();
        var refused = deliveries.Where(delivery => !delivery.Delivered)
            .Select(delivery => $"{Recipient(delivery)} refused: {(Line(WithoutSdk(delivery.Reason), Limits.ListItem) is { Length: > 0 } reason ? reason : "no reason given")}")
            .Distinct();
        List<string> clauses = [.. refused];
        if (accepted.Count > 0)
        {
            clauses.Insert(0, $"{Join(accepted)} accepted it");
        }

        return clauses.Count == 0 ? "" : $": {string.Join("; ", clauses)}";
    }

    // Step Functions adds "(Service: SesV2, Status Code: 400, Request ID: …) (SDK Attempt Count: 1)"; the event keeps it.
    private static string? WithoutSdk(string? reason) => reason?.IndexOf(" (Service: ", StringComparison.Ordinal) is { } at and > 0 ? reason[..at] : reason;

    private static string Recipient(Delivery delivery) =>
        delivery.Recipient is null ? Words.Of(delivery.Channel) : $"{Words.Of(delivery.Channel)} for {Line(delivery.Recipient)}";

    private static string Join(List<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Because(string what, string? reason) =>
        Line(reason, Limits.Reason) is { Length: > 0 } why ? Words.Sentence($"{what}: {why}") : what + ".";

    private static string Line(string? text, int maximum = Limits.Name) => PlainText.Line(text, maximum);
}
