using System.Text.Json.Serialization;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Incidents;

/// <summary>A runbook begins to work on the incident.</summary>
public sealed record StartRunbook : IncidentCommand
{
    public required string Runbook { get; init; }

    /// <summary>The execution's ARN.</summary>
    public required string Execution { get; init; }

    /// <summary>Who says to have started it by hand, or <c>somebody</c>: it takes over from whatever runs. Null when the lifecycle did: it takes over from nothing.</summary>
    public string? ByHand { get; init; }

    /// <summary>The generation whose lifecycle started it; null by hand.</summary>
    public int? Generation { get; init; }
}

/// <summary>A runbook could not be started, or was found dead.</summary>
public sealed record FailRunbook : IncidentCommand
{
    public required string Runbook { get; init; }

    /// <summary>The execution that died; null when none was started.</summary>
    public string? Execution { get; init; }

    public required string Reason { get; init; }
}

/// <summary>A command of a runbook, listened to only from the execution that owns the incident's runbook.</summary>
public abstract record RunbookCommand : IncidentCommand
{
    /// <summary>The ARN of the execution that says so.</summary>
    public required string Execution { get; init; }
}

/// <summary>The runbook tells its diagnosis, with the plan.</summary>
public sealed record RecordDiagnosis : RunbookCommand
{
    public required string Runbook { get; init; }
    public required Diagnosis Diagnosis { get; init; }

    /// <summary>The plan is for reading only. Then any execution may tell it.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The account and region in which the runbook acts.</summary>
    public required string Account { get; init; }
    public required string Region { get; init; }
}

/// <summary>The runbook asks what to do next, after waiting.</summary>
public sealed record ReviewRemediation : RunbookCommand;

/// <summary>A command of a runbook about one action; limits over all incidents are counted with it.</summary>
public abstract record ActionCommand : RunbookCommand
{
    public required string ActionId { get; init; }

    /// <summary>What the runbook has done lately, as it was read for this command; it is no part of the message.</summary>
    [JsonIgnore]
    public RemediationSpending Spending { get; init; } = RemediationSpending.None;
}

/// <summary>The runbook has looked at the target and asks for leave to apply the action.</summary>
public sealed record AuthoriseAction : ActionCommand
{
    public required TargetState Target { get; init; }

    /// <summary>The text of the automation switch: <c>on</c> lets actions pass. Null when it could not be read, which stops them.</summary>
    public string? Automation { get; init; }
}

/// <summary>The runbook tells whether the service took the action.</summary>
public sealed record RecordAction : ActionCommand
{
    public required bool Applied { get; init; }

    /// <summary>Why not; null when it was applied.</summary>
    public string? Reason { get; init; }
}

/// <summary>The runbook tells what it measured after the action.</summary>
public sealed record JudgeAction : ActionCommand
{
    public required Measurement Measured { get; init; }
}

/// <summary>The runbook tells whether the action could be undone.</summary>
public sealed record RecordUndo : ActionCommand
{
    public required bool Undone { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A person decides about an action.</summary>
public abstract record ActionDecision : IncidentCommand
{
    public required string ActionId { get; init; }
    public required Actor By { get; init; }
}

public sealed record ApproveAction : ActionDecision;

public sealed record RefuseAction : ActionDecision
{
    public string? Reason { get; init; }
}

/// <summary>What the action changed is to be put back.</summary>
public sealed record UndoAction : ActionDecision;
