using System.Buffers;
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
    public static JsonElement Of(AlarmFacts facts)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(utf8))
        {
            json.WriteStartObject();
            json.WriteString("source", AlarmClassifier.Source);
            json.WriteString("account", facts.Account);
            json.WriteString("region", facts.Region);
            json.WriteStartObject("alarm");
            WriteAlarm(json, facts);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(utf8.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void WriteAlarm(Utf8JsonWriter json, AlarmFacts facts)
    {
        json.WriteString("name", facts.Name);
        WriteList(json, "words", AlarmWords.Of(facts.Name));
        if (facts.Description is not null)
        {
            json.WriteString("description", facts.Description);
        }

        json.WriteBoolean("composite", facts.IsComposite);
        if (facts.Rule is not null)
        {
            json.WriteString("rule", facts.Rule);
        }

        WriteList(json, "namespace", facts.Metrics.Select(metric => metric.Namespace));
        WriteList(json, "metric", facts.Metrics.Select(metric => metric.Name));
        WriteList(json, "statistic", facts.Metrics.Select(metric => metric.Statistic));

        json.WriteStartObject("dimensions");
        foreach (var values in facts.AllDimensions.GroupBy(dimension => dimension.Key, dimension => dimension.Value))
        {
            WriteList(json, values.Key, values);
        }

        json.WriteEndObject();

        json.WriteStartObject("tags");
        foreach (var (name, value) in facts.Tags)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string?> values)
    {
        string[] known = [.. values.OfType<string>().Distinct()];
        if (known.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in known)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
