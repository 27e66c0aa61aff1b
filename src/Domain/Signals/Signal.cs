using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Signals;

/// <summary>One alert, normalised, whatever source and shape it came in.</summary>
public sealed record Signal
{
    /// <summary>The detection source, for example <c>cloudwatch-alarm</c>.</summary>
    /// <summary>A person declares it: it is an incident of its own, which nothing that is known takes in and no storm counts.</summary>
    public bool IsDeclared { get; init; }

    public required string Source { get; init; }

    /// <summary>Recognises a redelivery: EventBridge id, SNS MessageId, else a hash of the body.</summary>
    public required string EventId { get; init; }

    public required SignalStatus Status { get; init; }

    public required IncidentType Type { get; init; }

    /// <summary>The base severity that the route gives.</summary>
    public required SeverityLevel Severity { get; init; }

    /// <summary>Signals of the same trouble carry the same key; printed by <c>DedupKey</c>.</summary>
    public required string DedupKey { get; init; }

    /// <summary>One line, at most 200 characters, no control characters.</summary>
    public required string Title { get; init; }

    /// <summary>The source's reason in its own words; null when it gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>What its owners wrote about the alert, often what to do; null when nothing. At most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>When the event says it happened; when it was taken in, where the event says nothing or a time in the future.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    /// <summary>ARNs or names of what is affected. May be empty.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];

    /// <summary>Tenants that the signal names. May be empty.</summary>
    public ImmutableArray<string> Tenants { get; init; } = [];

    /// <summary>The groups of alerts that it belongs to besides its key. May be empty.</summary>
    public ImmutableArray<SignalGroup> Groups { get; init; } = [];

    /// <summary>The policy route that chose type and severity.</summary>
    public required string Route { get; init; }

    /// <summary>The runbook that somebody started by hand and that declares the incident; null for what a source detected.</summary>
    public RunbookStarted? Runbook { get; init; }
}
