using IncidentServerless.Domain.Incidents;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>The runbooks, and which incident type runs which.</summary>
public static class RunbookNames
{
    /// <summary>Runbook 3.1.</summary>
    public const string PartnerCentral = "partner-central";

    /// <summary>Runbook 3.2.</summary>
    public const string MarketplaceMetering = "marketplace-metering";

    /// <summary>Runbook 3.3.</summary>
    public const string DataQuality = "data-quality";

    /// <summary>Runbook 3.4.</summary>
    public const string Authentication = "authentication";

    /// <summary>Runbook 3.5.</summary>
    public const string CostSpike = "cost-spike";

    /// <summary>For findings of GuardDuty.</summary>
    public const string SecurityFinding = "security-finding";

    /// <summary>For whatever has no runbook of its own: looks at what changed, and hands over to people.</summary>
    public const string General = "general";

    public static IReadOnlyList<string> All { get; } = [PartnerCentral, MarketplaceMetering, DataQuality, Authentication, CostSpike, SecurityFinding, General];

    public static string Of(IncidentType type) => type switch
    {
        IncidentType.PartnerCentralApiFailure => PartnerCentral,
        IncidentType.MarketplaceMeteringFailure => MarketplaceMetering,
        IncidentType.DataQualityDegradation => DataQuality,
        IncidentType.AuthenticationFailure => Authentication,
        IncidentType.CostSpike => CostSpike,
        IncidentType.SecurityFinding => SecurityFinding,
        _ => General,
    };

    /// <summary>The type of an incident that a runbook declares when somebody starts it by hand.</summary>
    public static IncidentType TypeOf(string runbook) => runbook switch
    {
        PartnerCentral => IncidentType.PartnerCentralApiFailure,
        MarketplaceMetering => IncidentType.MarketplaceMeteringFailure,
        DataQuality => IncidentType.DataQualityDegradation,
        Authentication => IncidentType.AuthenticationFailure,
        CostSpike => IncidentType.CostSpike,
        SecurityFinding => IncidentType.SecurityFinding,
        _ => IncidentType.GeneralIncident,
    };
}
