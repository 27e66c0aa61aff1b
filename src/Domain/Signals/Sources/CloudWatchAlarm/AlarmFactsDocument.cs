using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>
/// The document over which the policy's routes match an alarm, the same whatever shape it came in:
/// <code>
/// {
///   "source": "cloudwatch-alarm",
///   "account": "123456789012",               12 digits, or "unknown"
///   "region": "eu-west-1",                   or "unknown"
///   "alarm": {
///     "name": "Checkout-LatencyHigh",
///     "words": ["checkout", "latency", …],   of the name; see AlarmWords
///     "description": "…",
///     "composite": false,
///     "rule": "ALARM(a) OR ALARM(b)",        of a composite alarm
///     "namespace": ["AWS/ApplicationELB"],   these three once for each that its metrics have
///     "metric": ["TargetResponseTime"],
///     "statistic": ["p99"],
///     "dimensions": { "LoadBalancer": ["app/web/1"] },   of its metrics, and the attributes of a contributor
///     "tags": { "team": "checkout" }
///   }
/// }
/// </code>
/// What an alarm does not say is absent. The policy's schema tells the same under <c>when</c>.
/// </summary>
public static class AlarmFactsDocument
{
    public static JsonElement Of(AlarmFacts facts) =>
        FactsDocument.Of(AlarmClassifier.Source, facts.Account, facts.Region, "alarm", json => WriteAlarm(json, facts));

    private static void WriteAlarm(Utf8JsonWriter json, AlarmFacts facts)
    {
        json.WriteString("name", facts.Name);
        json.WriteList("words", AlarmWords.Of(facts.Name));
        json.WriteKnown("description", facts.Description);
        json.WriteBoolean("composite", facts.IsComposite);
        json.WriteKnown("rule", facts.Rule);
        json.WriteList("namespace", facts.Metrics.Select(metric => metric.Namespace));
        json.WriteList("metric", facts.Metrics.Select(metric => metric.Name));
        json.WriteList("statistic", facts.Metrics.Select(metric => metric.Statistic));

        json.WriteStartObject("dimensions");
        foreach (var values in facts.AllDimensions.GroupBy(dimension => dimension.Key, dimension => dimension.Value))
        {
            json.WriteList(values.Key, values);
        }

        json.WriteEndObject();

        json.WriteStartObject("tags");
        foreach (var (name, value) in facts.Tags)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
