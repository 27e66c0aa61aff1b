using System.Text.Json;
using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>8</c>: the same number however it is written (8.0, 0.8e1), never the string <c>"8"</c>.</summary>
internal sealed class ExactNumber : ValueTest
{
    private readonly byte[] _literal;
    private readonly double? _number;

    internal ExactNumber(Argument argument)
    {
        _literal = JsonText.Utf8(argument.Value).ToArray();
        _number = ComparableNumber.TryParse(_literal, out var number) ? number : null;
    }

    internal override bool Accepts(in Leaf leaf) =>
        leaf.Kind == JsonValueKind.Number
        && (leaf.Utf8.SequenceEqual(_literal) || (_number is { } expected && leaf.TryGetNumber(out var number) && number == expected));
}
