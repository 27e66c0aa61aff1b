using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>True or false.</summary>
public sealed class BooleanShape : Shape
{
    protected override IEnumerable<string> Check(JsonNode? value, string path) =>
        value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : [Wrong(path, "true or false", value)];
}
