using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>Where the runbook for data quality looks; a member that policy does not name is null.</summary>
/// <param name="Workgroup">ARN of the Redshift workgroup; else <paramref name="Cluster"/>.</param>
/// <param name="Secret">ARN of the secret with the warehouse's user.</param>
/// <param name="Catalog">The Glue database.</param>
/// <param name="Namespace">Of the metric that counts records; with <paramref name="Metric"/> and <paramref name="Dimension"/>.</param>
public sealed record DataQualityPlaces(string? Workgroup, string? Cluster, string? Database, string? Secret, string? Catalog, string? Namespace, string? Metric, string? Dimension)
{
    public static DataQualityPlaces Of(DataQualityPolicy policy) => new(
        policy.Warehouse?.Workgroup, policy.Warehouse?.Cluster, policy.Warehouse?.Database, policy.Warehouse?.Secret, policy.Catalog, policy.CountMetric?.Namespace, policy.CountMetric?.Metric, policy.CountMetric?.Dimension);
}
