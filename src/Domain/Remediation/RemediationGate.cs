using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Remediation;

/// <summary>What an action must pass before anybody is asked: policy's limits on what may be changed at all.</summary>
internal static class RemediationGate
{
    /// <summary>Why the action may not be done, as the end of a sentence that begins with "because"; null when it may.</summary>
    /// <param name="incidentAccount">The incident's account.</param>
    /// <param name="incidentRegion">The incident's region.</param>
    /// <param name="account">Where the runbook acts.</param>
    /// <param name="region">Where the runbook acts.</param>
    public static string? Refusal(RemediationAction action, string runbook, IncidentPolicy policy, string incidentAccount, string incidentRegion, string account, string region) =>
        action.TargetArn.Split(':', 6) is ["arn", _, var service, var targetRegion, var targetAccount, _]
            ? Observing(runbook, policy) switch
            {
                { } observing => observing,
                _ when !IsHere(service, targetAccount, targetRegion, account, region) => $"its target is in account {targetAccount}, region {targetRegion}, and this suite acts in {account}, {region} only",
                _ when incidentAccount != account => $"the incident is of account {incidentAccount}, and this suite acts in {account} only",
                // A finding's region is where its instance is. What else comes from another region (costs, health) is about the whole account.
                _ when runbook == RunbookNames.SecurityFinding && service is not ("iam" or "s3") && incidentRegion != region => $"the finding is of region {incidentRegion}, and this suite acts in {region} only",
                _ => OutsideLists(action, runbook, policy),
            }
            : "its target has no full ARN";

    /// <summary>IAM's ARNs name no region, and those of buckets neither region nor account: for them the calls name the owner.</summary>
    private static bool IsHere(string service, string targetAccount, string targetRegion, string account, string region) => service switch
    {
        "s3" => targetAccount.Length == 0 && targetRegion.Length == 0,
        "iam" => targetAccount == account && targetRegion.Length == 0,
        _ => targetAccount == account && targetRegion == region,
    };

    /// <summary>Why policy, which may have changed since the action was planned, does not allow it any more; null when it still does.</summary>
    public static string? Withdrawal(ActionRecord record, IncidentPolicy policy) =>
        Observing(record.Runbook, policy)
        ?? OutsideLists(record.Action, record.Runbook, policy)
        ?? (record.Status == ActionStatus.Planned && policy.Runbook(record.Runbook).Mode == RunbookMode.Approve ? "policy asks for approval now, and nobody approved it" : null);

    private static string? Observing(string runbook, IncidentPolicy policy) =>
        policy.Runbook(runbook).Mode == RunbookMode.Observe ? $"policy lets the runbook {runbook} observe only" : null;

    private static string? OutsideLists(RemediationAction action, string runbook, IncidentPolicy policy) => action switch
    {
        _ when !policy.Runbook(runbook).Lists(action.Name, action.TargetName) => $"policy does not list {action.TargetName} under runbooks.{runbook}.actions.{action.Name}",
        _ when action.BlastRadius > LargestBlastRadius(runbook, policy) =>
            $"it would affect {action.BlastRadius} things, and policy allows {LargestBlastRadius(runbook, policy)}",
        _ => null,
    };

    private static int LargestBlastRadius(string runbook, IncidentPolicy policy) => policy.Runbook(runbook).LargestBlastRadius ?? policy.Remediation.Limits.LargestBlastRadius;
}
