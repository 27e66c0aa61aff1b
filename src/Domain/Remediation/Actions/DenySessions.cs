namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>
/// Denies everything to sessions of a user or role that were opened before now, by an inline policy over <c>aws:TokenIssueTime</c>
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html). Who may open a session can open a new one.
/// </summary>
public sealed record DenySessions : RemediationAction
{
    /// <summary><c>user</c> or <c>role</c>.</summary>
    public required string Principal { get; init; }

    public override string Name => ActionKinds.DenySessions;

    public override bool CanBeUndone => true;
}
