namespace IncidentServerless.Domain.Evidence.SecurityFinding;

/// <summary>What the runbook for security findings tells apart.</summary>
public static class SecurityFindings
{
    /// <summary>Somebody else uses an access key or a role's session. Proposes to deactivate the key and to deny the sessions that it has opened.</summary>
    public const string CompromisedCredentials = "compromised-credentials";

    /// <summary>An instance does what an attacker wants. Proposes to snapshot and isolate it.</summary>
    public const string CompromisedInstance = "compromised-instance";

    /// <summary>A bucket was opened to the public. Proposes to block that.</summary>
    public const string ExposedBucket = "exposed-bucket";

    /// <summary>Somebody looks around or knocks, and nothing shows that they are in. For people, without haste.</summary>
    public const string Reconnaissance = "reconnaissance";

    /// <summary>A finding of another kind, or about another kind of resource. For people.</summary>
    public const string ForPeople = "for-people";

    /// <summary>Nothing is known of the finding.</summary>
    public const string NothingSeen = "nothing-seen";
}
