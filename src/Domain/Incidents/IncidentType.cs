using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What kind of incident it is, which decides the runbook (runbook 3).</summary>
[JsonConverter(typeof(NameConverter<IncidentType>))]
public enum IncidentType
{
    /// <summary>Anything that no other type fits; people run it.</summary>
    GeneralIncident,

    /// <summary>Runbook 3.1.</summary>
    PartnerCentralApiFailure,

    /// <summary>Runbook 3.2.</summary>
    MarketplaceMeteringFailure,

    /// <summary>Runbook 3.3.</summary>
    DataQualityDegradation,

    /// <summary>Runbook 3.4.</summary>
    AuthenticationFailure,

    /// <summary>Runbook 3.5.</summary>
    CostSpike,

    /// <summary>GuardDuty (runbook 2).</summary>
    SecurityFinding,

    /// <summary>A test page: nothing is wrong, and it ends by itself.</summary>
    Drill,
}
