using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Incidents;

/// <summary>The three event actions of PagerDuty's Events API v2.</summary>
[JsonConverter(typeof(CamelCaseConverter<PagerDutyStatus>))]
public enum PagerDutyStatus
{
    Trigger,
    Acknowledge,
    Resolve,
}
