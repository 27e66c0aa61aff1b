namespace IncidentServerless.Domain.Evidence.DataQuality;

/// <summary>What the runbook for data quality gathers (runbook 3.3). A member that is null was not gathered.</summary>
public sealed record DataQualityEvidence
{
    /// <summary>Issues of the week by entity and rule, the most of the last day first (Redshift Data API); at most 50.</summary>
    public Gathered<IssueCount>? Issues { get; init; }

    /// <summary>Objects with issues of the last day, the most first (Redshift Data API); at most 100.</summary>
    public Gathered<BadObject>? Objects { get; init; }

    /// <summary>Tables that were changed within two days, with their columns after and before the last of their five newest versions that changed any (Glue); at most 5.</summary>
    public Gathered<TableChange>? Schemas { get; init; }

    /// <summary>Records of each entity (CloudWatch); at most 20.</summary>
    public Gathered<RecordVolume>? Volumes { get; init; }
}

/// <param name="Today">Issues of the last 24 hours.</param>
/// <param name="Before">Issues of the six days before that.</param>
public sealed record IssueCount(string? Entity, string? Rule, string? Today, string? Before);

/// <param name="Key">Of the object in the lake's bucket.</param>
/// <param name="Issues">Of the last 24 hours.</param>
public sealed record BadObject(string? Entity, string? Key, string? Issues);

/// <param name="At">ISO 8601.</param>
/// <param name="Now">Columns as <c>name:type</c>.</param>
/// <param name="Before">The same, of the version before.</param>
public sealed record TableChange(string? Table, string? At, IReadOnlyList<string>? Now, IReadOnlyList<string>? Before);

/// <param name="Recent">Sums of the hours of the last day, in any order.</param>
/// <param name="Daily">Sums of the days before that.</param>
public sealed record RecordVolume(string? Entity, IReadOnlyList<double>? Recent, IReadOnlyList<double>? Daily);
