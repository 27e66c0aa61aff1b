using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Envelopes;

/// <summary>Parses text from outside as JSON of which every string can be read.</summary>
internal static class JsonBody
{
    /// <summary>Null when the text is no JSON.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(WithWholeCharacters(text.TrimStart('\uFEFF'))));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Senders that cut texts cut emoji in half. JSON allows an escaped half of a surrogate pair, .NET refuses to read it: an alarm is
    /// not to be lost for that, so such a half becomes U+FFFD.
    /// </summary>
    private static string WithWholeCharacters(string text)
    {
        if (!text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            var length = text[index] != '\\' ? 1 : EscapedUnit(text, index) switch
            {
                { } high when char.IsHighSurrogate(high) && EscapedUnit(text, index + 6) is { } low && char.IsLowSurrogate(low) => 12,
                { } half when char.IsSurrogate(half) => 0,
                _ => Math.Min(2, text.Length - index),
            };
            if (length == 0)
            {
                repaired.Append(@"\ufffd");
                length = 6;
            }
            else
            {
                repaired.Append(text, index, length);
            }

            index += length;
        }

        return repaired.ToString();
    }

    private static char? EscapedUnit(string text, int index) =>
        index + 6 <= text.Length
        && text[index] == '\\'
        && text[index + 1] == 'u'
        && ushort.TryParse(text.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
