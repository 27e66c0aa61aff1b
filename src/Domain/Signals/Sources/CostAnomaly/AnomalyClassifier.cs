using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Signals.Sources.CostAnomaly;

/// <summary>AWS Cost Anomaly Detection (runbook 2), through EventBridge or SNS. It never says that an anomaly is over.</summary>
public static class AnomalyClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "cost-anomaly";

    // An anomaly is its account's, and the two ways it comes by speak from different regions: its key names none, so that both meet.
    private const string NoRegion = "global";

    /// <param name="left">What to add to the reason; may be empty.</param>
    internal static Signal Signal(AnomalyFacts facts, string eventId, string left, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var route = RouteChoice.Of(policy, AnomalyFactsDocument.Of(facts));
        return new Signal
        {
            Source = Source,
            EventId = eventId,
            Status = SignalStatus.Firing,
            Type = route.Type,
            Severity = route.Severity,
            Route = route.Name,
            DedupKey = new DedupKey(Source, facts.Account, NoRegion, facts.Id).ToString(),
            Title = AnomalyText.Title(facts),
            Reason = SignalText.Paragraphs(AnomalyText.Reason(facts) + left),
            OccurredAt = SignalTime.Of(facts.OccurredAt, receivedAt),
            Account = facts.Account,
            Region = facts.Region,
            Resources = SignalText.Resources(facts.Causes.SelectMany(Named).Prepend(facts.Monitor)),
        };
    }

    private static IEnumerable<string?> Named(AnomalyCause cause) =>
    [
        cause.Service is null ? null : $"service={cause.Service}",
        cause.UsageType is null ? null : $"usageType={cause.UsageType}",
        cause.Region is null ? null : $"region={cause.Region}",
        cause.Account is null ? null : $"account={cause.Account}",
    ];
}
