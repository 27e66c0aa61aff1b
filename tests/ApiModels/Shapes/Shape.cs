using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>What a model says of a value.</summary>
public abstract class Shape
{
    /// <summary>What of a value does not fit, a sentence each, which begins with the path. A JSONata expression fits everything: its value is not known before it runs.</summary>
    /// <param name="path">Where the value stands, for example <c>TimePeriod.Start</c>; empty for the whole.</param>
    public IEnumerable<string> Misfits(JsonNode? value, string path = "") => IsExpression(value) ? [] : Check(value, path);

    protected abstract IEnumerable<string> Check(JsonNode? value, string path);

    /// <summary>The sentence for a value that is something else.</summary>
    private protected static string Wrong(string path, string expected, JsonNode? value) =>
        $"{(path.Length == 0 ? "The whole" : path)} must be {expected}, not {value?.ToJsonString() ?? "null"}.";

    private static bool IsExpression(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var source) && source.StartsWith("{%", StringComparison.Ordinal) && source.EndsWith("%}", StringComparison.Ordinal);
}
