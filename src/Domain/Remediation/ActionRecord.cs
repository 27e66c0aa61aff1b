using System.Text.Json.Serialization;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Remediation;

/// <summary>One action of an incident, as its events have made it.</summary>
public sealed record ActionRecord
{
    /// <summary><c>a1</c>, <c>a2</c>, … in the order of planning, through all lives of the incident.</summary>
    public required string Id { get; init; }

    public required string Runbook { get; init; }
    public required RemediationAction Action { get; init; }
    public required ActionRisk Risk { get; init; }

    /// <summary>See <see cref="Evidence.ProposedAction"/>.</summary>
    public required string Because { get; init; }

    public required ActionStatus Status { get; init; }
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>The ARN of the execution that planned it.</summary>
    public string? PlannedBy { get; init; }

    /// <summary>The action that must have helped before this one is begun; null when none.</summary>
    public string? After { get; init; }

    /// <summary>Until when a person may approve; null when nobody was asked.</summary>
    public DateTimeOffset? ApprovalUntil { get; init; }

    /// <summary>Who approved, refused or wants it undone; null when nobody did.</summary>
    public Actor? By { get; init; }

    /// <summary>What the target was like just before; null until it was looked at.</summary>
    public TargetState? Before { get; init; }

    /// <summary>Some execution has started it, whatever became of that.</summary>
    public bool WasStarted { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>How often its effect was measured without an answer.</summary>
    public int Measurements { get; init; }

    /// <summary>Whether what it changed is still changed, as far as is known.</summary>
    public bool IsInPlace => Status is ActionStatus.InPlace or ActionStatus.Verified or ActionStatus.Unclear or ActionStatus.Undoing or ActionStatus.UndoFailed;

    /// <summary>Something is being changed, or has been and is not judged yet.</summary>
    public bool IsUnderWay => Status is ActionStatus.Started or ActionStatus.InPlace or ActionStatus.Undoing || (Status == ActionStatus.Approved && WasStarted);

    /// <summary>Nothing has been changed yet, and it may still be.</summary>
    public bool IsAhead => Status is ActionStatus.Planned or ActionStatus.AwaitingApproval || (Status == ActionStatus.Approved && !WasStarted);
}

[JsonConverter(typeof(NameConverter<ActionStatus>))]
public enum ActionStatus
{
    /// <summary>It is announced; automation will do it by itself.</summary>
    Planned,

    AwaitingApproval,

    /// <summary>A person approved it, or an execution that died had started it; its target is looked at next.</summary>
    Approved,

    /// <summary>Everything that could stop it was checked, the value before is recorded; it is being applied.</summary>
    Started,

    /// <summary>It is applied; its effect is not known yet.</summary>
    InPlace,

    /// <summary>It is applied, and helps; or somebody else was asked for help by it.</summary>
    Verified,

    /// <summary>It is applied, and nothing could be measured.</summary>
    Unclear,

    /// <summary>It is to be undone.</summary>
    Undoing,

    Undone,

    /// <summary>It could not be undone: people must.</summary>
    UndoFailed,

    /// <summary>It was done, did not help, and cannot be undone.</summary>
    NotHelping,

    /// <summary>It could not be applied.</summary>
    Failed,

    /// <summary>It was not done, for a reason that the timeline says.</summary>
    Skipped,

    /// <summary>A person refused it.</summary>
    Refused,

    /// <summary>Nobody approved it in time.</summary>
    Expired,
}
