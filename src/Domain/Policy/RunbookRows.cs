using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Policy;

/// <summary>What automation may do, whatever the runbook.</summary>
/// <param name="Approvers">Ids from <see cref="IncidentPolicy.People"/>, each once: who is asked to approve actions and may undo them.</param>
/// <param name="ApprovalWithin">How long an approval is waited for; 1 min to 1 d. Default 30 min.</param>
/// <param name="AnnounceBefore">How long before it acts by itself automation says so, so that somebody can refuse; 0 to 1 h. Default 2 min.</param>
/// <param name="VerifyAfter">How long an action is given before its effect is measured; 1 min to 1 h. Default 10 min.</param>
/// <param name="UndoOffered">How long an action that is in place can be undone by link; 1 h to 7 d. Default 1 d.</param>
public sealed record RemediationPolicy(
    IReadOnlyList<string> Approvers,
    TimeSpan ApprovalWithin,
    TimeSpan AnnounceBefore,
    TimeSpan VerifyAfter,
    TimeSpan UndoOffered,
    RemediationLimits Limits)
{
    public static RemediationPolicy Default { get; } = new(
        [], TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromDays(1), RemediationLimits.Default);
}

/// <summary>What stops automation, even an approved action.</summary>
/// <param name="PerTargetAndHour">How often a runbook may change one target in an hour of the clock; 1 to 100. Default 1.</param>
/// <param name="LargestBlastRadius">How many things one action may affect; 1 to 1,000. Default 1.</param>
/// <param name="FailuresUntilStop">After so many actions of a runbook in a row that failed or did not help, it stops acting; 1 to 100. Default 3.</param>
/// <param name="StopFor">For how long it then stops; 1 min to 7 d. Default 6 h.</param>
public sealed record RemediationLimits(int PerTargetAndHour, int LargestBlastRadius, int FailuresUntilStop, TimeSpan StopFor)
{
    public static RemediationLimits Default { get; } = new(1, 1, 3, TimeSpan.FromHours(6));
}

/// <summary>What one runbook may do.</summary>
/// <param name="Actions">Kind of action → names of the targets that it may change; a <c>*</c> at the end of a name stands for anything. A kind that is not here is planned and never done.</param>
/// <param name="LargestBlastRadius">How many things one action of it may affect; 1 to 1,000. Null: as <see cref="RemediationLimits"/> says.</param>
public sealed record RunbookPolicy(RunbookMode Mode, IReadOnlyDictionary<string, IReadOnlyList<string>> Actions, int? LargestBlastRadius = null)
{
    /// <summary>Plans only.</summary>
    public static RunbookPolicy Observing { get; } = new(RunbookMode.Observe, new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Whether policy lists the target for this kind of action.</summary>
    public bool Lists(string kind, string target) => Actions.TryGetValue(kind, out var names) && names.Any(name => NamePattern.Fits(name, target));
}

[JsonConverter(typeof(CamelCaseConverter<RunbookMode>))]
public enum RunbookMode
{
    /// <summary>Plans, and does nothing.</summary>
    Observe,

    /// <summary>Asks a person before each action.</summary>
    Approve,

    /// <summary>Does what is of low risk by itself, announced beforehand; asks for the rest.</summary>
    Auto,
}

/// <summary>What the runbook for cost spikes is to know of the account.</summary>
/// <param name="KnownJobs">Names of functions and statements that are meant to cost much now and then; a <c>*</c> at the end stands for anything.</param>
/// <param name="RunawayAfter">A statement that runs for longer is a runaway; 1 min to 1 d. Default 1 h.</param>
/// <param name="Guardrails">Null when there are no quotas of tenants.</param>
public sealed record CostSpikePolicy(IReadOnlyList<string> KnownJobs, TimeSpan RunawayAfter, GuardrailNames? Guardrails)
{
    public static CostSpikePolicy Default { get; } = new([], TimeSpan.FromHours(1), null);

    public bool IsKnownJob(string name) => KnownJobs.Any(job => NamePattern.Fits(job, name));
}
