using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Functions.Intake;

/// <summary>A message of a batch, and what its source's classifier makes of it.</summary>
public sealed record IncomingEvent(string MessageId, Classification Classification)
{
    /// <summary>Null when the event is no signal.</summary>
    public Signal? Signal => (Classification as Classification.Signalled)?.Signal;
}
