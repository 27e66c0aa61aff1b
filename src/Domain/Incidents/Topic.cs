using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What a workflow can wait for.</summary>
[JsonConverter(typeof(CamelCaseConverter<Topic>))]
public enum Topic
{
    /// <summary>Severity or status changed in a way that workflows must look at.</summary>
    Changed,

    /// <summary>A person took the incident.</summary>
    Acknowledged,

    /// <summary>A person asked for the next level.</summary>
    Escalated,

    /// <summary>The incident is over.</summary>
    Resolved,

    /// <summary>A person decided about an action (approved, refused, or wants it undone) or about a mail to customers.</summary>
    Decided,

    /// <summary>There is something to tell people.</summary>
    News,
}
