using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sinks;

/// <summary>The limits of Slack's blocks (https://api.slack.com/reference/block-kit/blocks).</summary>
internal static class SlackBlocks
{
    private static readonly string[] Types = ["section", "header", "divider", "context", "actions", "image", "input", "rich_text", "video", "file"];

    /// <param name="block">One block.</param>
    /// <param name="index">Its place in the message, from 0.</param>
    public static IEnumerable<string> Faults(JsonNode block, int index)
    {
        var type = block.Text("type");
        var at = $"[json-pointer:/blocks/{index}";
        if (!Types.Contains(type))
            yield return $"unsupported type: {type} {at}/type]";
        var text = block.Object("text").Text("text");
        if (type == "section" && text is null && !block.List("fields").Any())
            yield return $"missing required field: text {at}]";
        if (type == "section" && text is { Length: 0 or > 3000 })
            yield return $"must be between 1 and 3000 characters {at}/text/text]";
        if (type == "header" && text is not { Length: > 0 and <= 150 })
            yield return $"must be between 1 and 150 characters {at}/text/text]";
        var fields = block.List("fields").ToList();
        if (fields.Count > 10)
            yield return $"no more than 10 items allowed {at}/fields]";
        if (fields.Any(field => field.Text("text") is { Length: > 2000 }))
            yield return $"must be less than 2001 characters {at}/fields]";
        var elements = block.List("elements").ToList();
        if (elements.Count > (type == "context" ? 10 : 25))
            yield return $"too many items {at}/elements]";
        if (elements.Any(element => element.Text("value") is { Length: > 2000 }))
            yield return $"must be less than 2001 characters {at}/elements]";
        if (elements.Any(element => element.Text("type") == "button" && element.Object("text").Text("text") is not { Length: > 0 and <= 75 }))
            yield return $"must be between 1 and 75 characters {at}/elements]";
        if (elements.Select(element => element.Text("action_id")).OfType<string>() is var ids && ids.Distinct().Count() != ids.Count())
            yield return $"action_id is not unique {at}/elements]";
        if (elements.Any(element => element["confirm"] is JsonObject confirm && (confirm.Object("title").Text("text") is not { Length: > 0 and <= 100 } || confirm.Object("text").Text("text") is not { Length: > 0 and <= 300 } || confirm.Object("confirm").Text("text") is not { Length: > 0 and <= 30 } || confirm.Object("deny").Text("text") is not { Length: > 0 and <= 30 })))
            yield return $"invalid confirm object {at}/elements]";
        if (elements.Any(element => element.Text("style") is { } style && style is not ("primary" or "danger")))
            yield return $"must be primary or danger {at}/elements]";
        if (elements.Any(element => element.Text("url") is { Length: > 3000 }))
            yield return $"must be less than 3001 characters {at}/elements]";
    }
}
