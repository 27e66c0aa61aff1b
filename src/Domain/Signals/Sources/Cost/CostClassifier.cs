using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Envelopes;
using IncidentServerless.Domain.Signals.Sources.Budgets;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Signals.Sources.CostAnomaly;

namespace IncidentServerless.Domain.Signals.Sources.Cost;

/// <summary>Everything about cost (runbook 2): mails of AWS Budgets, cost anomalies, and billing alarms, which are alarms like others.</summary>
public static class CostClassifier
{
    /// <summary>What a message names as its source that is neither a budget's, nor an anomaly, nor an alarm.</summary>
    public const string Source = "cost-mail";

    /// <summary>Whether it speaks of cost in a way that only this classifier reads, well or badly: a mail of AWS Budgets, or an anomaly.</summary>
    /// <param name="subject">The mail's, where the body does not carry it; else null.</param>
    public static bool Recognises(string body, string? subject = null)
    {
        var carried = MessageBody.Unwrap(body);
        return carried.Content switch
        {
            { ValueKind: JsonValueKind.Object } content => AnomalyParser.Recognises(content),
            null => BudgetParser.Recognises(carried.Text, carried.Sns?.Subject ?? subject),
            _ => false,
        };
    }

    /// <summary>Never throws, and drops nothing that may be a cost: what cannot be read is a signal of its own, with its text.</summary>
    /// <param name="body">What the queue's message holds, in any shape.</param>
    /// <param name="messageId">Names the message where its content names nothing.</param>
    /// <param name="receivedAt">When it was taken in; stands in where the event names no time, or one more than five minutes after it.</param>
    public static Classification Classify(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var carried = MessageBody.Unwrap(body);
        var eventId = EventIds.Of(carried);
        if (carried.Sns is { IsHandshake: true } handshake)
        {
            return new Classification.Ignored(Source, eventId, SignalText.Title($"SNS {handshake.Type}"), handshake.HandshakeInsteadOf("a cost alert") + carried.LeftBehind);
        }

        if (carried.Content is not { ValueKind: JsonValueKind.Object } content)
        {
            return carried.Content is null && BudgetParser.Read(carried) is { } budget
                ? Silencing.Judge(BudgetClassifier.Signal(budget, eventId, carried.LeftBehind, policy, receivedAt), BudgetFactsDocument.Of(budget), policy)
                : Unreadable();
        }

        if (AlarmParser.Recognises(content))
        {
            return AlarmClassifier.Classify(body, messageId, policy, receivedAt);
        }

        if (AnomalyParser.Recognises(content))
        {
            return AnomalyParser.Read(content, carried.Sns) is { } anomaly
                ? Silencing.Judge(AnomalyClassifier.Signal(anomaly, eventId, carried.LeftBehind, policy, receivedAt), AnomalyFactsDocument.Of(anomaly), policy)
                : Unreadable();
        }

        return content.Text("detail-type") is { } type ? Foreign(content, type) : Unreadable();

        Classification Unreadable() => new Classification.Signalled(UnreadableCostMail.Signal(carried, eventId, receivedAt));

        Classification Foreign(JsonElement envelope, string kind)
        {
            var what = PlainText.Line($"{kind} from {envelope.Text("source") ?? "a source without a name"}", 160);
            return new Classification.Ignored(Source, eventId, what, $"not about cost: {what}{carried.LeftBehind}");
        }
    }
}
