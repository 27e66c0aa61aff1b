using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Events;

/// <summary>The simple JSON paths that EventBridge takes: <c>$.detail.state.value</c>, <c>$.resources[0]</c>.</summary>
internal static class EventPath
{
    public static JsonNode? Select(JsonNode? node, string path)
    {
        foreach (var step in path.Replace("[", ".[").Split('.', StringSplitOptions.RemoveEmptyEntries).Skip(1))
            node = step.StartsWith('[')
                ? (node as JsonArray)?.ElementAtOrDefault(int.Parse(step.Trim('[', ']')))
                : (node as JsonObject)?[step];
        return node;
    }
}
