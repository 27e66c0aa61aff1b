using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Remediation;

/// <summary>What a runbook has done lately, over all incidents: what its limits are counted by.</summary>
/// <param name="StartedThisHour">Actions that were started on this target in this hour of the clock.</param>
/// <param name="FailuresInARow">Actions of the runbook since the last one that helped, which failed or did not help.</param>
/// <param name="LastFailureAt">Null when there is none.</param>
public sealed record RemediationSpending(int StartedThisHour, int FailuresInARow, DateTimeOffset? LastFailureAt)
{
    public static RemediationSpending None { get; } = new(0, 0, null);

    /// <summary>Why these limits refuse another action now; null when they do not.</summary>
    public string? Refusal(RemediationLimits limits, DateTimeOffset now)
    {
        if (FailuresInARow >= limits.FailuresUntilStop && LastFailureAt is { } last && now < last + limits.StopFor)
        {
            return $"the last {FailuresInARow} actions of this runbook failed or did not help, so it acts no more before {Messages.Text.Times.Moment(last + limits.StopFor)}";
        }

        return StartedThisHour >= limits.PerTargetAndHour
            ? $"this target was changed {(StartedThisHour == 1 ? "once" : $"{StartedThisHour} times")} in this hour already, which is all that policy allows"
            : null;
    }

    /// <summary>After what has happened.</summary>
    public RemediationSpending After(IncidentEvent happened) => happened switch
    {
        ActionStarted { Again: false } => this with { StartedThisHour = StartedThisHour + 1 },
        ActionVerified { Verdict: Verdict.Helped } => this with { FailuresInARow = 0, LastFailureAt = null },
        ActionFailed or ActionVerified { Verdict: Verdict.NoEffect or Verdict.Worse } =>
            this with { FailuresInARow = FailuresInARow + 1, LastFailureAt = happened.At },
        _ => this,
    };
}
