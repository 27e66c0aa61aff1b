using System.Text.Json;
using IncidentServerless.Cli.Scenarios.Playing;
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
        var envelope = Read(received.Envelope.ToJsonString());
        if (Text(envelope, "source") == "aws.states")
        {
            return null;
        }

        var what = Text(envelope, "detail", "alarmName") is { } alarm && Text(envelope, "detail", "state", "value") is { } state
            ? $"CloudWatch alarm {alarm} goes to {state}"
            : $"An event '{Text(envelope, "detail-type")}' of {Text(envelope, "source")} arrives";
        return new(received.At, StoryOrder.Arrival, LineKind.World, $"{PlainText.Line(what, LongestText)}{(received.Rules.Count == 0 ? ", and no rule takes it" : "")}.");
    }

    public static StoryLine Of(NotificationPublished note, SignalTopic topic)
    {
        var alarm = Read(note.Message);
        var what = Text(alarm, "AlarmName") is { } name && Text(alarm, "NewStateValue") is { } state
            ? $"CloudWatch tells {topic.InWords} that {name} goes to {state}."
            : $"Somebody tells {topic.InWords}: {note.Subject ?? note.Message}";
        return new(note.At, StoryOrder.Arrival, LineKind.World, PlainText.Line(what, LongestText));
    }

    public static StoryLine Of(LinesWritten written)
    {
        var passed = written.Passed == written.Lines ? "the subscription takes them" : written.Passed == 0 ? "no subscription takes any" : $"the subscription takes {written.Passed}";
        return new(written.At, StoryOrder.Arrival, LineKind.World, PlainText.Line($"{Times.Count(written.Lines, "line")} in the log {written.Group}; {passed}.", LongestText));
    }

    /// <summary>Null when there is no text at the path.</summary>
    private static string? Text(JsonElement value, params ReadOnlySpan<string> path)
    {
        try
        {
            foreach (var name in path)
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                {
                    return null;
                }
            }

            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // One half of a surrogate pair, which JSON can write and a string cannot hold.
            return null;
        }
    }

    /// <summary>Undefined when the text is no JSON. Of a member that is written twice the last one counts.</summary>
    private static JsonElement Read(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            // Anybody may publish anything; it is told as it is.
            return default;
        }
    }
}
