namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Lets the connector send fewer requests a second (runbook 3.1, "validate API rate limits not exceeded").</summary>
public sealed record LowerRequestRate : RemediationAction
{
    /// <summary>The requests a second to set; at least 1.</summary>
    public required double Limit { get; init; }

    /// <summary>How many calls were throttled when this was planned, an hour.</summary>
    public required double ThrottledAnHour { get; init; }

    /// <summary>Of the metric that counts throttled calls.</summary>
    public required string Namespace { get; init; }
    public required string Metric { get; init; }

    public override string Name => ActionKinds.LowerRequestRate;

    public override bool CanBeUndone => true;
}
