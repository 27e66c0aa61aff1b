using System.Collections.Immutable;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Incidents;

/// <summary>A runbook works on the incident; whatever did before has handed over to it.</summary>
/// <param name="Execution">The execution's ARN.</param>
/// <param name="ByHand">Who says to have started it by hand, or <c>somebody</c>; null when the lifecycle did.</param>
/// <param name="DryRun">It plans, and applies nothing.</param>
public sealed record RunbookStarted(string Runbook, string Execution, string? ByHand, bool DryRun) : IncidentEvent;

/// <summary>A runbook did not start, or died; people go on.</summary>
public sealed record RunbookFailed(string Runbook, string Reason) : IncidentEvent;

/// <summary>A runbook has assessed its evidence.</summary>
/// <param name="DryRun">Its plan is for reading only.</param>
public sealed record DiagnosisMade(string Runbook, Diagnosis Diagnosis, bool DryRun) : IncidentEvent;

/// <summary>Something that happened to an action. Each says the action again, so that a line of the timeline is understood by itself.</summary>
/// <param name="Id">The action's, <c>a1</c>.</param>
public abstract record ActionEvent(string Id, RemediationAction Action) : IncidentEvent;

/// <param name="Because">See <see cref="ProposedAction"/>.</param>
/// <param name="ActsAt">When automation will do it by itself unless somebody refuses; null when it will not.</param>
public sealed record ActionPlanned(string Id, RemediationAction Action, string Runbook, ActionRisk Risk, string Because, DateTimeOffset? ActsAt) : ActionEvent(Id, Action)
{
    /// <summary>The action that must have helped before; null when none.</summary>
    public string? After { get; init; }
}

/// <param name="Approvers">Names of the people who are asked.</param>
public sealed record ApprovalRequested(string Id, RemediationAction Action, DateTimeOffset Until, ImmutableArray<string> Approvers) : ActionEvent(Id, Action);

public sealed record ActionApproved(string Id, RemediationAction Action, Actor By) : ActionEvent(Id, Action);

public sealed record ActionRefused(string Id, RemediationAction Action, Actor By, string? Reason) : ActionEvent(Id, Action);

/// <summary>Nobody approved it in time.</summary>
public sealed record ApprovalExpired(string Id, RemediationAction Action) : ActionEvent(Id, Action);

/// <summary>It is not done.</summary>
/// <param name="Reason">The end of a sentence that begins with "because".</param>
public sealed record ActionSkipped(string Id, RemediationAction Action, string Reason) : ActionEvent(Id, Action);

/// <summary>Everything that could stop it was checked; it is applied next.</summary>
public sealed record ActionStarted(string Id, RemediationAction Action, TargetState Before) : ActionEvent(Id, Action)
{
    /// <summary>An execution that died had started it, and had not applied it; it counts once.</summary>
    public bool Again { get; init; }
}

public sealed record ActionApplied(string Id, RemediationAction Action) : ActionEvent(Id, Action);

public sealed record ActionFailed(string Id, RemediationAction Action, string Reason) : ActionEvent(Id, Action);

/// <summary>Its effect was measured.</summary>
/// <param name="Sentence">With the numbers.</param>
/// <param name="Final">False when nothing could be measured yet, and it is measured again.</param>
public sealed record ActionVerified(string Id, RemediationAction Action, Verdict Verdict, string Sentence, bool Final) : ActionEvent(Id, Action);

/// <param name="By">Null when verification asks for it.</param>
public sealed record UndoRequested(string Id, RemediationAction Action, Actor? By) : ActionEvent(Id, Action);

public sealed record ActionUndone(string Id, RemediationAction Action, TargetState? Before) : ActionEvent(Id, Action);

/// <summary>It could not be undone: what it changed is still changed.</summary>
public sealed record UndoFailed(string Id, RemediationAction Action, string Reason) : ActionEvent(Id, Action);
