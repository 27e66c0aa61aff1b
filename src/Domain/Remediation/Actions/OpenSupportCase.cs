namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Opens a case with AWS Support (runbook 3.1, "AWS-side issue"); a ticket, an OpsItem of Systems Manager, where the account's support plan has no cases.</summary>
public sealed record OpenSupportCase : RemediationAction
{
    /// <summary>Stands in the subject, so that the incident's case is found again.</summary>
    public required string IncidentId { get; init; }

    /// <summary>At most 200 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>At most 5,000 characters.</summary>
    public required string Body { get; init; }

    /// <summary>As AWS Support names the service, category and severity.</summary>
    public required string ServiceCode { get; init; }
    public required string CategoryCode { get; init; }
    public required string SeverityCode { get; init; }

    public override string LimitKey => $"{TargetArn}/{IncidentId}";

    public override string Name => ActionKinds.OpenSupportCase;

    public override bool CanBeUndone => false;
}
