namespace IncidentServerless.Domain.Evidence.PartnerCentral;

/// <summary>What the runbook for Partner Central's API gathers (runbook 3.1). A member that is null was not gathered.</summary>
public sealed record PartnerCentralEvidence
{
    /// <summary>Lines of the connector's log of the last hour with ERROR in them (CloudWatch Logs); at most 200.</summary>
    public Gathered<ErrorLine>? Errors { get; init; }

    /// <summary>Open issues of AWS itself (AWS Health).</summary>
    public Gathered<HealthIssue>? Health { get; init; }

    /// <summary>What the connector's role may do (IAM's simulation).</summary>
    public Gathered<PermissionCheck>? Permissions { get; init; }

    /// <summary>Throttled calls of the last hour (CloudWatch).</summary>
    public Gathered<CountedCalls>? Throttles { get; init; }

    /// <summary>The connector's requests a second (SSM).</summary>
    public Gathered<ParameterText>? Rate { get; init; }

    /// <summary>The newest failed ingestion runs (Step Functions).</summary>
    public Gathered<FailedRun>? Runs { get; init; }
}

/// <param name="At">Milliseconds since 1970, as text.</param>
public sealed record ErrorLine(string? At, string? Text);

/// <param name="Category"><c>issue</c> or <c>investigation</c>.</param>
/// <param name="Region">Or <c>global</c>.</param>
/// <param name="Since">ISO 8601.</param>
public sealed record HealthIssue(string? Service, string? Code, string? Category, string? Region, string? Since);

/// <param name="Decision"><c>allowed</c>, <c>implicitDeny</c> or <c>explicitDeny</c>.</param>
public sealed record PermissionCheck(string? Action, string? Decision);

/// <param name="Values">Sums of its periods, in any order.</param>
public sealed record CountedCalls(IReadOnlyList<double>? Values);

/// <param name="Value">As it is stored.</param>
public sealed record ParameterText(string? Value);

/// <param name="Arn">The execution's.</param>
/// <param name="StoppedAt">ISO 8601.</param>
/// <param name="Redrive"><c>REDRIVABLE</c>, <c>NOT_REDRIVABLE</c> or <c>REDRIVABLE_BY_MAP_RUN</c>.</param>
public sealed record FailedRun(string? Arn, string? Name, string? StoppedAt, string? Error, string? Redrive);
