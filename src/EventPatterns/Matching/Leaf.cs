using System.Text.Json;

namespace IncidentServerless.EventPatterns.Matching;

/// <summary>One scalar of an event: its kind and its UTF-8 text (a string's characters, or the literal).</summary>
internal readonly ref struct Leaf(JsonElement element)
{
    internal JsonValueKind Kind { get; } = element.ValueKind;

    internal ReadOnlySpan<byte> Utf8 { get; } = JsonText.Utf8(element);

    internal bool IsString => Kind == JsonValueKind.String;

    /// <summary>The number, if this is one that can be compared.</summary>
    internal bool TryGetNumber(out double number)
    {
        number = 0;
        return Kind == JsonValueKind.Number && ComparableNumber.TryParse(Utf8, out number);
    }
}
