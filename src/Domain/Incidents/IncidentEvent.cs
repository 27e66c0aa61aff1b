using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Something that happened to an incident. The timeline is the list of these; an <see cref="Incident"/> is their fold.</summary>
[JsonConverter(typeof(IncidentEventConverter))]
public abstract record IncidentEvent
{
    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A signal opened the incident.</summary>
public sealed record IncidentOpened : IncidentEvent
{
    public required string IncidentId { get; init; }
    public required IncidentType Type { get; init; }
    public required SeverityLevel Severity { get; init; }
    public required string Title { get; init; }
    public string? Reason { get; init; }
    public string? Description { get; init; }
    public required string DedupKey { get; init; }
    public required string Source { get; init; }
    public required string Account { get; init; }
    public required string Region { get; init; }
    public ImmutableArray<string> Resources { get; init; } = [];
    public ImmutableArray<string> Tenants { get; init; } = [];
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The policy route that chose type and severity.</summary>
    public required string Route { get; init; }

    /// <summary>The runbook that somebody started by hand and that declared the incident; null when a signal opened it.</summary>
    public RunbookStarted? Runbook { get; init; }
}

/// <summary>More signals of the same trouble; written at 1, 10, 100, … of them.</summary>
/// <param name="Total">All signals attached so far, without the one that opened it.</param>
public sealed record SignalsAttached(long Total) : IncidentEvent;

/// <summary>An alert with a key of its own belongs to the incident, or one that had recovered fires again beside others.</summary>
/// <param name="Because">As the end of a sentence without a full stop.</param>
public sealed record AlertJoined(string Title, string DedupKey, string Because) : IncidentEvent
{
    /// <summary>Whoever has the incident is to be told at once, because the alert is as bad as what they know of.</summary>
    public bool IsNews { get; init; }
}

/// <summary>One alert recovered, and others still fire.</summary>
/// <param name="StillFiring">At least 1.</param>
public sealed record AlertRecovered(string Title, string DedupKey, int StillFiring) : IncidentEvent;

/// <summary>An alert names tenants that none had named before.</summary>
/// <param name="Total">All that are known now.</param>
public sealed record TenantsAffected(ImmutableArray<string> Tenants, int Total) : IncidentEvent;

public sealed record SeverityRaised(SeverityLevel From, SeverityLevel To, string Reason) : IncidentEvent;

/// <summary>The signals recovered, or an action of a runbook helped.</summary>
public sealed record IncidentMitigated(string Reason) : IncidentEvent
{
    /// <summary>An action helped; the signals have not said anything.</summary>
    public bool ByAction { get; init; }
}

/// <summary>A signal fired again before the incident was resolved.</summary>
public sealed record IncidentRelapsed(string Reason) : IncidentEvent
{
    /// <summary>The alert's; null when it was no alert.</summary>
    public string? DedupKey { get; init; }
}

/// <summary>A signal fired again soon after the end.</summary>
public sealed record IncidentReopened(int Generation, string Reason) : IncidentEvent
{
    /// <summary>The alert's; null when it was no alert.</summary>
    public string? DedupKey { get; init; }
}

/// <summary>The workflows had died or never started, and are started anew.</summary>
public sealed record LifecycleRevived(int Generation, string Reason) : IncidentEvent;

/// <summary>One escalation level was told.</summary>
/// <param name="Notify">Who the level is, in words.</param>
/// <param name="Kind">Stored as <c>messageKind</c>: <c>kind</c> tells which event it is.</param>
public sealed record PageSent(
    int Round, int Level, MessageKind Kind, string Notify, ImmutableArray<Delivery> Deliveries) : IncidentEvent
{
    /// <summary>The incident's version when it was decided; null when unknown.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>No channel took it.</summary>
    public bool IsUnheard => !Deliveries.IsEmpty && !Deliveries.Any(delivery => delivery.Delivered);
}

/// <summary>The classifier paged by itself, because workflows would not start.</summary>
public sealed record PagedDirectly(string Reason) : IncidentEvent;

/// <summary>PagerDuty was told that people acted elsewhere.</summary>
public sealed record PagerDutyUpdated(PagerDutyStatus Status, ImmutableArray<Delivery> Deliveries) : IncidentEvent;

public sealed record IncidentAcknowledged(Actor By) : IncidentEvent;

/// <summary>Nothing moved for too long; people are paged again.</summary>
public sealed record AcknowledgementExpired(Actor By) : IncidentEvent;

public sealed record EscalationRequested(Actor By) : IncidentEvent;

public sealed record NoteAdded(Actor By, string Text) : IncidentEvent;

/// <param name="By">Null when it resolved by itself after the stable period.</param>
public sealed record IncidentResolved(Actor? By, string Reason) : IncidentEvent
{
    /// <summary>Nothing was wrong: a false positive.</summary>
    public bool FalseAlarm { get; init; }

    /// <summary>It was a drill, and people are told how it went.</summary>
    public bool Drill { get; init; }
}

public sealed record IncidentClosed : IncidentEvent;

/// <summary>People were told what is new: everything up to this version.</summary>
public sealed record PeopleInformed(int UpTo, ImmutableArray<Delivery> Deliveries) : IncidentEvent;

/// <summary>What became of one message.</summary>
/// <param name="Recipient">The person's id for a personal page, else null.</param>
/// <param name="Delivered">The channel accepted it; nobody knows yet whether it was read.</param>
/// <param name="Reason">Why not; null when delivered. At most 200 characters.</param>
public sealed record Delivery(Channel Channel, string? Recipient, bool Delivered, string? Reason);
