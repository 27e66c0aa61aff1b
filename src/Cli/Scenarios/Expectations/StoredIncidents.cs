using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Domain.Json;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>So many incidents are stored whose state matches a pattern. An incident that no such expectation matches is a failure of its own.</summary>
/// <param name="Pattern">An EventBridge pattern over the incident's stored state, with <c>attached</c>, the number of attached signals.</param>
/// <param name="Wanted">The pattern's own text, for messages.</param>
public sealed record StoredIncidents(EventPattern Pattern, JsonObject Wanted, int Count) : Expectation
{
    internal static StoredIncidents? Read(StoryMembers members)
    {
        var count = members.Count("count", 1);
        return members.OptionalPattern("incident") is { } pattern ? new StoredIncidents(pattern, members.OptionalObject("incident")!, count) : null;
    }

    internal bool Describes(IncidentRecord record) => Pattern.Matches(StateOf(record).ToJsonString());

    internal override IEnumerable<string> Failures(Outcome outcome)
    {
        var seen = outcome.Incidents.Count(Describes);
        if (seen == Count)
        {
            return [];
        }

        var states = outcome.Incidents.Select(record => $"{record.Incident.Id} has {Shown(record)}");
        return [$"Expected {Count} incident(s) with {Wanted.ToJsonString()}; saw {seen}. {string.Join("; ", states.DefaultIfEmpty("No incident is stored"))}."];
    }

    private string Shown(IncidentRecord record)
    {
        var state = StateOf(record);
        return new JsonObject(Wanted.Select(member => KeyValuePair.Create(member.Key, state[member.Key]?.DeepClone()))).ToJsonString();
    }

    private static JsonObject StateOf(IncidentRecord record)
    {
        var state = (JsonObject)JsonSerializer.SerializeToNode(record.Incident, DomainJson.Default.Incident)!;
        state["attached"] = record.Attached;
        return state;
    }
}
