using System.Collections.Immutable;
using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Envelopes;

/// <summary>Reads members that may be missing, null or of another kind than expected: all of these are simply not there.</summary>
internal static class JsonReading
{
    /// <summary>A string that is not blank, or a number as it is written.</summary>
    public static string? Text(this JsonElement element, string member) => element.Member(member) is { } value ? value.Text() : null;

    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) => text,
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    public static JsonElement? Object(this JsonElement element, string member) =>
        element.Member(member) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string member) =>
        element.Member(member) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static bool? Flag(this JsonElement element, string member) => element.Member(member)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Names and texts, written as an object or as a list of <c>{name, value}</c> or <c>{key, value}</c> in any casing.</summary>
    public static ImmutableSortedDictionary<string, string> Texts(this JsonElement element, string member)
    {
        var pairs = element.Member(member) switch
        {
            { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().Select(entry => new { entry.Name, Value = entry.Value.Text() }),
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(entry => new
            {
                Name = entry.Text("name") ?? entry.Text("Name") ?? entry.Text("key") ?? entry.Text("Key") ?? "",
                Value = entry.Text("value") ?? entry.Text("Value"),
            }),
            _ => [],
        };
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            if (pair.Name.Length > 0 && pair.Value is not null)
            {
                texts[pair.Name] = pair.Value;
            }
        }

        return texts.ToImmutable();
    }

    private static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
