using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>An expression and where it stands in the definition, for example <c>/States/Page/Arguments/Message</c>.</summary>
internal sealed partial record PlacedExpression(Expression Expression, string Path)
{
    private const string ErrorOutput = "$states.errorOutput";

    public static IReadOnlyList<PlacedExpression> Find(JsonElement definition) =>
        [.. PayloadTemplate.Parse(definition).Slots.Select(slot => new PlacedExpression(slot.Expression, slot.Path))];

    /// <summary><c>$states.errorOutput</c> is there in a Catch only.</summary>
    public IEnumerable<ExpressionFault> MisplacedReferences() =>
        Expression.Text.Contains(ErrorOutput, StringComparison.Ordinal) && !InCatch().IsMatch(Path) ? [ExpressionFault.TopLevel(ErrorOutput)] : [];

    [GeneratedRegex(@"/Catch\[\d+\]/(Output|Assign)(/|$|\[)")]
    private static partial Regex InCatch();
}
