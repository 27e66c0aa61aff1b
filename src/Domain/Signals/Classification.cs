namespace IncidentServerless.Domain.Signals;

/// <summary>What a source's classifier makes of an event: a signal, or a disposition that is final by itself.</summary>
/// <param name="Source">The detection source, for example <c>cloudwatch-alarm</c>.</param>
/// <param name="EventId">Recognises a redelivery; see <see cref="Signal.EventId"/>.</param>
/// <param name="Title">What the event is about, as far as it could be read; one line.</param>
public abstract record Classification(string Source, string EventId, string Title)
{
    /// <summary>It is a signal; what becomes of it depends on what is open.</summary>
    public sealed record Signalled(Signal Signal) : Classification(Signal.Source, Signal.EventId, Signal.Title);

    /// <summary>It touches no incident.</summary>
    /// <param name="Disposition">Suppressed, Ignored or Unparsed.</param>
    /// <param name="Reason">Why, in a sentence.</param>
    public sealed record Final(string Source, string EventId, string Title, Disposition Disposition, string Reason) : Classification(Source, EventId, Title);
}
