using System.Globalization;

namespace IncidentServerless.EventPatterns.Parsing;

/// <summary>Where in a pattern the parser is, for messages: <c>$.detail['my key'][0].prefix</c>.</summary>
internal sealed record PatternPath(PatternPath? Parent, string Step)
{
    internal static readonly PatternPath Root = new(null, "$");

    internal PatternPath Key(string key) => new(this, IsPlain(key) ? $".{key}" : $"['{key}']");

    internal PatternPath Index(int index) => new(this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    public override string ToString()
    {
        var steps = new Stack<string>();
        for (var at = this; at is not null; at = at.Parent)
            steps.Push(at.Step);
        return string.Concat(steps);
    }

    private static bool IsPlain(string key) =>
        key.Length > 0 && key.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '_' or '$');
}
