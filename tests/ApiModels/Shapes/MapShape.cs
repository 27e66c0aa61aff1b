using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>Values of one shape under keys that are the caller's own, which nobody renames.</summary>
public sealed class MapShape(Lazy<Shape> entry) : Shape
{
    protected override IEnumerable<string> Check(JsonNode? value, string path) => value is JsonObject entries
        ? entries.SelectMany(each => entry.Value.Misfits(each.Value, $"{path}['{each.Key}']"))
        : [Wrong(path, "an object", value)];
}
