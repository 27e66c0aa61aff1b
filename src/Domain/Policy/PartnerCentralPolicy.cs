namespace IncidentServerless.Domain.Policy;

/// <summary>What the runbook for Partner Central's API is to know of the account (runbook 3.1).</summary>
/// <param name="LogGroup">Of the connector. Default <c>/ecs/connector-partner-central</c>.</param>
/// <param name="Role">Name of the connector's IAM role, with its path if it has one; null when its permissions cannot be asked.</param>
/// <param name="RequiredActions">What the connector must be allowed to call, as IAM names it; 1 to 20.</param>
/// <param name="ThrottleMetric">Counts calls that Partner Central throttled; null when there is none, and only log lines tell.</param>
/// <param name="RateParameter">Name of the SSM parameter that holds how many requests the connector sends a second; null when there is none.</param>
/// <param name="LowestRate">The rate is never set below this; 1 to 10,000. Default 1.</param>
/// <param name="Ingestion">Name of the state machine that ingests; null when there is none.</param>
/// <param name="Admin">Id from <see cref="IncidentPolicy.People"/> of who administers Partner Central; null when nobody is named.</param>
public sealed record PartnerCentralPolicy(
    string LogGroup,
    string? Role,
    IReadOnlyList<string> RequiredActions,
    MetricName? ThrottleMetric,
    string? RateParameter,
    int LowestRate,
    string? Ingestion,
    string? Admin)
{
    public static PartnerCentralPolicy Default { get; } = new(
        "/ecs/connector-partner-central", null, ["partnercentral:ListOpportunities", "partnercentral:GetOpportunity"], null, null, 1, null, null);
}

/// <summary>A CloudWatch metric without dimensions.</summary>
public sealed record MetricName(string Namespace, string Metric);
