namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Starts the state machine that reprocesses an entity from bronze (runbook 3.3), with <c>{ "entity", "partition", "incidentId" }</c>. A run cannot be called back.</summary>
public sealed record ReprocessEntity : RemediationAction
{
    /// <summary>Names the execution, so that it is started once; at most 80 characters.</summary>
    public required string Run { get; init; }

    public required string Entity { get; init; }

    /// <summary>A prefix of objects; empty for all of the entity.</summary>
    public required string Partition { get; init; }

    public override string LimitKey => $"{TargetArn}/{Entity}";

    public override string Name => ActionKinds.ReprocessEntity;

    public override bool CanBeUndone => false;
}
