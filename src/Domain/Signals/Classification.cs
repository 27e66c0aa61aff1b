using IncidentServerless.Domain.Intake;

namespace IncidentServerless.Domain.Signals;

/// <summary>What a source's classifier makes of one event: a signal, or a reason why it is none. Nothing else is a classification.</summary>
public abstract record Classification
{
    private Classification(string source, string eventId, string title, EventDisposition outcome) =>
        (Source, EventId, Title, Outcome) = (source, eventId, title, outcome);

    /// <summary>The detection source, for example <c>cloudwatch-alarm</c>.</summary>
    public string Source { get; }

    /// <summary>Recognises a redelivery: EventBridge id, SNS MessageId, else a hash of the body. 1 to 200 characters.</summary>
    public string EventId { get; }

    /// <summary>One line, at most 200 characters, no control characters.</summary>
    public string Title { get; }

    /// <summary>What becomes of it where nothing else is known; about a signal, intake has the last word.</summary>
    public EventDisposition Outcome { get; }

    /// <summary>The disposition of <see cref="Outcome"/>.</summary>
    public Disposition Disposition => Outcome.Disposition;

    /// <summary>Why it is no signal, in a sentence; null when it is one.</summary>
    public string? Reason => Outcome.Reason;

    /// <summary>Something fires or has recovered.</summary>
    public sealed record Signalled(Signal Signal) : Classification(
        Signal.Source,
        Signal.EventId,
        Signal.Title,
        new EventDisposition(Signal.Status == SignalStatus.Firing ? Disposition.Opened : Disposition.Recovered));

    /// <summary>It is nothing to act on.</summary>
    public sealed record Ignored(string Source, string EventId, string Title, string Why)
        : Classification(Source, EventId, Title, new EventDisposition(Disposition.Ignored, Why));

    /// <summary>Somebody had said that it is not to page.</summary>
    public sealed record Suppressed(string Source, string EventId, string Title, string Why)
        : Classification(Source, EventId, Title, new EventDisposition(Disposition.Suppressed, Why));

    /// <summary>It could not be read.</summary>
    public sealed record Unparsed(string Source, string EventId, string Title, string Why)
        : Classification(Source, EventId, Title, new EventDisposition(Disposition.Unparsed, Why));
}
