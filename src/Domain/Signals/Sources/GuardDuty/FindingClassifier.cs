using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>Findings of GuardDuty (runbook 2). It never says that a finding is over: people, or a runbook, end it.</summary>
public static class FindingClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "guardduty";


    private static readonly BusEvent<FindingFacts> Events = new(
        Source,
        "a finding of GuardDuty",
        "GuardDuty finding",
        $"It is no finding of GuardDuty: it has neither the detail-type \"{FindingEventPattern.DetailType}\" nor a finding's members.",
        "The finding does not say its type.",
        FindingParser.Recognises,
        FindingParser.Read);

    /// <summary>Never throws: what cannot be read is Unparsed, with a sentence that says what was missing.</summary>
    /// <param name="body">What the queue's message holds, in any shape.</param>
    /// <param name="messageId">Names the message where its content names nothing.</param>
    /// <param name="receivedAt">When it was taken in; stands in where the event names no time, or one more than five minutes after it.</param>
    public static Classification Classify(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt) =>
        Events.Classify(body, messageId, (facts, eventId, left) => Judge(facts, eventId, left, policy, receivedAt));

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
        // The runbook looks these up, so that they are not to be cut off.
        string[] about = [.. facts.Role is { } role ? [$"{SecurityPlaces.RolePrefix}{role}"] : Array.Empty<string>(), $"{SecurityPlaces.TypePrefix}{facts.Type}", $"{SecurityPlaces.FindingPrefix}{facts.Id}"];
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
            Resources = SignalText.Resources([.. facts.Resources.Take(SignalText.MostResources - about.Length), .. about]),
        };
        return Silencing.Judge(signal, known, policy);
    }
}
