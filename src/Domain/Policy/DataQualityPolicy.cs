namespace IncidentServerless.Domain.Policy;

/// <summary>What the runbook for data quality is to know of the account (runbook 3.3).</summary>
/// <param name="Warehouse">Where <c>data_quality_issues</c> is; null when nobody is to look there.</param>
/// <param name="Catalog">The Glue database with a table for each entity; null when schemas are not compared.</param>
/// <param name="CountMetric">Counts the records of each entity; null when there is none.</param>
/// <param name="Bucket">The lake's bucket, in which the issues' <c>object_key</c> are; null when nothing is to be quarantined.</param>
/// <param name="QuarantinePrefix">Where quarantined objects go, <c>dlq/</c>; ends with a slash.</param>
/// <param name="Reprocess">Name of the state machine that reprocesses an entity from bronze; null when there is none.</param>
public sealed record DataQualityPolicy(WarehousePolicy? Warehouse, string? Catalog, DimensionedMetric? CountMetric, string? Bucket, string QuarantinePrefix, string? Reprocess)
{
    public static DataQualityPolicy Default { get; } = new(null, null, null, null, "dlq/", null);
}

/// <summary>A Redshift database that is asked through the Redshift Data API.</summary>
/// <param name="Arn">Of the cluster, <c>arn:aws:redshift:…:cluster:analytics</c>, or of the serverless workgroup, <c>arn:aws:redshift-serverless:…:workgroup/…</c>.</param>
/// <param name="Secret">ARN of the Secrets Manager secret with its user; never the secret itself.</param>
public sealed record WarehousePolicy(string Arn, string Database, string Secret)
{
    /// <summary>The cluster's identifier; null for a workgroup.</summary>
    public string? Cluster => Arn.Split(':') is [_, _, "redshift", _, _, "cluster", var name] ? name : null;

    /// <summary>The workgroup's ARN; null for a cluster.</summary>
    public string? Workgroup => Cluster is null ? Arn : null;
}

/// <summary>A CloudWatch metric with one dimension.</summary>
public sealed record DimensionedMetric(string Namespace, string Metric, string Dimension);
