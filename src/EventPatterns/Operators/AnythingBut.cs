using System.Text.Json;
using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>
/// <c>{"anything-but": …}</c>: any scalar, of any kind, that none of the given ones accepts. Given are a string or number,
/// a list of only strings or only numbers, or prefix, suffix, equals-ignore-case or wildcard with a string or a list of
/// strings. A missing field is never accepted; of an array, one element outside the list is enough.
/// </summary>
internal sealed class AnythingBut(ValueTest[] excluded) : ValueTest
{
    private static readonly Dictionary<string, Func<Argument, ValueTest>> Inner = new()
    {
        ["prefix"] = argument => new Prefix(NotEmpty(argument)),
        ["suffix"] = argument => new Suffix(NotEmpty(argument)),
        ["equals-ignore-case"] = EqualsIgnoreCase.Parse,
        ["wildcard"] = Wildcard.Parse,
    };

    internal override IEnumerable<Wildcard> Wildcards => excluded.SelectMany(test => test.Wildcards);

    internal static AnythingBut Parse(Argument argument) => argument.Kind switch
    {
        JsonValueKind.Object => ParseInner(argument),
        JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Array => ParseLiterals(argument),
        _ => throw argument.Expecting("a string, a number, a list of either, or prefix, suffix, equals-ignore-case or wildcard"),
    };

    internal override bool Accepts(in Leaf leaf)
    {
        foreach (var test in excluded)
        {
            if (test.Accepts(leaf))
                return false;
        }

        return true;
    }

    private static AnythingBut ParseInner(Argument argument)
    {
        var (name, value) = argument.OnlyMember("one of prefix, suffix, equals-ignore-case, wildcard");
        return Inner.TryGetValue(name, out var parse)
            ? new AnythingBut([.. value.OneOrMany("at least one string").Select(parse)])
            : throw Refusal.Of($"the operator \"{name}\"", $"one of {string.Join(", ", Inner.Keys)}", value.Path);
    }

    private static AnythingBut ParseLiterals(Argument argument)
    {
        const string expected = "only strings or only numbers";
        var literals = argument.OneOrMany("at least one string or number");
        var kind = literals[0].Kind;
        foreach (var literal in literals)
        {
            if (literal.Kind != kind || kind is not (JsonValueKind.String or JsonValueKind.Number))
                throw literal.Expecting(expected);
        }

        return new AnythingBut([.. literals.Select(literal => kind == JsonValueKind.Number
            ? Numeric.EqualTo(literal.Number("a number"))
            : (ValueTest)new ExactText(literal.Utf8()))]);
    }

    private static byte[] NotEmpty(Argument argument)
    {
        var text = argument.Utf8();
        return text.Length > 0 ? text : throw argument.Expecting("a string of at least one character");
    }
}
