using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>What a runbook's states need to know of its incident. Handed to every later state, so it stays small.</summary>
[JsonConverter(typeof(RunbookContextConverter))]
public sealed record RunbookContext
{
    public required string Runbook { get; init; }
    public required string IncidentId { get; init; }

    /// <summary>Of the incident when the runbook began.</summary>
    public required int Generation { get; init; }

    /// <summary>Plan, and apply nothing.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Another execution works on the incident: end without doing anything.</summary>
    public required bool Superseded { get; init; }

    /// <summary>Where evidence is gathered and actions act: the suite's own account, region and partition.</summary>
    public required string Account { get; init; }
    public required string Region { get; init; }
    public required string Partition { get; init; }

    /// <summary>When the runbook began, and the times that its questions are about.</summary>
    public required Lookback Times { get; init; }

    /// <summary>The incident's title.</summary>
    public required string Title { get; init; }

    /// <summary>When the trouble began, by the signal.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>ARNs or <c>name=value</c> texts that the incident names.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];

    public ImmutableArray<string> Tenants { get; init; } = [];

    /// <summary>The budget that the incident is about; null when it is about none.</summary>
    public string? Budget { get; init; }

    /// <summary>Where Partner Central's connector is looked at; null in other runbooks.</summary>
    public PartnerCentralPlaces? PartnerCentral { get; init; }

    /// <summary>Where metering is looked at; null in other runbooks.</summary>
    public MeteringPlaces? Metering { get; init; }

    /// <summary>Where the quality of data is looked at; null in other runbooks.</summary>
    public DataQualityPlaces? Quality { get; init; }

    /// <summary>Where authentication is looked at; null in other runbooks.</summary>
    public AuthenticationPlaces? Authentication { get; init; }

    /// <summary>What a finding is about; null in other runbooks.</summary>
    public SecurityPlaces? Security { get; init; }

    /// <summary>What policy says of tenants' quotas; null when it says nothing.</summary>
    public GuardrailNames? Guardrails { get; init; }
}

/// <summary>The times that a runbook asks about, all derived from when it began.</summary>
/// <param name="Now">To the second.</param>
/// <param name="HourAgo">One hour before.</param>
/// <param name="DayAgo">24 hours before.</param>
/// <param name="WeekAgo">Seven days before.</param>
/// <param name="FirstDay">Eight days before, <c>yyyy-MM-dd</c>: the start of Cost Explorer's period.</param>
/// <param name="LastDay">Today, <c>yyyy-MM-dd</c>: the exclusive end of it, so that only whole days are counted.</param>
public sealed record Lookback(DateTimeOffset Now, DateTimeOffset HourAgo, DateTimeOffset DayAgo, DateTimeOffset WeekAgo, string FirstDay, string LastDay)
{
    public static Lookback From(DateTimeOffset at)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
        return new Lookback(now, now.AddHours(-1), now.AddDays(-1), now.AddDays(-7), Day(now.AddDays(-8)), Day(now));
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Where tenants' use and quotas are found.</summary>
/// <param name="Table">The DynamoDB table of quotas.</param>
/// <param name="TenantKey">Its partition key, a text.</param>
/// <param name="Quota">The attribute that holds the quota, a number.</param>
/// <param name="Namespace">Of the CloudWatch metric of tenants' use.</param>
/// <param name="Metric">That metric's name.</param>
/// <param name="Dimension">The one dimension that names the tenant.</param>
public sealed record GuardrailNames(string Table, string TenantKey, string Quota, string Namespace, string Metric, string Dimension);
