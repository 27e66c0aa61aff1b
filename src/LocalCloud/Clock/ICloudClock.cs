namespace IncidentServerless.LocalCloud.Clock;

/// <summary>The time that every part of the local cloud shares: virtual (it jumps to the next timer when nothing holds it) or real.</summary>
public interface ICloudClock
{
    /// <summary>The current time of this cloud, UTC.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Keeps virtual time from moving until the result is disposed. Real time is never held.</summary>
    /// <param name="reason">What is going on, for the message that names what keeps a stuck clock, for example <c>invocation of RecordIncident</c>.</param>
    IDisposable Hold(string reason);

    /// <summary>Runs <paramref name="callback"/> once, at <paramref name="due"/> or at once when that is past. Time stands still until the callback's task has ended.</summary>
    /// <returns>Disposing it cancels a timer that has not fired; afterwards it does nothing.</returns>
    IDisposable Schedule(DateTimeOffset due, Func<Task> callback);
}
