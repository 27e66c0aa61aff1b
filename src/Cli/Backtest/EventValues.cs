using System.Text.Json.Nodes;
using IncidentServerless.Cli.Sending;

namespace IncidentServerless.Cli.Backtest;

/// <summary>The events that one text holds: itself, the elements of a list, or the entries of a PutEvents request.</summary>
internal static class EventValues
{
    /// <summary>As texts, in order; the text itself where it is no list.</summary>
    public static IReadOnlyList<string> In(string text) => EventJson.TryParse(text.TrimStart('\uFEFF')) switch
    {
        JsonArray { Count: > 0 } list => [.. list.Select(One)],
        JsonObject request when request["Entries"] is JsonArray { Count: > 0 } entries => [.. entries.Select(One)],
        JsonObject entry when EventJson.Text(entry, "DetailType") is not null => [One(entry)],
        _ => [text],
    };

    /// <summary>An entry becomes the event that the bus would make of it.</summary>
    private static string One(JsonNode? value) => value is JsonObject entry && EventJson.Text(entry, "DetailType") is { } type && EventJson.Text(entry, "Detail") is { } detail
        ? new JsonObject
        {
            ["detail-type"] = type,
            ["source"] = EventJson.Text(entry, "Source"),
            ["time"] = EventJson.Text(entry, "Time"),
            ["resources"] = entry["Resources"]?.DeepClone(),
            ["detail"] = EventJson.TryParse(detail),
        }.ToJsonString()
        : value?.ToJsonString() ?? "null";
}
