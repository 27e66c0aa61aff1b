using System.Collections.Immutable;

namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Ends the sessions of users, so that their clients fetch new tokens (runbook 3.4, "force token refresh for affected users"). They have to sign in again.</summary>
public sealed record SignOutUsers : RemediationAction
{
    /// <summary>Cognito's names of the users, none of them an address of mail; at least 1, each once.</summary>
    public required ImmutableArray<string> Users { get; init; }

    /// <summary>How many sign-ins failed when this was planned, an hour.</summary>
    public required double FailuresAnHour { get; init; }

    /// <summary>Where failed sign-ins are counted.</summary>
    public required string LogGroup { get; init; }

    public override string Name => ActionKinds.SignOutUsers;

    public override int BlastRadius => Users.Length;

    public override bool CanBeUndone => false;
}
