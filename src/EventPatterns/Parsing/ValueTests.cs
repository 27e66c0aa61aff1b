using System.Text.Json;
using IncidentServerless.EventPatterns.Operators;

namespace IncidentServerless.EventPatterns.Parsing;

/// <summary>The array of a field: literals and match expressions, one of which must accept the event's value.</summary>
internal static class ValueTests
{
    private static readonly Dictionary<string, Func<Argument, ValueTest>> MatchExpressions = new()
    {
        ["exactly"] = argument => new ExactText(argument.Utf8()),
        ["prefix"] = Prefix.Parse,
        ["suffix"] = Suffix.Parse,
        ["equals-ignore-case"] = EqualsIgnoreCase.Parse,
        ["wildcard"] = Wildcard.Parse,
        ["anything-but"] = AnythingBut.Parse,
        ["numeric"] = Numeric.Parse,
        ["cidr"] = Cidr.Parse,
        ["exists"] = Exists.Parse,
    };

    internal static ValueTest[] Parse(Argument values)
    {
        var tests = values.Items().Select(ParseValue).ToArray();
        if (tests.Length == 0)
            throw values.Expecting("at least one value to match");
        WildcardComplexity.RefuseTooComplex(tests, values.Path);
        return tests;
    }

    private static ValueTest ParseValue(Argument value) => value.Kind switch
    {
        JsonValueKind.String => ExactAddress.TryParse(value.Utf8()) ?? (ValueTest)new ExactText(value.Utf8()),
        JsonValueKind.Number => new ExactNumber(value),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => new ExactLiteral(value.Kind),
        JsonValueKind.Object => ParseExpression(value),
        _ => throw value.Expecting("a string, a number, true, false, null or a match expression such as {\"prefix\": \"…\"}"),
    };

    private static ValueTest ParseExpression(Argument expression)
    {
        var (name, argument) = expression.OnlyMember("a match expression such as {\"prefix\": \"…\"}");
        return MatchExpressions.TryGetValue(name, out var parse)
            ? parse(argument)
            : throw Refusal.Of($"the operator \"{name}\"", $"one of {string.Join(", ", MatchExpressions.Keys)}", argument.Path);
    }
}
