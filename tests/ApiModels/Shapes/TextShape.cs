using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>Text.</summary>
/// <param name="values">What it may say; empty when it may say anything.</param>
public sealed class TextShape(IReadOnlyCollection<string> values) : Shape
{
    protected override IEnumerable<string> Check(JsonNode? value, string path) => value?.GetValueKind() is not JsonValueKind.String
        ? [Wrong(path, "text", value)]
        : values.Count == 0 || values.Contains(value.GetValue<string>()) ? [] : [Wrong(path, $"one of {string.Join(", ", values)}", value)];
}
