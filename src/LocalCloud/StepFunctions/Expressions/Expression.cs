using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>One JSONata expression of a definition.</summary>
internal sealed partial class Expression
{
    private static readonly string[] StatesMembers = ["input", "context", "result", "errorOutput"];

    private readonly string[]? path;

    private Expression(string text)
    {
        Text = text;
        path = PlainPath().IsMatch(text) ? text[1..].Split('.') : null;
        Variables = [.. VariableName().Matches(text).Select(match => match.Groups[1].Value).Where(name => name != "states").Distinct()];
        StatesSeen = MembersOfStates(text);
    }

    /// <summary>Without the braces, trimmed: what error messages quote.</summary>
    public string Text { get; }

    /// <summary>Whether the syntax needs no checking.</summary>
    public bool IsPlainPath => path is not null;

    /// <summary>Names after a <c>$</c>: workflow variables, functions, or the expression's own variables.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The members of <c>$states</c> that the expression can reach.</summary>
    public IReadOnlyList<string> StatesSeen { get; }

    /// <summary>A string is an expression only when it starts with <c>{%</c> and ends with <c>%}</c>, with nothing outside.</summary>
    public static Expression? TryParse(string text) =>
        text.Length >= 4 && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal)
            ? new Expression(text[2..^2].Trim())
            : null;

    /// <summary>
    /// The value of a plain path (<c>$states.input.alarm.name</c>, <c>$incident.id</c>) through objects only, where JSONata's rules for
    /// sequences play no part. Null whenever JSONata itself has to answer, also for what is missing.
    /// </summary>
    public JsonElement? TryFollow(Bindings bindings)
    {
        if (path is null || (path[0] == "states" && path.Length == 1))
        {
            return null;
        }

        var steps = path.AsSpan(path[0] == "states" ? 2 : 1);
        var found = path[0] == "states" ? bindings.States(path[1]) : bindings.Variables.Find(path[0]);
        foreach (var step in steps)
        {
            if (found is not { ValueKind: JsonValueKind.Object } holder || !holder.TryGetProperty(step, out var member))
            {
                return null;
            }

            found = member;
        }

        return found;
    }

    private static IReadOnlyList<string> MembersOfStates(string text)
    {
        var uses = StatesUse().Matches(text);
        return uses.Any(use => !use.Groups[1].Success)
            ? StatesMembers
            : [.. uses.Select(use => use.Groups[1].Value).Distinct().Intersect(StatesMembers)];
    }

    // The words of the language are no plain steps.
    [GeneratedRegex(@"^\$[A-Za-z_]\w*(\.(?!(?:and|or|in|true|false|null|function)\b)[A-Za-z_]\w*)*$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex PlainPath();

    [GeneratedRegex(@"\$([A-Za-z_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();

    [GeneratedRegex(@"\$states\b(?:\s*\.\s*([A-Za-z_]\w*))?", RegexOptions.CultureInvariant)]
    private static partial Regex StatesUse();
}
