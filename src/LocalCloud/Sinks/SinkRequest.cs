using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Sinks;

/// <summary>A call to a vendor, as it would have left AWS.</summary>
/// <param name="Path">Begins with a slash, without the query.</param>
/// <param name="Headers">Names in lower case.</param>
/// <param name="Body">Null when there is none.</param>
public sealed record SinkRequest(string Host, string Method, string Path, IReadOnlyDictionary<string, string> Headers, JsonNode? Body);

/// <summary>What the vendor answers.</summary>
/// <param name="Body">JSON, or text as a JSON string.</param>
public sealed record SinkAnswer(int Status, JsonNode? Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
