namespace IncidentServerless.Domain.Evidence.Authentication;

/// <summary>What the runbook for authentication gathers (runbook 3.4). A member that is null was not gathered.</summary>
public sealed record AuthenticationEvidence
{
    /// <summary>The user pool (Cognito); one entry.</summary>
    public Gathered<UserPool>? Pool { get; init; }

    /// <summary>The pool's app clients that policy names (Cognito).</summary>
    public Gathered<PoolClient>? Clients { get; init; }

    /// <summary>Failed sign-ins of the last hour (CloudWatch Logs); at most 200.</summary>
    public Gathered<DenialLine>? Failures { get; init; }

    /// <summary>401 and 403 of the API within the last hour (CloudWatch Logs); at most 200.</summary>
    public Gathered<DenialLine>? Denials { get; init; }

    /// <summary>The API's authorizers (API Gateway).</summary>
    public Gathered<Authorizer>? Authorizers { get; init; }

    /// <summary>Calls to Cognito, IAM and API Gateway of the last day (CloudTrail).</summary>
    public Gathered<TrailEvent>? Changes { get; init; }
}

/// <param name="Status">Null, as in new pools, or <c>Enabled</c> or <c>Disabled</c>.</param>
public sealed record UserPool(string? Id, string? Name, string? Status);

/// <param name="Missing">The pool has no such client.</param>
public sealed record PoolClient(string? Id, bool? Missing);

/// <param name="At">Milliseconds since 1970, as text.</param>
public sealed record DenialLine(string? At, string? Text);

/// <param name="Type"><c>JWT</c> or <c>REQUEST</c>.</param>
public sealed record Authorizer(string? Name, string? Type, string? Issuer, IReadOnlyList<string>? Audience);

/// <param name="Name">The call.</param>
/// <param name="At">ISO 8601.</param>
/// <param name="By">Who called.</param>
/// <param name="ReadOnly"><c>true</c> or <c>false</c>, as text.</param>
public sealed record TrailEvent(string? Name, string? At, string? By, string? ReadOnly, IReadOnlyList<string>? Resources);
