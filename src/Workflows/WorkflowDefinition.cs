using System.Text.RegularExpressions;

namespace IncidentServerless.Workflows;

/// <summary>A state machine as it is deployed and as it runs on a laptop.</summary>
/// <param name="Name">Kebab-case; the file's name without <c>.asl.json</c>.</param>
/// <param name="Text">Amazon States Language with JSONata, in which ARNs are <c>${Placeholder}</c>s.</param>
public sealed partial record WorkflowDefinition(string Name, string Text)
{
    /// <summary>The placeholders that the text needs, each once, in ordinal order. See <see cref="Placeholders"/>.</summary>
    public IReadOnlyList<string> Needs =>
        [.. Placeholder().Matches(Text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Placeholder();
}
