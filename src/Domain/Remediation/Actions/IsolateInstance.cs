namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>
/// Takes snapshots of an instance's volumes, protects it from termination, takes it out of its Auto Scaling group, and gives it a security
/// group without rules. Connections that are tracked already go on until they close. Undoing gives back its groups, not its place in the Auto Scaling group.
/// </summary>
public sealed record IsolateInstance : RemediationAction
{
    /// <summary>Marks the snapshots, so that they are taken once.</summary>
    public required string IncidentId { get; init; }

    public required string SecurityGroup { get; init; }

    /// <summary>The tag that allows it.</summary>
    public required string TagKey { get; init; }
    public required string TagValue { get; init; }

    public override string Name => ActionKinds.IsolateInstance;

    public override bool CanBeUndone => true;
}
