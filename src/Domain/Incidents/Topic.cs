using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What a workflow can wait for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Topic>))]
public enum Topic
{
    /// <summary>Severity or status changed in a way that workflows must look at.</summary>
    [JsonStringEnumMemberName("changed")] Changed,

    /// <summary>A person took the incident.</summary>
    [JsonStringEnumMemberName("acknowledged")] Acknowledged,

    /// <summary>A person asked for the next level.</summary>
    [JsonStringEnumMemberName("escalated")] Escalated,

    /// <summary>The incident is over.</summary>
    [JsonStringEnumMemberName("resolved")] Resolved,

    /// <summary>A person decided about an action: approved, refused, or wants it undone.</summary>
    [JsonStringEnumMemberName("decided")] Decided,

    /// <summary>There is something to tell people.</summary>
    [JsonStringEnumMemberName("news")] News,
}
