using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>Where the runbook for Marketplace metering looks; a member that policy does not name is null.</summary>
/// <param name="Cluster">ARN of the Aurora cluster with <c>meter_usage</c>.</param>
/// <param name="Secret">ARN of the secret with its user.</param>
/// <param name="Database">The database's name.</param>
/// <param name="ProductCode">The product's code in AWS Marketplace.</param>
public sealed record MeteringPlaces(string? Cluster, string? Secret, string? Database, string? ProductCode)
{
    public static MeteringPlaces Of(MeteringPolicy policy) => new(policy.Database?.Cluster, policy.Database?.Secret, policy.Database?.Name, policy.ProductCode);
}
