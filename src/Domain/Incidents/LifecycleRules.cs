using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Updates;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What a workflow is told after its command.</summary>
public static class LifecycleRules
{
    /// <summary>How long the lifecycle waits at most before it looks again, whatever was lost.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static IncidentAnswer Answer(Incident incident, IncidentCommand command, IncidentPolicy policy)
    {
        var superseded = IncidentDecider.IsSuperseded(incident, command);
        return new IncidentAnswer
        {
            IncidentId = incident.Id,
            Status = incident.Status,
            Severity = incident.Severity,
            Generation = incident.Generation,
            Version = incident.Version,
            Superseded = superseded,
            Wait = (command, superseded) switch
            {
                (RecordPage page, false) => PagingRules.WaitAfterSending(incident, page.Generation, policy, page.At),
                (RecordUpdate update, false) => UpdateRules.WaitAfterSending(incident, update.Generation, policy, update.At),
                (RecordAftermath told, false) => AftermathRules.WaitAfterTelling(incident, told.Generation, policy, told.At),
                (ReviewIncident review, false) => WaitForResolution(incident, policy, review.At),
                _ => null,
            },
            Runbook = command is ReviewIncident && !superseded && incident is { IsActive: true, Runbook: null, IsDrill: false } ? RunbookNames.Of(incident.Type) : null,
            Aftermath = command is ReviewIncident && AftermathRules.Follows(incident, policy),
            MaySend = command is IntendMail intend && !superseded && CustomerMailRules.MaySend(incident, intend),
            Remediation = command switch
            {
                RecordDiagnosis { DryRun: true } => new RemediationStep(StepKind.Finish),
                RunbookCommand when !superseded => RemediationRules.Next(incident, policy, command.At),
                _ => null,
            },
        };
    }

    private static NextWait? WaitForResolution(Incident incident, IncidentPolicy policy, DateTimeOffset now)
    {
        if (!incident.IsActive)
        {
            return null;
        }

        var longest = incident is { Status: IncidentStatus.Mitigated, MitigatedAt: { } since }
            ? since + policy.Recovery.ResolveAfterStable - now
            : DrillRules.EndsAt(incident, policy) - now ?? LongestWait;
        return new NextWait([Topic.Changed, Topic.Resolved], Math.Max(1, (int)Math.Ceiling(longest.TotalSeconds)));
    }
}
