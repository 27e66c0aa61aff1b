using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Cli.Sending;

/// <summary>
/// Reads the events of a file: one JSON object, an array of them, or one on each line. EventBridge events, SNS messages (the envelope that a
/// subscriber gets, or an alarm's or an anomaly's own body), and what Lambda hands to functions of SNS and SQS are told apart by their shape.
/// </summary>
internal static class EventFileReader
{
    /// <exception cref="RefusedException">The file is missing, cannot be read or is no JSON, something in it is no event, or there is none in it.</exception>
    public static IReadOnlyList<OutgoingEvent> Read(string path)
    {
        List<OutgoingEvent> events =
        [
            .. Values(TextOf(path), path).SelectMany((value, index) => Events(value) ?? throw new RefusedException(
                $"{path}: event {index + 1} is neither an EventBridge event (source, detail-type, and an object as detail) nor an SNS message, so there is nowhere to send it.")),
        ];
        return events.Count > 0 ? events : throw new RefusedException($"There is no event in {path}.");
    }

    private static string TextOf(string path)
    {
        if (!File.Exists(path))
        {
            throw new RefusedException($"There is no file {path}.");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{path} cannot be read: {fault.Message}");
        }
    }

    private static IReadOnlyList<JsonNode?> Values(string text, string path)
    {
        var lines = text.Split('\n').Index().Where(line => line.Item.Trim().Length > 0).ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        try
        {
            return EventJson.Parse(text) is var whole && whole is JsonArray list ? [.. list] : [whole];
        }
        catch (JsonException fault)
        {
            // A first line that is a value of its own makes it a file of one value on each line.
            return lines.Count > 1 && EventJson.TryParse(lines[0].Item) is not null
                ? [.. lines.Select(line => Line(line.Item, line.Index, path))]
                : throw NoJson(path, fault.LineNumber ?? lines[0].Index, fault);
        }
    }

    private static JsonNode? Line(string text, int index, string path)
    {
        try
        {
            return EventJson.Parse(text);
        }
        catch (JsonException fault)
        {
            throw NoJson(path, index, fault);
        }
    }

    /// <summary>The reader's message ends with its own form of the place, which is said in ours.</summary>
    private static RefusedException NoJson(string path, long line, JsonException fault) =>
        new($"{path}: line {line + 1} cannot be read as JSON: {fault.Message.Split(" LineNumber:")[0].Split(" Path:")[0]}");

    /// <summary>Null when the value is no event.</summary>
    private static IEnumerable<OutgoingEvent>? Events(JsonNode? value) => value switch
    {
        JsonObject envelope when EventJson.Text(envelope, "source") is not null && EventJson.Text(envelope, "detail-type") is not null =>
            envelope["detail"] is JsonObject ? [new OutgoingEvent.Bus(envelope)] : null,
        JsonObject alarm when EventJson.Text(alarm, "AlarmName") is { } name => [new OutgoingEvent.Topic(SignalTopic.Alarms, $"{EventJson.Text(alarm, "NewStateValue")}: \"{name}\"", alarm.ToJsonString())],
        JsonObject note when EventJson.Text(note, "Message") is { } message => [Note(EventJson.Text(note, "Subject"), message)],
        JsonObject anomaly when EventJson.Text(anomaly, "anomalyId") is not null => [Note(null, anomaly.ToJsonString())],
        JsonObject batch when batch["Records"] is JsonArray records => Records(records),
        _ => null,
    };

    /// <summary>What speaks of cost goes to the cost topic, all else to that of alarms.</summary>
    private static OutgoingEvent.Topic Note(string? subject, string message) =>
        new(CostClassifier.Recognises(message, subject) ? SignalTopic.Costs : SignalTopic.Alarms, subject, message);

    private static List<OutgoingEvent>? Records(JsonArray records)
    {
        List<OutgoingEvent> events = [];
        foreach (var record in records)
        {
            var inner = (record as JsonObject)?["Sns"] ?? EventJson.TryParse(EventJson.Text(record, "body") ?? "");
            if (Events(inner) is not { } found)
            {
                return null;
            }

            events.AddRange(found);
        }

        return events;
    }
}
