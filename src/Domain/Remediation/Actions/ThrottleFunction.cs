namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Limits a Lambda function by reserved concurrency (runbook 3.5, "apply immediate throttling").</summary>
public sealed record ThrottleFunction : RemediationAction
{
    /// <summary>The concurrent executions that it may have; at least 1.</summary>
    public required int Limit { get; init; }

    /// <summary>How often it ran when this was planned, an hour.</summary>
    public required double InvocationsAnHour { get; init; }

    public override string Name => ActionKinds.ThrottleFunction;

    public override bool CanBeUndone => true;
}
