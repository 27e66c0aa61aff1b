using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>
/// <c>{"numeric": [">", 0, "&lt;=", 5]}</c>: a JSON number within bounds; strings that spell numbers are none. One of
/// =, &lt;, &lt;=, &gt;, &gt;=, or a lower bound followed by a higher upper one.
/// </summary>
internal sealed class Numeric : ValueTest
{
    private double _bottom = double.NegativeInfinity;
    private double _top = double.PositiveInfinity;
    private bool _withBottom = true;
    private bool _withTop = true;

    private Numeric()
    {
    }

    internal static Numeric EqualTo(double number) => new() { _bottom = number, _top = number };

    internal static Numeric Parse(Argument argument)
    {
        const string expected = "comparisons such as [\">\", 0, \"<=\", 5]";
        if (argument.Kind != System.Text.Json.JsonValueKind.Array)
            throw argument.Expecting(expected);
        var terms = argument.Items();
        if (terms.Count == 0)
            throw argument.Expecting(expected);
        var range = new Numeric();
        range.Bound(terms, 0, "one of =, <, <=, >, >=");
        var isLowerBound = terms[0].Text() is ">" or ">=";
        if (terms.Count > 2 && !isLowerBound)
            throw Refusal.Of("further terms", $"none after \"{terms[0].Text()}\": a range is a lower bound, then an upper one", terms[2].Path);
        if (terms.Count > 2)
            range.Bound(terms, 2, "< or <=", upperOnly: true);
        if (terms.Count > 4)
            throw Refusal.Of($"{terms.Count} terms", "at most two comparisons", argument.Path);
        if (terms.Count > 2 && range._bottom >= range._top)
            throw Refusal.Of("an empty range", "a lower bound below the upper one", argument.Path);
        return range;
    }

    internal override bool Accepts(in Leaf leaf) =>
        leaf.TryGetNumber(out var number)
        && (_withBottom ? number >= _bottom : number > _bottom)
        && (_withTop ? number <= _top : number < _top);

    private void Bound(IReadOnlyList<Argument> terms, int at, string expected, bool upperOnly = false)
    {
        var comparison = terms[at].Text(expected);
        if (comparison is not ("<" or "<=") && (upperOnly || comparison is not ("=" or ">" or ">=")))
            throw terms[at].Expecting(expected);
        if (terms.Count == at + 1)
            throw Refusal.Of($"nothing after \"{comparison}\"", "a number", terms[at].Path);
        var number = terms[at + 1].Number("a number");
        if (comparison is not ("<" or "<="))
            (_bottom, _withBottom) = (number, comparison != ">");
        if (comparison is not (">" or ">="))
            (_top, _withTop) = (number, comparison != "<");
    }
}
