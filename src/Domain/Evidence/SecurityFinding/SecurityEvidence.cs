namespace IncidentServerless.Domain.Evidence.SecurityFinding;

/// <summary>What the runbook for security findings gathers. A member that is null was not gathered, or the finding is about nothing of the kind.</summary>
public sealed record SecurityEvidence
{
    /// <summary>The finding as GuardDuty has it now; one entry.</summary>
    public Gathered<FindingState>? Finding { get; init; }

    /// <summary>What the principal, or whoever touched the resource, called within a day (CloudTrail, in this region); at most 50.</summary>
    public Gathered<TrailCall>? Calls { get; init; }

    /// <summary>The user's access keys (IAM).</summary>
    public Gathered<AccessKeyState>? Keys { get; init; }

    /// <summary>The instance (EC2); one entry.</summary>
    public Gathered<InstanceState>? Instance { get; init; }

    /// <summary>What S3 makes of the bucket's policy; one entry.</summary>
    public Gathered<BucketPolicyState>? BucketPolicy { get; init; }

    /// <summary>Which of the four blocks of public access are on, of the bucket alone (S3); one entry. S3 answers with an error where none ever was set.</summary>
    public Gathered<BucketBlocks>? BucketBlocks { get; init; }
}

/// <param name="Role"><c>TARGET</c> or <c>ACTOR</c>: whether the resource suffers or does it.</param>
/// <param name="Archived"><c>true</c> or <c>false</c>, as text.</param>
public sealed record FindingState(string? Type, string? Role, string? Count, string? Archived);

/// <param name="At">ISO 8601.</param>
/// <param name="ReadOnly"><c>true</c> or <c>false</c>, as text.</param>
/// <param name="From">The address; null when the trail does not say.</param>
/// <param name="Error">Null when it succeeded.</param>
public sealed record TrailCall(string? Name, string? At, string? By, string? ReadOnly, string? From, string? Error);

/// <param name="Status"><c>Active</c> or <c>Inactive</c>.</param>
public sealed record AccessKeyState(string? Id, string? Status);

/// <param name="State"><c>running</c>, <c>stopped</c>, <c>terminated</c>, …</param>
/// <param name="Groups">Ids of its security groups.</param>
/// <param name="AutoScalingGroup">Null when it is in none.</param>
public sealed record InstanceState(string? Id, string? State, IReadOnlyList<string>? Groups, string? AutoScalingGroup);

/// <param name="IsPublic"><c>true</c> or <c>false</c>, as text.</param>
public sealed record BucketPolicyState(string? IsPublic);

/// <param name="On">Names of the blocks that are on.</param>
public sealed record BucketBlocks(IReadOnlyList<string>? On);
