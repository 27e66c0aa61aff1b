namespace IncidentServerless.Domain.Policy;

/// <summary>What the runbook for authentication is to know of the account (runbook 3.4).</summary>
/// <param name="UserPool">Id of the Cognito user pool, <c>eu-west-1_AbCdEf123</c>; null when there is none.</param>
/// <param name="Clients">Ids of its app clients that the API accepts tokens of. May be empty.</param>
/// <param name="LogGroup">Where failed sign-ins are logged. Null: <c>/aws/cognito/user-pools/</c> and the pool's id.</param>
/// <param name="ApiLogGroup">Where the API logs what it denies; null when nobody is to look there.</param>
/// <param name="Api">Id of the API Gateway HTTP API whose authorizers are compared with the pool; null when there is none.</param>
/// <param name="IpSet">The WAF IP set in which addresses are blocked; null when there is none.</param>
/// <param name="NeverBlock">IPv4 networks that are never blocked, <c>203.0.113.0/24</c>. Private ones never are.</param>
public sealed record AuthenticationPolicy(
    string? UserPool,
    IReadOnlyList<string> Clients,
    string? LogGroup,
    string? ApiLogGroup,
    string? Api,
    IpSetName? IpSet,
    IReadOnlyList<string> NeverBlock)
{
    public static AuthenticationPolicy Default { get; } = new(null, [], null, null, null, null, []);
}

/// <summary>A regional IP set of AWS WAF, for IPv4.</summary>
public sealed record IpSetName(string Name, string Id);
