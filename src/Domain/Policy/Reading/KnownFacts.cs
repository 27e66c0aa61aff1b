using System.Text.Json;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>
/// What a route's pattern may ask for: the members of the sources' facts documents (<c>AlarmFactsDocument</c> and its siblings). A
/// misspelt one would match nothing, in silence, and its signals would fall to the fallback.
/// </summary>
internal static class KnownFacts
{
    private static readonly string[] Roots = ["source", "account", "region"];

    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["alarm"] = ["name", "words", "description", "composite", "rule", "namespace", "metric", "statistic", "dimensions", "tags"],
        ["budget"] = ["name", "kind", "alert", "amount", "budgeted", "percent"],
        ["anomaly"] = ["service", "usageType", "monitor", "impact", "actual", "expected", "percent"],
        ["finding"] = ["type", "purpose", "severity", "resource"],
        ["health"] = ["service", "code", "category", "scope", "status", "entities"],
        ["report"] = ["channel", "priority", "words", "tags", "tenant"],
        ["log"] = ["group", "service", "kind", "count", "pattern"],
    };

    // Dimensions and tags have their owners' names.
    private static readonly string[] Open = ["alarm.dimensions", "alarm.tags"];

    /// <summary>Adds a fault for each that is not known.</summary>
    /// <param name="when">The route's whole <c>when</c>.</param>
    public static void Check(JsonElement pattern, PolicyValue when) => Check(pattern, "", when);

    private static void Check(JsonElement pattern, string within, PolicyValue when)
    {
        foreach (var member in pattern.EnumerateObject())
        {
            if (member.Name == "$or" && member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var either in member.Value.EnumerateArray().Where(either => either.ValueKind == JsonValueKind.Object))
                {
                    Check(either, within, when);
                }

                continue;
            }

            var fact = within.Length == 0 ? member.Name : $"{within}.{member.Name}";
            if (WhyUnknown(fact) is { } why)
            {
                when.Fault($"asks for {fact}, {why}");
            }
            else if (member.Value.ValueKind == JsonValueKind.Object && !Open.Contains(fact))
            {
                Check(member.Value, fact, when);
            }
        }
    }

    private static string? WhyUnknown(string fact)
    {
        var parts = fact.Split('.');
        return !Members.TryGetValue(parts[0], out var members) ? Roots.Contains(fact) ? null : Unknown(parts[0], [.. Roots, .. Members.Keys])
            : parts.Length > 1 && !members.Contains(parts[1]) ? Unknown(parts[1], members)
            : parts.Length > 2 && !Open.Contains($"{parts[0]}.{parts[1]}") ? "which has no members"
            : null;
    }

    private static string Unknown(string name, string[] known)
    {
        var meant = NearestName.Of(name, known) is { } near ? $"; did you mean {near}" : "";
        return $"which no signal has{meant}. Known are {string.Join(", ", known)}";
    }
}
