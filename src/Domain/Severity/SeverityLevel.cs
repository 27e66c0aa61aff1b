using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Severity;

/// <summary>How bad it is (runbook 1). A smaller number is worse.</summary>
[JsonConverter(typeof(UpperCaseConverter<SeverityLevel>))]
public enum SeverityLevel
{
    /// <summary>Platform down, data breach.</summary>
    Sev1 = 1,

    /// <summary>Major feature broken, tenant impacted.</summary>
    Sev2 = 2,

    /// <summary>Degraded performance, workaround exists.</summary>
    Sev3 = 3,

    /// <summary>Minor issue, cosmetic.</summary>
    Sev4 = 4,
}
