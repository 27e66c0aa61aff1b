
namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What the runbook for cost spikes gathers (runbook 3.5). A member that is null was not gathered.</summary>
public sealed record CostSpikeEvidence
{
    /// <summary>Cost by service and day, for a week (Cost Explorer). It lags by up to a day.</summary>
    public Gathered<ServiceCost>? Costs { get; init; }

    /// <summary>Cost by usage type and day of the services that grew most (Cost Explorer).</summary>
    public Gathered<UsageCost>? Usage { get; init; }

    /// <summary>The functions that were invoked most in the last hour (CloudWatch).</summary>
    public Gathered<FunctionUsage>? Functions { get; init; }

    /// <summary>Statements that run now (Redshift Data API).</summary>
    public Gathered<RunningStatement>? Statements { get; init; }

    /// <summary>The largest buckets (CloudWatch).</summary>
    public Gathered<BucketGrowth>? Buckets { get; init; }

    /// <summary>The budget that the incident names, else the account's.</summary>
    public Gathered<BudgetState>? Budgets { get; init; }

    /// <summary>The tenants that used most in the last hour, where policy names a metric for it.</summary>
    public Gathered<TenantUsage>? Tenants { get; init; }
}

/// <param name="Day"><c>2026-03-01</c>.</param>
/// <param name="Amount">A decimal number as text, as Cost Explorer writes it.</param>
public sealed record ServiceCost(string? Service, string? Day, string? Amount, string? Unit);

/// <param name="UsageType">For example <c>EU-Lambda-GB-Second</c>.</param>
public sealed record UsageCost(string? Service, string? UsageType, string? Day, string? Amount);

/// <summary>One Lambda function.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Invocations">Of the last hour: sums of its periods, in any order.</param>
/// <param name="Durations">Of the last hour: average milliseconds of its periods.</param>
/// <param name="Concurrency">Of the last hour: maximum of its periods.</param>
/// <param name="DailyInvocations">Sums of each of the seven days before.</param>
/// <param name="DailyDurations">Average milliseconds of each of the seven days before.</param>
/// <param name="DailyConcurrency">Maximum of each of the seven days before.</param>
public sealed record FunctionUsage(
    string? Name,
    IReadOnlyList<double>? Invocations,
    IReadOnlyList<double>? Durations,
    IReadOnlyList<double>? Concurrency,
    IReadOnlyList<double>? DailyInvocations,
    IReadOnlyList<double>? DailyDurations,
    IReadOnlyList<double>? DailyConcurrency);

/// <summary>A statement that runs through the Redshift Data API.</summary>
/// <param name="Id">By which it can be cancelled.</param>
/// <param name="Cluster">The cluster's identifier; null for a serverless workgroup.</param>
/// <param name="Workgroup">The workgroup's name; null for a cluster.</param>
/// <param name="StartedAt">ISO 8601.</param>
/// <param name="Text">The SQL.</param>
public sealed record RunningStatement(string? Id, string? Name, string? Cluster, string? Workgroup, string? StartedAt, string? Text);

/// <param name="StorageType">For example <c>StandardStorage</c>.</param>
/// <param name="Bytes">Of each day of a week, the oldest first.</param>
public sealed record BucketGrowth(string? Bucket, string? StorageType, IReadOnlyList<double>? Bytes);

/// <param name="Limit">A decimal number as text.</param>
/// <param name="Forecast">Null when AWS has none yet.</param>
/// <param name="Period"><c>MONTHLY</c>, <c>DAILY</c>, …</param>
public sealed record BudgetState(string? Name, string? Limit, string? Actual, string? Forecast, string? Unit, string? Period);

/// <summary>A tenant's use of the platform, by the metric that policy names.</summary>
/// <param name="Recent">Of the last hour: sums of its periods.</param>
/// <param name="Daily">Sums of each of the seven days before.</param>
/// <param name="Quota">What the guardrail table allows the tenant; null when it says nothing.</param>
public sealed record TenantUsage(string? Tenant, IReadOnlyList<double>? Recent, IReadOnlyList<double>? Daily, double? Quota);
