using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Policy.Reading;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals.Envelopes;
using Limits = IncidentServerless.Domain.Messages.Text.Limits;

namespace IncidentServerless.Domain.Signals.Sources.Drills;

/// <summary>
/// Test pages, asked for or weekly:
/// <code>
/// { "severity": "SEV1",     one that pages
///   "by": "Ana",            who asks for it
///   "reason": "New phone" } may be left out
/// </code>
/// is the detail of an event that asks; the weekly one is what EventBridge writes by itself, and policy says its severity. No silence and
/// no correlation holds for them: a test that is kept back tests nothing.
/// </summary>
public static class DrillClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "drill";

    /// <summary>So that only one is under way at a time.</summary>
    private const string KeyName = "test page";

    /// <summary>Whether the message is about a drill, readable or not. Looks into it only where it may be, since each alarm is asked too.</summary>
    public static bool Recognises(string body) =>
        (body.Contains(DrillEventPattern.DetailType, StringComparison.Ordinal) || body.Contains(DrillEventPattern.ScheduleDetailType, StringComparison.Ordinal))
        && MessageBody.Unwrap(body).Content is { } content
        && (content.Text("source"), content.Text("detail-type")) is (DrillEventPattern.Source, DrillEventPattern.DetailType) or (DrillEventPattern.ScheduleSource, DrillEventPattern.ScheduleDetailType);

    /// <summary>Never throws: what cannot be read is Unparsed, with a sentence that says what was missing.</summary>
    /// <param name="body">What the queue's message holds.</param>
    /// <param name="receivedAt">When it was taken in; stands in where the event names no time, or one more than five minutes after it.</param>
    public static Classification Classify(string body, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var carried = MessageBody.Unwrap(body);
        var eventId = EventIds.Of(carried);
        var content = carried.Content ?? default;
        if (content.Text("source") == DrillEventPattern.ScheduleSource)
        {
            return policy.Drill is { } weekly
                ? Signalled(content, eventId, weekly.Severity, "Weekly drill", null, receivedAt)
                : new Classification.Ignored(Source, eventId, "Scheduled event", "Policy knows of no weekly drill.");
        }

        var detail = content.Object("detail") ?? default;
        var by = PlainText.Line(detail.Text("by"), Limits.Name);
        var title = by.Length > 0 ? $"Drill asked for by {by}" : "Drill";
        return PolicyWords.Severity(detail.Text("severity")) is { } severity && policy.Escalation[severity].Kind == MessageKind.Page && by.Length > 0
            ? Signalled(content, eventId, severity, title, SignalText.Paragraphs(detail.Text("reason")), receivedAt)
            : new Classification.Unparsed(Source, eventId, SignalText.Title(title), $"A drill needs \"by\", and as \"severity\" one that pages: {Paging(policy)}.");
    }

    private static Classification.Signalled Signalled(JsonElement content, string eventId, SeverityLevel severity, string title, string? reason, DateTimeOffset receivedAt)
    {
        var (account, region) = (AwsPlace.Account(content.Text("account")), AwsPlace.Region(content.Text("region")));
        return new(new Signal
        {
            Source = Source,
            EventId = eventId,
            Status = SignalStatus.Firing,
            Type = IncidentType.Drill,
            Severity = severity,
            Route = ReservedRouteNames.Drill,
            DedupKey = new DedupKey(Source, account, region, KeyName).ToString(),
            Title = SignalText.Title(title),
            Reason = reason,
            OccurredAt = SignalTime.Of(EventTime.First(content.Text("time")), receivedAt),
            Account = account,
            Region = region,
        });
    }

    private static string Paging(IncidentPolicy policy) =>
        PolicyWords.Severities.Where(word => policy.Escalation[word.Meaning].Kind == MessageKind.Page).Select(word => word.Text).ToArray() is { Length: > 0 } paging ? string.Join(", ", paging) : "policy has none";
}
