using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>Items of one shape.</summary>
public sealed class ListShape(Lazy<Shape> item) : Shape
{
    protected override IEnumerable<string> Check(JsonNode? value, string path) => value is JsonArray items
        ? items.SelectMany((each, index) => item.Value.Misfits(each, $"{path}[{index}]"))
        : [Wrong(path, "a list", value)];
}
