using System.Text.Json;

namespace IncidentServerless.EventPatterns.Parsing;

/// <summary>The sentences with which a pattern is refused.</summary>
internal static class Refusal
{
    private const int LongestQuote = 60;

    internal static EventPatternException Expecting(this JsonElement found, string expected, PatternPath path) =>
        new(path.ToString(), Describe(found), expected);

    internal static EventPatternException Of(string found, string expected, PatternPath path) =>
        new(path.ToString(), found, expected);

    /// <summary>Lines and bytes count from 1, as editors show them.</summary>
    internal static EventPatternException NotJson(JsonException fault)
    {
        var reason = fault.Message.Split(" LineNumber:")[0].TrimEnd('.');
        return Of(
            $"text that is not JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1} ({reason})",
            "a JSON object",
            PatternPath.Root);
    }

    private static string Describe(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => found.EnumerateObject().Any() ? "an object" : "an empty object",
        JsonValueKind.Array => found.GetArrayLength() > 0 ? "an array" : "an empty array",
        JsonValueKind.String => $"the string \"{Shortened(JsonText.String(found))}\"",
        JsonValueKind.Number => $"the number {Shortened(JsonText.String(found))}",
        _ => JsonText.String(found),
    };

    private static string Shortened(string text) => text.Length > LongestQuote ? $"{text[..LongestQuote]}…" : text;
}
