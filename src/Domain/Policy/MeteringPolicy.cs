namespace IncidentServerless.Domain.Policy;

/// <summary>What the runbook for Marketplace metering is to know of the account (runbook 3.2).</summary>
/// <param name="Database">Where <c>meter_usage</c> is; null when nobody is to look there.</param>
/// <param name="ProductCode">The product's code in AWS Marketplace; null when it is not told.</param>
/// <param name="Dimensions">Names of the product's usage dimensions, as the product defines them. Empty: they are not compared.</param>
public sealed record MeteringPolicy(DataApiDatabase? Database, string? ProductCode, IReadOnlyList<string> Dimensions)
{
    public static MeteringPolicy Default { get; } = new(null, null, []);
}

/// <summary>An Aurora PostgreSQL database that is asked through the RDS Data API.</summary>
/// <param name="Cluster">The cluster's ARN, of the suite's account and region.</param>
/// <param name="Secret">ARN of the Secrets Manager secret with its user; never the secret itself.</param>
/// <param name="Name">The database's name.</param>
public sealed record DataApiDatabase(string Cluster, string Secret, string Name);
