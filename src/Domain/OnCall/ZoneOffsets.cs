namespace IncidentServerless.Domain.OnCall;

/// <summary>A time zone as the moments at which its clocks were or will be changed, so that local times are pure arithmetic.</summary>
/// <param name="Id">As the tz database names it: <c>Europe/Stockholm</c>.</param>
/// <param name="First">The offset from UTC before the first change.</param>
/// <param name="Changes">Oldest first; may be empty. After the last one its offset stays.</param>
public sealed record ZoneOffsets(string Id, TimeSpan First, IReadOnlyList<OffsetChange> Changes)
{
    // No zone is or was further from UTC.
    private static readonly TimeSpan FurthestFromUtc = TimeSpan.FromHours(16);

    /// <summary>The moment in the zone's local time.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Offset(ChangesUntil(moment)));

    /// <summary>
    /// When the zone's clocks show a local time. A time that they skip means the first moment after the skip; one that they show twice,
    /// the earlier. A later local time never means an earlier moment.
    /// </summary>
    /// <returns>In the zone's local time.</returns>
    public DateTimeOffset Moment(DateTime local)
    {
        var index = ChangesUntil(new DateTimeOffset(local, TimeSpan.Zero) - FurthestFromUtc);
        while (index < Changes.Count && Shown(Changes[index].At, index) <= local)
        {
            index++;
        }

        var moment = new DateTimeOffset(local, Offset(index));
        return index > 0 && moment < Changes[index - 1].At ? Changes[index - 1].At.ToOffset(Offset(index)) : moment;
    }

    /// <summary>What the clocks would show at a moment if they were as after that many changes.</summary>
    private DateTime Shown(DateTimeOffset moment, int changes) => moment.ToOffset(Offset(changes)).DateTime;

    private TimeSpan Offset(int changes) => changes == 0 ? First : Changes[changes - 1].Offset;

    /// <summary>How many changes there were up to and at the moment.</summary>
    private int ChangesUntil(DateTimeOffset moment)
    {
        var (from, to) = (0, Changes.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = Changes[middle].At <= moment ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}

/// <summary>A moment from which on a zone's clocks have another offset from UTC.</summary>
/// <param name="At">In UTC.</param>
public sealed record OffsetChange(DateTimeOffset At, TimeSpan Offset);
