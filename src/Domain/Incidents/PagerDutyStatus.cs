using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Incidents;

/// <summary>The three event actions of PagerDuty's Events API v2.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PagerDutyStatus>))]
public enum PagerDutyStatus
{
    [JsonStringEnumMemberName("trigger")] Triggered,
    [JsonStringEnumMemberName("acknowledge")] Acknowledged,
    [JsonStringEnumMemberName("resolve")] Resolved,
}
