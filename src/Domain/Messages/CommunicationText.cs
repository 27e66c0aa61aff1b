using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Messages;

/// <summary>Severity by a person, updates and the aftermath, in one sentence each.</summary>
internal static class CommunicationText
{
    /// <param name="outcome">What became of the messages of one event, as the end of a sentence.</param>
    /// <returns>Null when the event is none of these.</returns>
    public static string? Of(IncidentEvent happened, Func<IReadOnlyCollection<Delivery>, string> outcome) => happened switch
    {
        SeverityChanged changed => Words.Sentence($"Severity {(changed.To < changed.From ? "raised" : "lowered")} from {Words.Of(changed.From)} to {Words.Of(changed.To)} by {Words.Deed(changed.By)}{Reason(changed.Reason)}"),
        ResponseTargetMissed missed => $"Nobody took it within the response time of {Words.Of(missed.Severity)} ({Durations.InWords(missed.Target)}), so people are told again at once.",
        UpdateSent sent => Words.Sentence($"Those who follow it were told how it stands{outcome(sent.Deliveries)}"),
        MailAsked asked => $"{Words.List(asked.Approvers)} {(asked.Approvers.Length == 1 ? "is" : "are")} asked whether {Mail(asked.Mail)} goes to {Words.List(asked.Tenants)}.",
        MailApproved { By: { } by } approved => Words.Sentence($"{Words.Deed(by)}, approved sending {Mail(approved.Mail)} to {Words.List(approved.Tenants)}{(approved.Addition is null ? "" : ", with an addition")}"),
        MailApproved approved => $"To be sent, as policy says: {Mail(approved.Mail)} to {Words.List(approved.Tenants)}.",
        MailDropped dropped => Words.Sentence($"Not to be sent, says {Words.Deed(dropped.By)}: {Mail(dropped.Mail)}{Reason(dropped.Reason)}"),
        MailIntended intended => $"Sending now: {Mail(intended.Mail)}.",
        MailSent sent => Words.Sentence($"{char.ToUpperInvariant(Mail(sent.Mail)[0])}{Mail(sent.Mail)[1..]} went out to customers{outcome(sent.Deliveries)}"),
        MailInDoubt doubt => $"Nobody knows whether {Mail(doubt.Mail)} was sent, because the workflow that sent it died; a person decides.",
        StatusPageUpdated { Delivery.Delivered: true } page => $"The status page says: {page.Status}.",
        StatusPageUpdated page => Words.Sentence($"The status page could not be told \"{page.Status}\": {(PlainText.Line(page.Delivery.Reason, Limits.ListItem) is { Length: > 0 } why ? why : "no reason given")}"),
        TicketUpdated { Delivery.Delivered: true } ticket => $"The ticket{(PlainText.Line(ticket.Delivery.Recipient, Limits.Name) is { Length: > 0 } number ? $" {number}" : "")} says: {ticket.Status}.",
        TicketUpdated ticket => Words.Sentence($"The ticket could not be told \"{ticket.Status}\": {(PlainText.Line(ticket.Delivery.Reason, Limits.ListItem) is { Length: > 0 } why ? why : "no reason given")}"),
        AftermathTold told => Words.Sentence($"{Step(told)}{outcome(told.Deliveries)}"),
        ItemAdded added => Words.Sentence($"Follow-up item added by {Words.Deed(added.By)}: {Item(added.Item)}"),
        ItemAssigned assigned => Words.Sentence($"Follow-up item assigned by {Words.Deed(assigned.By)}: {Item(assigned.Item)}"),
        ItemDone done => Words.Sentence($"Follow-up item done, says {Words.Deed(done.By)}: {PlainText.Line(done.Item.Text, FollowUpItem.LongestText)}"),
        _ => null,
    };

    /// <summary><c>Alert on the pool's size (owner Ben Ode, due 2026-12-01)</c>; what is missing is named as missing.</summary>
    public static string Item(FollowUpItem item) => $"{PlainText.Line(item.Text, FollowUpItem.LongestText)} ({Who(item)}, {When(item)})";

    public static string Who(FollowUpItem item) => PlainText.Line(item.Owner, Limits.Name) is { Length: > 0 } owner ? $"owner {owner}" : "no owner yet";

    public static string When(FollowUpItem item) => item.Due is { } due ? $"due {Times.Day(due)}" : "no due date yet";

    /// <summary>What a mail is called in sentences.</summary>
    public static string Mail(MailKind kind) => kind == MailKind.Notice ? "the notice that their data is affected" : "the report on it";

    private static string Step(AftermathTold told) => told.Step switch
    {
        AftermathStep.Summary => "The summary went to those who follow it",
        AftermathStep.PostMortem => "The post-mortem was drafted",
        AftermathStep.Priorities => "The follow-up items were gone through",
        AftermathStep.FollowUp => "The progress of the follow-up items was told, which ends the aftermath",
        AftermathStep.Overdue => $"The follow-up item {PlainText.Line(told.Item, Limits.Name)} is overdue, and its owner was told",
        _ => throw new ArgumentOutOfRangeException(nameof(told), told.Step, "No words for this step."),
    };

    private static string Reason(string? reason) => PlainText.Line(reason, Limits.Reason) is { Length: > 0 } why ? $": {why}" : "";
}
