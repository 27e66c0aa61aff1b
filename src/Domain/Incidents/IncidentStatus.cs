using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Where an incident stands.</summary>
[JsonConverter(typeof(NameConverter<IncidentStatus>))]
public enum IncidentStatus
{
    /// <summary>Nobody has taken it yet, or an acknowledgement expired.</summary>
    Open,

    /// <summary>A person has taken it.</summary>
    Acknowledged,

    /// <summary>The signals have recovered; it resolves after the stable period.</summary>
    Mitigated,

    /// <summary>Over; the lifecycle has not closed it yet.</summary>
    Resolved,

    /// <summary>Over, and its workflows have ended.</summary>
    Closed,
}
