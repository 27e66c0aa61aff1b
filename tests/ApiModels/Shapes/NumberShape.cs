using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>A number.</summary>
/// <param name="whole">Whether it must have no fraction.</param>
public sealed class NumberShape(bool whole) : Shape
{
    protected override IEnumerable<string> Check(JsonNode? value, string path) =>
        value?.GetValueKind() is JsonValueKind.Number && (!whole || decimal.IsInteger(decimal.Parse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)))
            ? []
            : [Wrong(path, whole ? "a whole number" : "a number", value)];
}
