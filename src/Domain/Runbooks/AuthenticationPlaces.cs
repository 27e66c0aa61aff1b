using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>Where the runbook for authentication looks; a member that policy does not name is null.</summary>
/// <param name="UserPool">The Cognito user pool's id.</param>
/// <param name="Clients">Ids of its app clients.</param>
/// <param name="LogGroup">Of failed sign-ins; null when policy names neither it nor a pool.</param>
/// <param name="ApiLogGroup">Of what the API denies.</param>
/// <param name="ApiId">Of the HTTP API.</param>
public sealed record AuthenticationPlaces(string? UserPool, IReadOnlyList<string> Clients, string? LogGroup, string? ApiLogGroup, string? ApiId)
{
    public static AuthenticationPlaces Of(AuthenticationPolicy policy) => new(
        policy.UserPool, policy.Clients, policy.LogGroup ?? (policy.UserPool is { } pool ? $"/aws/cognito/user-pools/{pool}" : null), policy.ApiLogGroup, policy.Api);
}
