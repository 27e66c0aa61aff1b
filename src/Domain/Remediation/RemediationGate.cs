using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Remediation;

/// <summary>What an action must pass before anybody is asked: policy's limits on what may be changed at all.</summary>
internal static class RemediationGate
{
    /// <summary>Why the action may not be done, as the end of a sentence that begins with "because"; null when it may.</summary>
    /// <param name="incidentAccount">The incident's account.</param>
    /// <param name="account">Where the runbook acts.</param>
    /// <param name="region">Where the runbook acts.</param>
    public static string? Refusal(RemediationAction action, string runbook, IncidentPolicy policy, string incidentAccount, string account, string region)
    {
        var rules = policy.Runbook(runbook);
        if (action.TargetArn.Split(':', 6) is not ["arn", _, _, var targetRegion, var targetAccount, _])
        {
            return "its target has no full ARN";
        }

        return (rules.Mode, action) switch
        {
            (RunbookMode.Observe, _) => $"policy lets the runbook {runbook} observe only",
            _ when targetAccount != account || targetRegion != region => $"its target is in account {targetAccount}, region {targetRegion}, and this suite acts in {account}, {region} only",
            _ when incidentAccount != account => $"the incident is of account {incidentAccount}, and this suite acts in {account} only",
            _ when !rules.Lists(action.Name, action.TargetName) => $"policy does not list {action.TargetName} under runbooks.{runbook}.actions.{action.Name}",
            _ when action.BlastRadius > policy.Remediation.Limits.LargestBlastRadius =>
                $"it would affect {action.BlastRadius} things, and policy allows {policy.Remediation.Limits.LargestBlastRadius}",
            _ => null,
        };
    }
}
