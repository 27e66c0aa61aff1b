using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace IncidentServerless.EventPatterns;

/// <summary>
/// The text of JSON strings as UTF-8, taken from the document's own bytes. Unlike <see cref="JsonElement.GetString"/> it
/// accepts all that JSON's grammar accepts: a lone surrogate becomes U+FFFD.
/// </summary>
internal static class JsonText
{
    internal static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] utf8) =>
        utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8.AsMemory(3) : utf8;

    /// <summary>A string's text, unescaped; of any other value its literal.</summary>
    internal static ReadOnlySpan<byte> Utf8(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        return element.ValueKind == JsonValueKind.String ? Unescaped(raw[1..^1]) : raw;
    }

    internal static string String(JsonElement element) => Encoding.UTF8.GetString(Utf8(element));

    internal static string Name(JsonProperty property) =>
        Encoding.UTF8.GetString(Unescaped(JsonMarshal.GetRawUtf8PropertyName(property)));

    /// <summary>The value of an object's key; if the key occurs twice, the last.</summary>
    internal static bool TryGetLast(JsonElement node, ReadOnlySpan<byte> name, out JsonElement value)
    {
        try
        {
            return node.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // The object has a key with a lone surrogate, which the framework cannot read.
            value = default;
            foreach (var property in node.EnumerateObject())
            {
                if (name.SequenceEqual(Unescaped(JsonMarshal.GetRawUtf8PropertyName(property))))
                    value = property.Value;
            }

            return value.ValueKind != JsonValueKind.Undefined;
        }
    }

    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> text) =>
        text.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(Unescape(Encoding.UTF8.GetString(text))) : text;

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                plain.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }

            plain.Append(text[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var same => same });
        }

        return plain.ToString();
    }
}
