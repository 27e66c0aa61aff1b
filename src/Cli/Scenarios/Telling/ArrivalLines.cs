using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>What arrives from outside.</summary>
internal static class ArrivalLines
{
    private const int LongestText = 120;

    /// <summary>Null for what the suite's own workflows put on the bus.</summary>
    public static StoryLine? Of(EventReceived received)
    {
        var envelope = received.Envelope;
        if (Text(envelope["source"]) == "aws.states")
        {
            return null;
        }

        var detail = envelope["detail"];
        var what = Text(detail?["alarmName"]) is { } alarm && Text(detail?["state"]?["value"]) is { } state
            ? $"CloudWatch alarm {alarm} goes to {state}"
            : $"An event '{Text(envelope["detail-type"])}' of {Text(envelope["source"])} arrives";
        return new(received.At, StoryOrder.Arrival, LineKind.World, $"{PlainText.Line(what, LongestText)}{(received.Rules.Count == 0 ? ", and no rule takes it" : "")}.");
    }

    public static StoryLine Of(NotificationPublished note)
    {
        var alarm = Parse(note.Message);
        var what = Text(alarm?["AlarmName"]) is { } name && Text(alarm?["NewStateValue"]) is { } state
            ? $"CloudWatch tells the alarm topic that {name} goes to {state}."
            : $"Somebody tells the alarm topic: {note.Message}";
        return new(note.At, StoryOrder.Arrival, LineKind.World, PlainText.Line(what, LongestText));
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // Anybody may publish anything; it is told as it is.
            return null;
        }
    }
}
