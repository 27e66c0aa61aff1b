namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Cancels a statement of the Redshift Data API (runbook 3.5, "runaway queries"). Its owner can run it again; what it had done so far is rolled back by Redshift.</summary>
public sealed record CancelQuery : RemediationAction
{
    public required string StatementId { get; init; }

    /// <summary>The beginning of the SQL, on one line, for people.</summary>
    public required string Sql { get; init; }

    public required DateTimeOffset RunsSince { get; init; }

    public override string LimitKey => $"{TargetArn}/{StatementId}";

    public override string Name => ActionKinds.CancelQuery;

    public override bool CanBeUndone => false;
}
