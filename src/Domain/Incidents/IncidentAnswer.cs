using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What RecordIncident tells a workflow.</summary>
[JsonConverter(typeof(IncidentAnswerConverter))]
public sealed record IncidentAnswer
{
    public required string IncidentId { get; init; }
    public required IncidentStatus Status { get; init; }
    public required SeverityLevel Severity { get; init; }
    public required int Generation { get; init; }

    /// <summary>What a wait that follows has seen.</summary>
    public required int Version { get; init; }

    /// <summary>A newer generation of workflows has taken over: end without doing anything.</summary>
    public required bool Superseded { get; init; }

    /// <summary>What to wait for next; null when the workflow has nothing more to do.</summary>
    public NextWait? Wait { get; init; }

    /// <summary>For the lifecycle: the runbook that it is to start; null when there is one already.</summary>
    public string? Runbook { get; init; }

    /// <summary>For the lifecycle: something follows the incident when it is over.</summary>
    public bool Aftermath { get; init; }

    /// <summary>For a workflow that intends to send a mail: it may.</summary>
    public bool MaySend { get; init; }

    /// <summary>For a runbook: what it does next; null for all others.</summary>
    public RemediationStep? Remediation { get; init; }
}

/// <param name="Seconds">At least 1.</param>
public sealed record NextWait(ImmutableArray<Topic> Topics, int Seconds);
