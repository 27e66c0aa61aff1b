namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Turns on all four of S3's blocks of public access for one bucket. Whoever reads it without credentials cannot any more.</summary>
public sealed record BlockPublicAccess : RemediationAction
{
    /// <summary>The account that must own the bucket: a bucket's ARN names none.</summary>
    public required string Owner { get; init; }

    public override string Name => ActionKinds.BlockPublicAccess;

    public override bool CanBeUndone => true;
}
