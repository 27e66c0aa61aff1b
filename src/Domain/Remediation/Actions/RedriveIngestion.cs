using System.Collections.Immutable;

namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Lets ingestion runs that failed go on from where they failed (runbook 3.1, "retry failed ingestion runs"). A run that goes on cannot be called back.</summary>
public sealed record RedriveIngestion : RemediationAction
{
    /// <summary>ARNs of executions of the target; at least 1, at most 20, each once.</summary>
    public required ImmutableArray<string> Executions { get; init; }

    public override string LimitKey => $"{TargetArn}/{string.Join(',', Executions)}";

    public override string Name => ActionKinds.RedriveIngestion;

    public override int BlastRadius => Executions.Length;

    public override bool CanBeUndone => false;
}
