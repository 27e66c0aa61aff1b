using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Intake;

/// <summary>What became of one event. Stored in the ledger, so that a redelivery gets the same answer.</summary>
/// <param name="Reason">Why, in a sentence; null when the disposition says it all.</param>
/// <param name="IncidentId">The incident it belongs to; null when it belongs to none.</param>
/// <param name="Generation">The generation that it opened; 0 when it opened nothing.</param>
public sealed record EventDisposition(Disposition Disposition, string? Reason = null, string? IncidentId = null, int Generation = 0)
{
    /// <summary>The event opened this life of the incident, so its workflows must be running.</summary>
    public bool NeedsLifecycle => Generation > 0;
}
