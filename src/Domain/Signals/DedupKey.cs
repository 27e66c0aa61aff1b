using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentServerless.Domain.Signals;

/// <summary>
/// Names one trouble, so that all signals of it meet: <c>cloudwatch-alarm:123456789012:eu-west-1:checkout latency</c>, and
/// <c>…#6d442278dba546f6</c> for one contributor of an alarm. Explains itself to people.
/// </summary>
/// <param name="Source">The detection source.</param>
/// <param name="Account">The account that it happened in.</param>
/// <param name="Region">The region that it happened in.</param>
/// <param name="Name">What fires, in the source's own words; any characters.</param>
/// <param name="Part">Which part of it, where the source tells parts apart; else null.</param>
public sealed record DedupKey(string Source, string Account, string Region, string Name, string? Part = null)
{
    /// <summary>In UTF-16 units. A key that would be longer is cut and ends with <c>~</c> and a hash of the whole.</summary>
    public const int MaximumLength = 512;

    private const int HashLength = 32;

    /// <summary>The key as it is stored; <see cref="TryParse"/> reads it. Separators and unprintable characters inside the parts are written <c>%</c> and four hexadecimal digits.</summary>
    public override string ToString()
    {
        var whole = $"{Escaped(Source)}:{Escaped(Account)}:{Escaped(Region)}:{Escaped(Name)}{(Part is null ? "" : $"#{Escaped(Part)}")}";
        if (whole.Length <= MaximumLength)
        {
            return whole;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..HashLength];
        return $"{CutBetweenCharacters(whole, MaximumLength - HashLength - 1)}~{hash}";
    }

    /// <summary>Reads what <see cref="ToString"/> printed; of a key that was cut, what is left of it, which prints as the same text.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DedupKey? key)
    {
        key = null;
        if (text.Length > MaximumLength || text.Split('#') is not { Length: 1 or 2 } halves || halves[0].Split(':') is not { Length: 4 } parts)
        {
            return false;
        }

        string?[] read = [.. parts.Concat(halves[1..]).Select(Unescaped)];
        if (read.Contains(null))
        {
            return false;
        }

        key = new DedupKey(read[0]!, read[1]!, read[2]!, read[3]!, read.Length > 4 ? read[4] : null);
        return key.ToString() == text;
    }

    private static string Escaped(string part)
    {
        var escaped = new StringBuilder(part.Length);
        for (var index = 0; index < part.Length; index++)
        {
            if (char.IsSurrogatePair(part, index))
            {
                escaped.Append(part, index++, 2);
            }
            else if (part[index] is ':' or '#' or '%' || !IsPrintable(part[index]))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)part[index]:X4}");
            }
            else
            {
                escaped.Append(part[index]);
            }
        }

        return escaped.ToString();
    }

    private static bool IsPrintable(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    private static string? Unescaped(string part)
    {
        var plain = new StringBuilder(part.Length);
        for (var index = 0; index < part.Length; index++)
        {
            if (part[index] != '%')
            {
                plain.Append(part[index]);
            }
            else if (index + 4 < part.Length && ushort.TryParse(part.AsSpan(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                index += 4;
            }
            else
            {
                return null;
            }
        }

        return plain.ToString();
    }

    /// <summary>At most that long, and never within an escape or a surrogate pair.</summary>
    private static string CutBetweenCharacters(string text, int length)
    {
        var escape = text.LastIndexOf('%', length - 1, Math.Min(4, length));
        var end = escape >= 0 && escape + 5 > length ? escape : length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}
