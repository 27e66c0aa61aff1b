using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>What a runbook's states are told of an incident.</summary>
public static class RunbookContexts
{
    /// <summary>Before a budget's name among an incident's resources.</summary>
    public const string BudgetPrefix = "budget=";

    public static RunbookContext Of(Incident incident, bool dryRun, RunbookRequest request, string account, string region, string partition, IncidentPolicy policy) => new()
    {
        Runbook = request.Runbook,
        IncidentId = incident.Id,
        Generation = incident.Generation,
        DryRun = dryRun,
        Superseded = !dryRun && incident.Runbook?.Execution != request.Execution,
        Account = account,
        Region = region,
        Partition = partition,
        Times = Lookback.From(request.At),
        Title = incident.Title,
        OccurredAt = incident.OccurredAt,
        Resources = incident.Resources,
        Tenants = incident.Tenants,
        Budget = incident.Resources.Where(resource => resource.StartsWith(BudgetPrefix, StringComparison.Ordinal)).Select(resource => resource[BudgetPrefix.Length..]).FirstOrDefault(),
        PartnerCentral = request.Runbook == RunbookNames.PartnerCentral ? PartnerCentralPlaces.Of(policy.PartnerCentral, partition, region, account) : null,
        Metering = request.Runbook == RunbookNames.MarketplaceMetering ? MeteringPlaces.Of(policy.MarketplaceMetering) : null,
        Quality = request.Runbook == RunbookNames.DataQuality ? DataQualityPlaces.Of(policy.DataQuality) : null,
        Authentication = request.Runbook == RunbookNames.Authentication ? AuthenticationPlaces.Of(policy.Authentication) : null,
        Security = request.Runbook == RunbookNames.SecurityFinding ? SecurityPlaces.Of(incident.Resources) : null,
        Guardrails = policy.CostSpike.Guardrails,
    };
}
