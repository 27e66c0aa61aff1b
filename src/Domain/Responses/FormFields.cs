using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace IncidentServerless.Domain.Responses;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> (URL standard, section 5.1), stricter than a browser needs.</summary>
internal static class FormFields
{
    /// <summary>In bytes of UTF-8.</summary>
    public const int LongestBody = 8 * 1024;

    public const int MostFields = 20;

    public static bool TryParse(
        string body,
        [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? fields,
        [NotNullWhen(false)] out string? fault,
        int longestBody = LongestBody,
        int mostFields = MostFields)
    {
        (fields, fault) = (null, null);
        if (Encoding.UTF8.GetByteCount(body) is var bytes && bytes > longestBody)
        {
            fault = $"The form has {bytes} bytes; at most {longestBody} are read.";
            return false;
        }

        var parts = body.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > mostFields)
        {
            fault = $"The form has {parts.Length} fields; at most {mostFields} are read.";
            return false;
        }

        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var equals = part.IndexOf('=');
            var name = Decode(equals < 0 ? part : part[..equals]);
            var value = Decode(equals < 0 ? "" : part[(equals + 1)..]);
            if (name is null || value is null)
            {
                fault = "The form holds a percent sign without two hexadecimal digits, or bytes that are no text.";
                return false;
            }

            if (!read.TryAdd(name, value))
            {
                fault = "The form says one of its fields twice.";
                return false;
            }
        }

        fields = read;
        return true;
    }

    private static string? Decode(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            var value = encoded[at];
            if (value == '%')
            {
                if (at + 2 >= encoded.Length || !char.IsAsciiHexDigit((char)encoded[at + 1]) || !char.IsAsciiHexDigit((char)encoded[at + 2]))
                {
                    return null;
                }

                value = (byte)((Digit(encoded[at + 1]) << 4) | Digit(encoded[at + 2]));
                at += 2;
            }
            else if (value == '+')
            {
                value = (byte)' ';
            }

            decoded[length++] = value;
        }

        var written = decoded.AsSpan(0, length);
        return Utf8.IsValid(written) ? Encoding.UTF8.GetString(written) : null;
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
