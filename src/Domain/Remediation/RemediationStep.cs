using System.Text.Json.Serialization;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Remediation;

/// <summary>What a runbook's workflow does next.</summary>
/// <param name="Do">Which state comes next.</param>
public sealed record RemediationStep(StepKind Do)
{
    /// <summary>The action that it is about; null when it is about none.</summary>
    public string? ActionId { get; init; }

    /// <summary>The action itself, for the states that call its service.</summary>
    public RemediationAction? Action { get; init; }

    /// <summary>What undoing puts back.</summary>
    public TargetState? Before { get; init; }

    /// <summary>From when the effect is measured.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Until when, which is now.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Set when the step is to wait.</summary>
    public NextWait? Wait { get; init; }
}

[JsonConverter(typeof(CamelCaseConverter<StepKind>))]
public enum StepKind
{
    /// <summary>Wait for a person or for time, then ask again.</summary>
    Wait,

    /// <summary>Read the automation switch and the target, then ask for leave.</summary>
    Look,

    /// <summary>Apply the action: everything was checked.</summary>
    Apply,

    /// <summary>Measure its effect.</summary>
    Measure,

    /// <summary>Put back what was there before.</summary>
    Undo,

    /// <summary>Nothing is left to do.</summary>
    Finish,
}
