namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>When a signal happened.</summary>
internal static class SignalTime
{
    // Clocks differ by seconds. A time far ahead would make each later event of the same trouble look old, and so keep its incident as it is.
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromMinutes(5);

    /// <summary>The time that the event tells; the time it was received where it tells none, or one more than five minutes after that.</summary>
    public static DateTimeOffset Of(DateTimeOffset? told, DateTimeOffset receivedAt) => told is { } time && time - receivedAt <= FurthestAhead ? time : receivedAt;
}
