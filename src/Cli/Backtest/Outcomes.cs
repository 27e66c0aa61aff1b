using System.Text.Json.Nodes;
using IncidentServerless.Cli.Sending;

namespace IncidentServerless.Cli.Backtest;

/// <summary>
/// What people said of incidents when they were over. Read from what programs receive that subscribe to a topic
/// (<c>subscriber-message.schema.json</c>), bare or in SNS's envelope, and from the states of incidents in the table: one on a line, or a list.
/// </summary>
internal sealed class Outcomes
{
    private readonly Dictionary<string, Outcome> byIncident = [];

    /// <exception cref="RefusedException">The file cannot be read, or tells of no incident at all.</exception>
    public static Outcomes Read(string file)
    {
        try
        {
            var read = Parse(File.ReadAllText(file));
            return read.byIncident.Count > 0 ? read : throw new RefusedException($"{file} tells of no incident that is over; `incident backtest --help` says what belongs there.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The outcomes {file} cannot be read: {fault.Message}");
        }
    }

    /// <summary>Of several messages about an incident the newest counts, whatever their order. Lines that tell nothing of one are passed over.</summary>
    public static Outcomes Parse(string text)
    {
        var outcomes = new Outcomes();
        foreach (var document in Documents(text))
        {
            outcomes.Add(document["incident"] as JsonObject ?? document);
        }

        return outcomes;
    }

    /// <summary>Null when it is not over, or nobody told of it.</summary>
    public bool? IsFalseAlarm(string? incidentId) =>
        incidentId is not null && byIncident.TryGetValue(incidentId, out var known) && known.IsOver ? known.IsFalseAlarm : null;

    public void AddTo(JsonObject json, string? incidentId) => json["outcome"] = IsFalseAlarm(incidentId) switch
    {
        true => "false-alarm",
        false => "real",
        null => null,
    };

    private static IEnumerable<JsonObject> Documents(string text)
    {
        var whole = EventJson.TryParse(text.TrimStart('\uFEFF'));
        IEnumerable<JsonNode?> all = whole switch
        {
            JsonArray list => list,
            JsonObject one => [one],
            _ => text.Split('\n').Select(EventJson.TryParse),
        };
        return all.Select(Unwrapped).OfType<JsonObject>();
    }

    /// <summary>A text that holds JSON is what it holds, and an SNS notification its message.</summary>
    private static JsonNode? Unwrapped(JsonNode? value) => (EventJson.Text(value) ?? EventJson.Text(value, "Message")) is { } text ? EventJson.TryParse(text) : value;

    private void Add(JsonObject incident)
    {
        if (EventJson.Text(incident, "id") is not { } id || EventJson.Text(incident, "status") is not { } status || EventJson.Text(incident, "type") == "Drill")
        {
            return;
        }

        var revision = Number(incident["revision"] ?? incident["version"]);
        if (!byIncident.TryGetValue(id, out var known) || known.Revision <= revision)
        {
            byIncident[id] = new Outcome(revision, status is "Resolved" or "Closed", incident["falseAlarm"] is JsonValue flag && flag.TryGetValue<bool>(out var isFalse) && isFalse);
        }
    }

    private static int Number(JsonNode? value) => value is JsonValue number && number.TryGetValue<int>(out var revision) ? revision : 0;

    private sealed record Outcome(int Revision, bool IsOver, bool IsFalseAlarm);
}
