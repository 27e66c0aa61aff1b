using System.Collections.Immutable;

namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>
/// Sends usage to AWS Marketplace again, 25 records a call, and marks the rows that were taken (runbook 3.2, "retry with corrected
/// parameters"). The Marketplace bills a customer, dimension and hour once, so that sending the same again changes nothing.
/// </summary>
public sealed record ResubmitUsage : RemediationAction
{
    /// <summary>ARN of the secret with the database's user.</summary>
    public required string Secret { get; init; }

    public required string Database { get; init; }

    /// <summary>At least 1, at most 100; one for each customer, dimension and hour.</summary>
    public required ImmutableArray<UsageRecord> Records { get; init; }

    /// <summary>Rows that failed and are not among them: people settle those, so that sending ends nothing.</summary>
    public required int LeftToPeople { get; init; }

    public override string LimitKey => $"{TargetArn}/{TargetName}";

    public override string Name => ActionKinds.ResubmitUsage;

    public override int BlastRadius => Records.Length;

    public override bool CanBeUndone => false;
}

/// <param name="Ids">Of the rows of <c>meter_usage</c> that it settles, with commas between them.</param>
/// <param name="Quantity">0 or more.</param>
/// <param name="At">When it was used.</param>
public sealed record UsageRecord(string Ids, string Customer, string Dimension, int Quantity, DateTimeOffset At);
