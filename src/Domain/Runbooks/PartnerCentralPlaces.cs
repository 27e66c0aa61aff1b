using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>Where the runbook for Partner Central's API looks; a member that policy does not name is null.</summary>
/// <param name="RoleArn">The connector's role.</param>
/// <param name="Actions">What the role must be allowed, as IAM names it.</param>
/// <param name="ThrottleNamespace">Of <paramref name="ThrottleMetric"/>.</param>
/// <param name="IngestionArn">The state machine that ingests.</param>
public sealed record PartnerCentralPlaces(
    string LogGroup,
    string? RoleArn,
    IReadOnlyList<string> Actions,
    string? ThrottleNamespace,
    string? ThrottleMetric,
    string? RateParameter,
    string? IngestionArn)
{
    public static PartnerCentralPlaces Of(PartnerCentralPolicy policy, string partition, string region, string account) => new(
        policy.LogGroup,
        policy.Role is { } role ? $"arn:{partition}:iam::{account}:role/{role}" : null,
        policy.RequiredActions,
        policy.ThrottleMetric?.Namespace,
        policy.ThrottleMetric?.Metric,
        policy.RateParameter,
        policy.Ingestion is { } machine ? $"arn:{partition}:states:{region}:{account}:stateMachine:{machine}" : null);
}
