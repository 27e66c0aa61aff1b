namespace IncidentServerless.Domain.Evidence.Authentication;

/// <summary>What the runbook for authentication tells apart (runbook 3.4).</summary>
public static class AuthenticationFindings
{
    /// <summary>The user pool or one of its clients does not exist, or the pool is disabled. For people.</summary>
    public const string PoolUnhealthy = "pool-unhealthy";

    /// <summary>The API's authorizer expects another issuer or audience than the pool's tokens carry, or most tokens are expired. For people; then proposes to sign users out.</summary>
    public const string TokenMismatch = "token-mismatch";

    /// <summary>Few addresses make most of the failed sign-ins. Proposes to block them.</summary>
    public const string Attack = "attack";

    /// <summary>Rights or sign-in settings were changed shortly before it began. For people, with the command that shows or restores; nothing is reverted by itself.</summary>
    public const string RbacChange = "rbac-change";

    /// <summary>Sign-ins fail from many addresses, and nothing else is conspicuous. For people.</summary>
    public const string ScatteredFailures = "scattered-failures";

    /// <summary>No failed sign-in and no change was seen.</summary>
    public const string NothingFound = "nothing-found";

    /// <summary>Nothing could be seen that would tell.</summary>
    public const string NothingSeen = "nothing-seen";
}
