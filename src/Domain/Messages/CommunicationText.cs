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
