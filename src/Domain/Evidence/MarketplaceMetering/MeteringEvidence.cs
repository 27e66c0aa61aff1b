namespace IncidentServerless.Domain.Evidence.MarketplaceMetering;

/// <summary>What the runbook for Marketplace metering gathers (runbook 3.2). A member that is null was not gathered.</summary>
public sealed record MeteringEvidence
{
    /// <summary>Rows of <c>meter_usage</c> that failed within 24 hours, the oldest first (RDS Data API); at most 200.</summary>
    public Gathered<MeterRow>? Failures { get; init; }

    /// <summary>The product's entitlements (Marketplace); at most 300, and one without a customer where there are more. A product that is billed by usage alone has none.</summary>
    public Gathered<EntitlementRow>? Entitlements { get; init; }
}

/// <param name="UsageAt">ISO 8601.</param>
/// <param name="Error">As the Marketplace named it; null when nobody wrote it down.</param>
/// <param name="Metered">Whether another row of the same customer, dimension and hour was sent.</param>
public sealed record MeterRow(string? Id, string? Customer, string? Dimension, string? Quantity, string? UsageAt, string? Error, bool? Metered);

/// <param name="Expires">ISO 8601; null when it does not end.</param>
public sealed record EntitlementRow(string? Customer, string? Dimension, string? Expires);
