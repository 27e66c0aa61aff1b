using System.Collections.Immutable;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Something that is used far above its usual.</summary>
internal sealed record Outlier
{
    /// <summary>One of <see cref="CostSpikeFindings"/>.</summary>
    public required string Finding { get; init; }

    /// <summary>By what a bill would show it; null when it may be any service.</summary>
    public required CostedService? Service { get; init; }

    /// <summary>How many times its usual it is; infinite when it has none.</summary>
    public required double Ratio { get; init; }

    /// <summary>A sentence that stands alone.</summary>
    public required string Summary { get; init; }

    /// <summary>Further sentences.</summary>
    public ImmutableArray<string> Details { get; init; } = [];

    public ProposedAction? Action { get; init; }

    /// <summary>A usual day has as much of it, in other hours or in this one: it may be a job that runs once a day.</summary>
    public bool MayBeDaily { get; init; }

    /// <summary>The tenant, when it is one.</summary>
    public string? Tenant { get; init; }

    /// <summary>The same as something that is meant to be so.</summary>
    public Outlier AsKnownJob(string summary) => this with
    {
        Finding = CostSpikeFindings.KnownJob,
        Summary = summary,
        Details = ["Policy lists it as a known job, so nothing is to be done."],
        Action = null,
    };
}
