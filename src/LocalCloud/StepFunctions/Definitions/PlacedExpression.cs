using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>An expression and where it stands in the definition, for example <c>/States/Page/Arguments/Message</c>.</summary>
internal sealed record PlacedExpression(Expression Expression, string Path)
{
    public static IReadOnlyList<PlacedExpression> Find(JsonElement definition) =>
        [.. PayloadTemplate.Parse(definition).Slots.Select(slot => new PlacedExpression(slot.Expression, slot.Path))];
}
