using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Intake;

/// <summary>What is known of a dedup key: its incident, and the newest signal. It outlives the incident, because queues reorder.</summary>
/// <param name="IncidentId">The incident that the key last belonged to; null when only a recovery was ever seen.</param>
/// <param name="Status">Of the newest signal, by its own time.</param>
/// <param name="OccurredAt">Of the newest signal.</param>
public sealed record DedupPointer(string? IncidentId, SignalStatus Status, DateTimeOffset OccurredAt);
