using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Severity;

/// <summary>How bad it is (runbook 1). A smaller number is worse.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SeverityLevel>))]
public enum SeverityLevel
{
    /// <summary>Platform down, data breach.</summary>
    [JsonStringEnumMemberName("SEV1")] Sev1 = 1,

    /// <summary>Major feature broken, tenant impacted.</summary>
    [JsonStringEnumMemberName("SEV2")] Sev2 = 2,

    /// <summary>Degraded performance, workaround exists.</summary>
    [JsonStringEnumMemberName("SEV3")] Sev3 = 3,

    /// <summary>Minor issue, cosmetic.</summary>
    [JsonStringEnumMemberName("SEV4")] Sev4 = 4,
}
