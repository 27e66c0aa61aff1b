namespace IncidentServerless.LocalCloud.Clock;

/// <summary>Virtual time cannot pass, since something that began has not ended.</summary>
public sealed class ClockStuckException(DateTimeOffset at, TimeSpan limit, IReadOnlyList<string> reasons) : Exception(
    $"Virtual time stands at {at:yyyy-MM-ddTHH:mm:ssZ} because of something that has not ended in {limit.TotalSeconds:0.###} s of real time: {string.Join("; ", reasons)}.")
{
    /// <summary>The reasons given by the holders, oldest first.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;
}

/// <summary>The callback of a timer failed; <see cref="Exception.InnerException"/> says how.</summary>
public sealed class TimerFailedException(Exception failure) : Exception($"The callback of a timer failed: {failure.Message}", failure);
