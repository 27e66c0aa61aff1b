using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Sending;

/// <summary>
/// Reads the events of a file: one JSON object, an array of them, or one on each line. EventBridge events, SNS messages (the envelope that a
/// subscriber gets, or an alarm's own body), and what Lambda hands to functions of SNS and SQS are told apart by their shape.
/// </summary>
internal static class EventFileReader
{
    /// <exception cref="RefusedException">The file is missing or is no JSON, or something in it is no event.</exception>
    public static IReadOnlyList<OutgoingEvent> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException($"There is no file {path}.");
        }

        var text = File.ReadAllText(path);
        var values = Parse(text) is { } whole ? (whole is JsonArray list ? [.. list] : [whole]) : Lines(text, path);
        return [.. values.SelectMany((value, index) => Events(value) ?? throw new RefusedException(
            $"{path}: event {index + 1} is neither an EventBridge event (source, detail-type, detail) nor an SNS message, so there is nowhere to send it."))];
    }

    private static List<JsonNode?> Lines(string text, string path) =>
    [
        .. text.Split('\n').Index().Where(line => line.Item.Trim().Length > 0)
            .Select(line => Parse(line.Item) ?? throw new RefusedException($"{path}: line {line.Index + 1} is no JSON.")),
    ];

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Perhaps one value on each line; the caller says what is wrong if not.
            return null;
        }
    }

    /// <summary>Null when the value is no event.</summary>
    private static IEnumerable<OutgoingEvent>? Events(JsonNode? value) => value switch
    {
        JsonObject envelope when Text(envelope, "source") is not null && Text(envelope, "detail-type") is not null => [new OutgoingEvent.Bus(envelope)],
        JsonObject alarm when Text(alarm, "AlarmName") is { } name => [new OutgoingEvent.Topic($"{Text(alarm, "NewStateValue")}: \"{name}\"", alarm.ToJsonString())],
        JsonObject note when Text(note, "Message") is { } message => [new OutgoingEvent.Topic(Text(note, "Subject"), message)],
        JsonObject batch when batch["Records"] is JsonArray records => Records(records),
        _ => null,
    };

    private static List<OutgoingEvent>? Records(JsonArray records)
    {
        List<OutgoingEvent> events = [];
        foreach (var record in records)
        {
            var inner = record?["Sns"] ?? Parse(record?["body"]?.ToString() ?? "");
            if (Events(inner) is not { } found)
            {
                return null;
            }

            events.AddRange(found);
        }

        return events;
    }

    private static string? Text(JsonObject members, string name) => members[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
