using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>Findings of GuardDuty (runbook 2). It never says that a finding is over: people, or a runbook, end it.</summary>
public static class FindingClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "guardduty";

    /// <summary>Never throws: what cannot be read is Unparsed, with a sentence that says what was missing.</summary>
    /// <param name="body">What the queue's message holds, in any shape.</param>
    /// <param name="messageId">Names the message where its content names nothing.</param>
    /// <param name="receivedAt">When it was taken in; stands in where the event names no time, or one more than five minutes after it.</param>
    public static Classification Classify(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var carried = MessageBody.Unwrap(body);
        var eventId = EventIds.Of(carried);
        var left = carried.LeftBehind;
        if (carried.Sns is { IsHandshake: true } handshake)
        {
            return new Classification.Ignored(Source, eventId, SignalText.Title($"SNS {handshake.Type}"), handshake.HandshakeInsteadOf("a finding") + left);
        }

        if (carried.Content is { } other && other.Text("detail-type") is { } kind && kind != FindingEventPattern.DetailType)
        {
            var what = PlainText.Line($"{kind} from {other.Text("source") ?? "a source without a name"}", 160);
            return new Classification.Ignored(Source, eventId, what, $"not a finding of GuardDuty: {what}{left}");
        }

        if (carried.Content is not { } content || !FindingParser.Recognises(content))
        {
            return new Classification.Unparsed(Source, eventId, SignalText.Title($"Message {messageId}"), $"It is no finding of GuardDuty: it has neither the detail-type \"{FindingEventPattern.DetailType}\" nor a finding's members.{left}");
        }

        return FindingParser.Read(content, carried.Sns) is { } facts
            ? Judge(facts, eventId, left, policy, receivedAt)
            : new Classification.Unparsed(Source, eventId, SignalText.Title("GuardDuty finding", $"Message {messageId}"), $"The finding does not say its type.{left}");
    }

    private static Classification Judge(FindingFacts facts, string eventId, string left, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var title = FindingText.Title(facts);
        if (facts.IsSample)
        {
            return new Classification.Ignored(Source, eventId, title, $"It is a sample finding, which GuardDuty makes up on request.{left}");
        }

        if (facts.IsArchived)
        {
            return new Classification.Suppressed(Source, eventId, title, $"The finding is archived: somebody, or a suppression rule of GuardDuty, put it aside.{left}");
        }

        var known = FindingFactsDocument.Of(facts);
        var route = RouteChoice.Of(policy, known);
        var signal = new Signal
        {
            Source = Source,
            EventId = eventId,
            Status = SignalStatus.Firing,
            Type = route.Type,
            Severity = route.Severity,
            Route = route.Name,
            DedupKey = new DedupKey(Source, facts.Account, facts.Region, facts.Id).ToString(),
            Title = title,
            Reason = SignalText.Paragraphs(FindingText.Reason(facts) + left),
            OccurredAt = SignalTime.Of(facts.OccurredAt, receivedAt),
            Account = facts.Account,
            Region = facts.Region,
            Resources = SignalText.Resources(facts.Resources),
        };
        return Silencing.Judge(signal, known, policy);
    }
}
