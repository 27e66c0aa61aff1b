using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Sources.CostAnomaly;

/// <summary>
/// The document over which the policy's routes match a cost anomaly, the same whatever shape it came in:
/// <code>
/// {
///   "source": "cost-anomaly",
///   "account": "123456789012",                   12 digits, or "unknown"
///   "region": "us-east-1",                       where the event came from, or "unknown"
///   "anomaly": {
///     "service": ["AWS Lambda"],                 these two once for each that its root causes name
///     "usageType": ["EU-Lambda-GB-Second"],
///     "monitor": "arn:aws:ce::123456789012:anomalymonitor/…",
///     "impact": 1001,                            these three in US dollars
///     "actual": 1301,
///     "expected": 300,
///     "percent": 333.67                          by how much more than expected
///   }
/// }
/// </code>
/// What an event does not say is absent. The policy's schema tells the same under <c>when</c>.
/// </summary>
public static class AnomalyFactsDocument
{
    public static JsonElement Of(AnomalyFacts facts) => FactsDocument.Of(AnomalyClassifier.Source, facts.Account, facts.Region, "anomaly", json =>
    {
        json.WriteList("service", facts.Causes.Select(cause => cause.Service));
        json.WriteList("usageType", facts.Causes.Select(cause => cause.UsageType));
        json.WriteKnown("monitor", facts.Monitor);
        json.WriteKnown("impact", facts.Impact);
        json.WriteKnown("actual", facts.Actual);
        json.WriteKnown("expected", facts.Expected);
        json.WriteKnown("percent", facts.Percent);
    });
}
