using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Alarms;

namespace IncidentServerless.Cli.Sending;

/// <summary>Lets an old event happen now: an alarm's times are set to a moment.</summary>
internal static class RecentTimes
{
    public static OutgoingEvent At(DateTimeOffset now, OutgoingEvent outgoing) => outgoing switch
    {
        OutgoingEvent.Bus bus => new OutgoingEvent.Bus(Moved(bus.Envelope, now)),
        OutgoingEvent.Topic topic when EventJson.TryParse(topic.Message) is JsonObject alarm => topic with { Message = Moved(alarm, now).ToJsonString() },
        _ => outgoing,
    };

    private static JsonObject Moved(JsonObject members, DateTimeOffset now)
    {
        var moved = (JsonObject)members.DeepClone();
        if (moved.ContainsKey("time"))
        {
            moved["time"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        }

        if (moved["detail"] is JsonObject detail && detail["state"] is JsonObject state)
        {
            state["timestamp"] = AlarmEnvelope.Timestamp(now);
        }

        if (moved.ContainsKey("StateChangeTime"))
        {
            moved["StateChangeTime"] = AlarmEnvelope.Timestamp(now);
        }

        return moved;
    }
}
