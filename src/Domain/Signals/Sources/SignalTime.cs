namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>When a signal happened.</summary>
internal static class SignalTime
{
    // Clocks differ by seconds. A time far ahead would make each later event of the same trouble look old, and so keep its incident as it is.
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromMinutes(5);

    // AWS itself is younger than anything earlier: such a time is a placeholder.
    private static readonly DateTimeOffset Earliest = new(2006, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The time that the event tells; the time it was received where it tells none, one before 2006, or one more than five minutes after that.</summary>
    public static DateTimeOffset Of(DateTimeOffset? told, DateTimeOffset receivedAt) =>
        told is { } time && time >= Earliest && time - receivedAt <= FurthestAhead ? time : receivedAt;
}
