namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Lowers one tenant's quota in the guardrail table (runbook 3.5, "adjust guardrails").</summary>
public sealed record TightenQuota : RemediationAction
{
    public required string Tenant { get; init; }

    /// <summary>The table's partition key.</summary>
    public required string TenantKey { get; init; }

    /// <summary>The attribute that holds the quota.</summary>
    public required string Quota { get; init; }

    /// <summary>The quota to set; at least 1.</summary>
    public required double Limit { get; init; }

    /// <summary>What the tenant used when this was planned, an hour.</summary>
    public required double UsageAnHour { get; init; }

    /// <summary>Of the metric that shows the tenant's use.</summary>
    public required string Namespace { get; init; }
    public required string Metric { get; init; }
    public required string Dimension { get; init; }

    public override string LimitKey => $"{TargetArn}/{Tenant}";

    public override string Name => ActionKinds.TightenQuota;

    public override bool CanBeUndone => true;
}
