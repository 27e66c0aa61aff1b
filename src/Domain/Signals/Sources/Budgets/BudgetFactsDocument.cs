using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Sources.Budgets;

/// <summary>
/// The document over which the policy's routes match a budget's alert:
/// <code>
/// {
///   "source": "aws-budgets",
///   "account": "123456789012",      12 digits, or "unknown"
///   "region": "eu-west-1",          the topic's, or "unknown"
///   "budget": {
///     "name": "prod-monthly",
///     "kind": "Cost",               or "Usage", "RI Utilization", … as AWS writes it
///     "alert": "ACTUAL",            or "FORECASTED"
///     "amount": 5200,               in the budget's own unit, as are the next
///     "budgeted": 5000,
///     "percent": 104                of what is budgeted
///   }
/// }
/// </code>
/// What a mail does not say is absent. The policy's schema tells the same under <c>when</c>.
/// </summary>
public static class BudgetFactsDocument
{
    public static JsonElement Of(BudgetFacts facts) => FactsDocument.Of(BudgetClassifier.Source, facts.Account, facts.Region, "budget", json =>
    {
        json.WriteString("name", facts.Name);
        json.WriteKnown("kind", facts.Kind);
        json.WriteKnown("alert", facts.Alert switch
        {
            BudgetAlert.Actual => "ACTUAL",
            BudgetAlert.Forecasted => "FORECASTED",
            _ => null,
        });
        json.WriteKnown("amount", facts.Amount?.Value);
        json.WriteKnown("budgeted", facts.Budgeted?.Value);
        json.WriteKnown("percent", facts.Percent);
    });
}
