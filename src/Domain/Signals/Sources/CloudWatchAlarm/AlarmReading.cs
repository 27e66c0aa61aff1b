namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>What reading an event gives.</summary>
internal abstract record AlarmReading
{
    private AlarmReading()
    {
    }

    /// <summary>A change of an alarm's state.</summary>
    public sealed record Alarm(AlarmFacts Facts) : AlarmReading;

    /// <summary>Something that is well understood, and no change of an alarm's state.</summary>
    public sealed record NoAlarm(string What, string Why) : AlarmReading;

    /// <param name="Name">The alarm's name, if that much could be read.</param>
    /// <param name="Why">What was missing, in a sentence.</param>
    public sealed record Unreadable(string? Name, string Why) : AlarmReading;
}
