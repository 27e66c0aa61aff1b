using System.Globalization;

namespace IncidentServerless.EventPatterns;

/// <summary>
/// A JSON number that numeric operators can compare: one that survives the way into a double and back without a change of
/// value. Others (2.0e422, or an integer of thirty digits) are refused in patterns, and in events equal only their own text.
/// </summary>
internal static class ComparableNumber
{
    // Every decimal of so many digits has a double of its own.
    private const int AlwaysExactDigits = 15;

    internal static bool TryParse(ReadOnlySpan<byte> literal, out double value)
    {
        if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
            return false;
        value += 0.0; // Minus zero is zero.
        var magnitude = Math.Abs(value);
        if (literal.Length <= AlwaysExactDigits && magnitude is 0 or > 1e-300 && !literal.ContainsAny((byte)'e', (byte)'E'))
            return true;

        Span<byte> shortest = stackalloc byte[32];
        value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        return Digits(literal) is var (digits, exponent)
            && Digits(shortest[..length]) is var (shortDigits, shortExponent)
            && exponent == shortExponent
            && digits == shortDigits;
    }

    /// <summary>A decimal as its significant digits, without zeros at either end, and the power of ten of the last one.</summary>
    private static (string Digits, long Exponent) Digits(ReadOnlySpan<byte> literal)
    {
        var digits = new char[literal.Length];
        var count = 0;
        var exponent = 0L;
        var fraction = false;
        for (var i = 0; i < literal.Length; i++)
        {
            var symbol = (char)literal[i];
            if (symbol is 'e' or 'E')
            {
                var written = literal[(i + 1)..];
                var power = written[0] == '+' ? written[1..] : written;
                if (long.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var shift))
                    exponent += shift;
                break;
            }

            if (symbol == '.')
            {
                fraction = true;
            }
            else if (char.IsAsciiDigit(symbol))
            {
                digits[count++] = symbol;
                exponent -= fraction ? 1 : 0;
            }
        }

        var significant = new string(digits, 0, count).TrimStart('0');
        var trimmed = significant.TrimEnd('0');
        return trimmed.Length == 0 ? ("", 0) : (trimmed, exponent + significant.Length - trimmed.Length);
    }
}
