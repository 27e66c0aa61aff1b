using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Signals.Sources.Budgets;

/// <summary>AWS Budgets (runbook 2). A budget never says that it is well again, so its incidents are ended by people.</summary>
public static class BudgetClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "aws-budgets";

    /// <param name="left">What to add to the reason; may be empty.</param>
    internal static Signal Signal(BudgetFacts facts, string eventId, string left, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var route = RouteChoice.Of(policy, BudgetFactsDocument.Of(facts));
        return new Signal
        {
            Source = Source,
            EventId = eventId,
            Status = SignalStatus.Firing,
            Type = route.Type,
            Severity = route.Severity,
            Route = route.Name,
            DedupKey = new DedupKey(Source, facts.Account, facts.Region, facts.Name).ToString(),
            Title = BudgetText.Title(facts),
            Reason = SignalText.Paragraphs(BudgetText.Reason(facts) + left),
            OccurredAt = SignalTime.Of(facts.OccurredAt, receivedAt),
            Account = facts.Account,
            Region = facts.Region,
            Resources = SignalText.Resources([$"budget={facts.Name}"]),
        };
    }
}
