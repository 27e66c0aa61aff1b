using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>What one event says of a finding. What it does not say is null or empty.</summary>
public sealed record FindingFacts
{
    /// <summary>The same in each event of one finding, which comes again while it goes on.</summary>
    public required string Id { get; init; }

    /// <summary>For example <c>UnauthorizedAccess:EC2/TorClient</c>.</summary>
    public required string Type { get; init; }

    /// <summary>0 to 10; a word stands for the least that it means.</summary>
    public decimal? Severity { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>For example <c>Instance</c>, <c>AccessKey</c>, <c>S3Bucket</c>, <c>AttackSequence</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary><c>TARGET</c>, <c>ACTOR</c> or <c>SOURCE</c>; null when the finding does not say it.</summary>
    public string? Role { get; init; }

    /// <summary>What is affected, the most telling first: ARNs, or <c>instance=i-…</c> and its like.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];

    /// <summary>The address from which somebody acted.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>How often it was seen.</summary>
    public string? Count { get; init; }

    /// <summary>Made by GuardDuty's sample generator, or in the shape of what that makes.</summary>
    public bool IsSample { get; init; }

    /// <summary>A person or a suppression rule put it aside.</summary>
    public bool IsArchived { get; init; }

    /// <summary>12 digits, or <c>unknown</c>.</summary>
    public required string Account { get; init; }

    /// <summary>A region code, or <c>unknown</c>.</summary>
    public required string Region { get; init; }

    /// <summary>When it was first seen, UTC.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>When it was told, UTC.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}
