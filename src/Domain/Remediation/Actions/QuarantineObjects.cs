using System.Collections.Immutable;

namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Moves objects to the quarantine prefix of their bucket (runbook 3.3, "move to DLQ prefix"): each is copied before it is deleted. Undoing moves them back.</summary>
public sealed record QuarantineObjects : RemediationAction
{
    /// <summary>The account that must own the bucket: a bucket's ARN names none.</summary>
    public required string Owner { get; init; }

    /// <summary>Put before each key; ends with a slash.</summary>
    public required string Prefix { get; init; }

    /// <summary>At least 1, at most 100, each once.</summary>
    public required ImmutableArray<string> Keys { get; init; }

    public override string LimitKey => $"{TargetArn}/{Keys[0]}";

    public override string Name => ActionKinds.QuarantineObjects;

    public override int BlastRadius => Keys.Length;

    public override bool CanBeUndone => true;
}
