using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>
/// <c>{"wildcard": "arn:aws:*:instance/*"}</c>: a string in which each * stands for any characters, or none. <c>\*</c> is an
/// asterisk, <c>\\</c> a backslash; another escape, and <c>**</c>, are refused.
/// </summary>
internal sealed class Wildcard : ValueTest
{
    // The literals between the asterisks, in order; the first and the last are anchored and may be empty.
    private readonly byte[][] _literals;

    private Wildcard(byte[][] literals) => _literals = literals;

    internal override IEnumerable<Wildcard> Wildcards => [this];

    internal IReadOnlyList<byte[]> Literals => _literals;

    internal static Wildcard Parse(Argument argument)
    {
        var text = argument.Utf8();
        var literals = new List<byte[]>();
        var literal = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*')
            {
                if (literal.Count == 0 && literals.Count > 0)
                    throw argument.Expecting("asterisks apart from each other");
                literals.Add([.. literal]);
                literal.Clear();
                continue;
            }

            if (text[i] == '\\' && (++i == text.Length || text[i] is not ((byte)'*' or (byte)'\\')))
                throw argument.Expecting("a backslash only before an asterisk or a backslash");
            literal.Add(text[i]);
        }

        literals.Add([.. literal]);
        return new Wildcard([.. literals]);
    }

    internal override bool Accepts(in Leaf leaf)
    {
        if (!leaf.IsString)
            return false;
        var text = leaf.Utf8;
        if (_literals.Length == 1)
            return text.SequenceEqual(_literals[0]);
        if (text.Length < _literals[0].Length + _literals[^1].Length || !text.StartsWith(_literals[0]) || !text.EndsWith(_literals[^1]))
            return false;
        text = text[_literals[0].Length..^_literals[^1].Length];
        foreach (var literal in _literals.AsSpan(1..^1))
        {
            var at = text.IndexOf(literal);
            if (at < 0)
                return false;
            text = text[(at + literal.Length)..];
        }

        return true;
    }
}
