using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Storage;

/// <summary>An incident and its timeline as items, and back.</summary>
internal sealed class IncidentItems(string table)
{
    private const string Version = "version";
    private const string State = "state";
    private const string Attached = "attached";
    private const string Event = "event";
    private const string At = "at";

    /// <summary>META is written only over the version that was read, and each event only once.</summary>
    public IEnumerable<TransactWriteItem> Write(StoredIncident? before, Incident after, long attached, IReadOnlyList<IncidentEvent> events)
    {
        yield return new TransactWriteItem { Put = Meta(before, after, attached) };
        for (var index = 0; index < events.Count; index++)
        {
            yield return new TransactWriteItem { Put = Timeline(after.Id, after.Version - events.Count + index + 1, events[index]) };
        }
    }

    public static StoredIncident Read(Dictionary<string, AttributeValue> item) => new(
        JsonSerializer.Deserialize(item.Text(State), DomainJson.Default.Incident) ?? throw new FormatException("The incident's state is null."),
        item.Number(Attached));

    public static IncidentEvent ReadEvent(Dictionary<string, AttributeValue> item) =>
        JsonSerializer.Deserialize(item.Text(Event), DomainJson.Default.IncidentEvent) ?? throw new FormatException("The event is null.");

    private Put Meta(StoredIncident? before, Incident after, long attached)
    {
        var item = Attributes.Key(TableKeys.Incident(after.Id), TableKeys.Meta);
        item[Version] = Attributes.Number(after.Version);
        item[Attached] = Attributes.Number(attached);
        item[State] = Attributes.Text(JsonSerializer.Serialize(after, DomainJson.Default.Incident));
        if (after.Status != IncidentStatus.Closed)
        {
            item[TableKeys.Open] = Attributes.Text(TableKeys.Open);
            item[TableKeys.OpenedAt] = Attributes.Time(after.OpenedAt);
        }

        return before is null
            ? new Put { TableName = table, Item = item, ConditionExpression = $"attribute_not_exists({TableKeys.Partition})" }
            : new Put
            {
                TableName = table,
                Item = item,
                ConditionExpression = "#version = :version AND #attached = :attached",
                ExpressionAttributeNames = new() { ["#version"] = Version, ["#attached"] = Attached },
                ExpressionAttributeValues = new()
                {
                    [":version"] = Attributes.Number(before.Incident.Version),
                    [":attached"] = Attributes.Number(before.Attached),
                },
            };
    }

    private Put Timeline(string incidentId, int version, IncidentEvent happened)
    {
        var item = Attributes.Key(TableKeys.Incident(incidentId), TableKeys.Event(version));
        item[At] = Attributes.Time(happened.At);
        item[Event] = Attributes.Text(JsonSerializer.Serialize(happened, DomainJson.Default.IncidentEvent));
        return new Put { TableName = table, Item = item, ConditionExpression = $"attribute_not_exists({TableKeys.Partition})" };
    }
}

/// <summary>An incident as it was read.</summary>
/// <param name="Attached">Signals attached to it, without the one that opened it.</param>
public sealed record StoredIncident(Incident Incident, long Attached);

