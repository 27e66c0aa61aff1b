using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;

namespace IncidentServerless.Domain.Intake;

/// <summary>What the store knows of one dedup key before its signals are taken in.</summary>
/// <param name="Pointer">Null when the key is new.</param>
/// <param name="Incident">The pointer's incident; null when there is none.</param>
/// <param name="Attached">How many signals are attached to it so far, without the one that opened it.</param>
public sealed record IntakeState(DedupPointer? Pointer, Incident? Incident, long Attached)
{
    public static IntakeState Unknown { get; } = new(null, null, 0);

    /// <summary>Null when nobody looked, because the key's incident is open.</summary>
    public Surroundings? Around { get; init; }
}

/// <summary>What taking in some signals of one key makes of it.</summary>
/// <param name="After">What the store is to know.</param>
/// <param name="Events">What happened to the incident, to be appended.</param>
/// <param name="Dispositions">One for each signal, in the order they came.</param>
public sealed record IntakeOutcome(IntakeState After, ImmutableArray<IncidentEvent> Events, ImmutableArray<EventDisposition> Dispositions);
