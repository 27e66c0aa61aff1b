using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Events;

/// <summary>Makes a target's input from parts of the event ("Amazon EventBridge input transformation").</summary>
internal sealed partial record InputTransformer(IReadOnlyDictionary<string, string> Paths, string Template)
{
    public static InputTransformer Read(JsonObject transformer) => new(
        transformer.Object("InputPathsMap").ToDictionary(path => path.Key, path => path.Value!.ToString()),
        transformer.Text("InputTemplate") ?? "");

    public string Apply(JsonObject envelope, EventRule rule) => Placeholder().Replace(Template, match =>
    {
        var value = Value(match.Groups[1].Value, envelope, rule);
        // Within quotes a value is text; outside it is JSON.
        if (!InQuotes(match.Index))
            return value?.Compact() ?? "\"\"";
        var text = value is JsonValue && value.GetValueKind() == JsonValueKind.String ? (string)value! : value?.Compact() ?? "";
        return JsonEncodedText.Encode(text).ToString();
    });

    private JsonNode? Value(string name, JsonObject envelope, EventRule rule) => name switch
    {
        "aws.events.rule-arn" => rule.Arn,
        "aws.events.rule-name" => rule.Name,
        "aws.events.event.json" => envelope,
        "aws.events.event.ingestion-time" => envelope["time"],
        _ => Paths.TryGetValue(name, out var path) ? EventPath.Select(envelope, path) : null,
    };

    private bool InQuotes(int index)
    {
        var open = false;
        for (var i = 0; i < index; i++)
            if (Template[i] == '"' && (i == 0 || Template[i - 1] != '\\'))
                open = !open;
        return open;
    }

    [GeneratedRegex("<([A-Za-z0-9_.-]+)>")]
    private static partial Regex Placeholder();
}
