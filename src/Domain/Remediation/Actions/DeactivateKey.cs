namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Deactivates a user's access key. Sessions that it has opened stay alive: <see cref="DenySessions"/> ends them.</summary>
public sealed record DeactivateKey : RemediationAction
{
    /// <summary>The key's id, <c>AKIA…</c>; never its secret.</summary>
    public required string AccessKeyId { get; init; }

    public override string LimitKey => $"{TargetArn}/{AccessKeyId}";

    public override string Name => ActionKinds.DeactivateKey;

    public override bool CanBeUndone => true;
}
