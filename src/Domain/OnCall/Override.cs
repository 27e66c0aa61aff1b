namespace IncidentServerless.Domain.OnCall;

/// <summary>Somebody stands in for whoever the layers name.</summary>
/// <param name="Person">Who is on call instead.</param>
/// <param name="From">Local time; it holds from then on.</param>
/// <param name="Until">Local time; it holds before then.</param>
/// <param name="Why">In a sentence; null when nobody said.</param>
public sealed record Override(string Person, DateTime From, DateTime Until, string? Why)
{
    public bool Holds(ZoneOffsets zone, DateTimeOffset moment) => zone.Moment(From) <= moment && moment < zone.Moment(Until);

    /// <summary>When it begins or ends, if that is still to come; else the end of time.</summary>
    internal DateTimeOffset NextChange(ZoneOffsets zone, DateTimeOffset moment) =>
        zone.Moment(From) is var begin && begin > moment ? begin
        : zone.Moment(Until) is var end && end > moment ? end
        : DateTimeOffset.MaxValue;
}
