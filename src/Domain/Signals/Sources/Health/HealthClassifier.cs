using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Signals.Sources.Health;

/// <summary>AWS Health (runbook 3.1, "Verify AWS … service status"): issues, scheduled changes and messages to the account.</summary>
public static class HealthClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "aws-health";

    private static readonly BusEvent<HealthFacts> Events = new(
        Source,
        "an event of AWS Health",
        "AWS Health event",
        "It is no event of AWS Health: it has neither an aws.health envelope nor an eventTypeCode with an eventTypeCategory.",
        "The event of AWS Health has no detail.eventTypeCode.",
        HealthParser.Recognises,
        HealthParser.Read);

    /// <summary>Never throws: what cannot be read is Unparsed, with a sentence that says what was missing.</summary>
    /// <param name="body">What the queue's message holds, in any shape.</param>
    /// <param name="messageId">Names the message where its content names nothing.</param>
    /// <param name="receivedAt">When it was taken in; stands in where the event names no time, or one more than five minutes after it.</param>
    public static Classification Classify(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt) =>
        Events.Classify(body, messageId, (facts, eventId, left) => Judge(facts, eventId, left, policy, receivedAt));

    private static Classification Judge(HealthFacts facts, string eventId, string left, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var title = HealthText.Title(facts);
        if (facts.TypeCode.Contains("TEST_EVENT", StringComparison.OrdinalIgnoreCase))
        {
            return new Classification.Ignored(Source, eventId, title, $"It is a test event ({SignalText.Title(facts.TypeCode)}).{left}");
        }

        var known = HealthFactsDocument.Of(facts);
        var route = RouteChoice.Of(policy, known);
        var signal = new Signal
        {
            Source = Source,
            EventId = eventId,
            Status = IsOver(facts) ? SignalStatus.Recovered : SignalStatus.Firing,
            Type = route.Type,
            Severity = route.Severity,
            Route = route.Name,
            DedupKey = new DedupKey(Source, facts.Account, facts.Region, Name(facts)).ToString(),
            Title = title,
            Reason = SignalText.Paragraphs(HealthText.Reason(facts) + left),
            OccurredAt = SignalTime.Of(facts.OccurredAt, receivedAt),
            Account = facts.Account,
            Region = facts.Region,
            Resources = SignalText.Resources(facts.Entities.Prepend(facts.Id)),
        };
        return Silencing.Judge(signal, known, policy);
    }

    /// <summary>What the ARN ends with, which names one event: <c>AWS_EC2_OPERATIONAL_ISSUE_7f35c8ae-…</c>.</summary>
    private static string Name(HealthFacts facts) => facts.Id[(facts.Id.LastIndexOf('/') + 1)..] is { Length: > 0 } name ? name : facts.TypeCode;

    /// <summary>It is closed, or its text says so, which may come first; of the older form, which has no status, an issue whose end is past.</summary>
    private static bool IsOver(HealthFacts facts) => facts.Status switch
    {
        "closed" => true,
        null => facts.Category == "issue" && facts.Ends is { } end && end <= facts.OccurredAt && end > facts.Begins,
        _ => facts.Description?.Contains("[RESOLVED]", StringComparison.OrdinalIgnoreCase) == true
            || facts.Description?.Contains("severity level: operating normally", StringComparison.OrdinalIgnoreCase) == true,
    };
}
