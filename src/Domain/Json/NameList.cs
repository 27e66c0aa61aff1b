using System.Text.Json;

namespace IncidentServerless.Domain.Json;

/// <summary>What all <see cref="NameConverter{T}"/> share, so that it is compiled once.</summary>
internal static class NameList
{
    /// <exception cref="JsonException">What the reader stands on is no text, or none of <paramref name="names"/>.</exception>
    public static int IndexOf(string[] names, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw new JsonException($"A name was expected, one of: {string.Join(", ", names)}.");
        }

        var text = reader.GetString()!;
        var index = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index : throw new JsonException($"'{text}' is none of: {string.Join(", ", names)}.");
    }
}
