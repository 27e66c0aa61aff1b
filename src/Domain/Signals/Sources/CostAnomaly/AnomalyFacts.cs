using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.CostAnomaly;

/// <summary>What one event says of a cost anomaly, in US dollars. What it does not say is null or empty.</summary>
public sealed record AnomalyFacts
{
    /// <summary>The same in each event of one anomaly, which comes again while it goes on.</summary>
    public required string Id { get; init; }

    /// <summary>What the monitor watches and found unusual: a service, an account, a cost category or a tag.</summary>
    public string? Subject { get; init; }

    /// <summary>The monitor's ARN.</summary>
    public string? Monitor { get; init; }

    /// <summary>What was spent in all.</summary>
    public decimal? Actual { get; init; }

    /// <summary>What would have been usual.</summary>
    public decimal? Expected { get; init; }

    /// <summary>By how much it was more.</summary>
    public decimal? Impact { get; init; }

    /// <summary>By how many per cent it was more.</summary>
    public decimal? Percent { get; init; }

    public ImmutableArray<AnomalyCause> Causes { get; init; } = [];

    /// <summary>On what day it began.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>The page of AWS's console that shows it.</summary>
    public string? Link { get; init; }

    /// <summary>12 digits, or <c>unknown</c>.</summary>
    public required string Account { get; init; }

    /// <summary>Where the event came from: a region code, or <c>unknown</c>.</summary>
    public required string Region { get; init; }

    /// <summary>When it was told, UTC.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}

/// <summary>What drives an anomaly.</summary>
/// <param name="Contribution">How many dollars of the impact it makes up.</param>
public sealed record AnomalyCause(string? Service, string? UsageType, string? Region, string? Account, decimal? Contribution);
