using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.Conformance.Asl;

/// <summary>Compares with a recording: the order of members does not count, text that holds JSON is read, and what was masked matches any text.</summary>
internal sealed class JsonComparison(IReadOnlySet<string> wildcards)
{
    private readonly Dictionary<string, string> placeholders = [];

    /// <returns>Null, or the first difference and its place.</returns>
    internal string? Difference(JsonNode? expected, JsonNode? actual, string place)
    {
        expected = Read(expected);
        actual = Read(actual);
        return (expected, actual) switch
        {
            (JsonObject one, JsonObject other) => Members(one, other, place),
            (JsonArray one, JsonArray other) when one.Count == other.Count =>
                one.Select((item, index) => Difference(item, other[index], $"{place}[{index}]")).FirstOrDefault(found => found is not null),
            (JsonValue one, JsonValue other) when IsText(one) && IsText(other) => Texts(one.GetValue<string>(), other.GetValue<string>(), place),
            _ => JsonNode.DeepEquals(expected, actual) ? null : $"{place}: expected {Show(expected)}, was {Show(actual)}",
        };
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";

    // Input and output are JSON in a text on one side, JSON on the other.
    private static JsonNode? Read(JsonNode? node)
    {
        if (!IsText(node) || node!.GetValue<string>().TrimStart() is not { Length: > 0 } text || !"{[\"".Contains(text[0]))
        {
            return node;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return node;
        }
    }

    private string? Members(JsonObject expected, JsonObject actual, string place) =>
        expected.Select(member => member.Key).Union(actual.Select(member => member.Key))
            .Select(name => !expected.ContainsKey(name) ? $"{place}/{name}: not expected, was {Show(actual[name])}"
                : !actual.ContainsKey(name) ? $"{place}/{name}: expected {Show(expected[name])}, is missing"
                : Difference(expected[name], actual[name], $"{place}/{name}"))
            .FirstOrDefault(found => found is not null);

    private string? Texts(string expected, string actual, string place)
    {
        if (expected == actual || wildcards.Contains(expected))
        {
            return null;
        }

        if (expected is ['<', .., '>'] && expected.Contains(':'))
        {
            return placeholders.TryAdd(expected, actual) || placeholders[expected] == actual
                ? null
                : $"{place}: expected {expected} to be {placeholders[expected]} again, was {actual}";
        }

        return $"{place}: expected \"{expected}\", was \"{actual}\"";
    }
}
