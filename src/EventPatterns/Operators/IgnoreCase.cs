using System.Text;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>
/// Comparing without regard to case: letters whose upper and lower case are one letter each (é and É) are equal; İ and i,
/// ß and SS, K (the Kelvin sign) and k are not.
/// </summary>
internal sealed class IgnoreCase(string expected)
{
    private readonly bool _isAscii = Ascii.IsValid(expected);

    internal bool IsStartOf(ReadOnlySpan<byte> text) => _isAscii
        ? text.Length >= expected.Length && Ascii.EqualsIgnoreCase(text[..expected.Length], expected)
        : Encoding.UTF8.GetString(text).StartsWith(expected, StringComparison.OrdinalIgnoreCase);

    internal bool IsEndOf(ReadOnlySpan<byte> text) => _isAscii
        ? text.Length >= expected.Length && Ascii.EqualsIgnoreCase(text[^expected.Length..], expected)
        : Encoding.UTF8.GetString(text).EndsWith(expected, StringComparison.OrdinalIgnoreCase);

    internal bool IsAllOf(ReadOnlySpan<byte> text) => _isAscii
        ? Ascii.EqualsIgnoreCase(text, expected)
        : Encoding.UTF8.GetString(text).Equals(expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of <c>{"equals-ignore-case": …}</c> inside prefix or suffix.</summary>
    internal static IgnoreCase ParseNested(Parsing.Argument argument, string outer)
    {
        var (name, value) = argument.OnlyMember("{\"equals-ignore-case\": \"…\"}");
        return name == "equals-ignore-case"
            ? new IgnoreCase(value.Text())
            : throw Parsing.Refusal.Of($"the operator \"{name}\"", $"equals-ignore-case, the only one that {outer} takes", value.Path);
    }
}
