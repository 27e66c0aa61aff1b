namespace IncidentServerless.Domain.OnCall;

/// <summary>A time in which one person is on call by one layer or override, or nobody is.</summary>
/// <param name="From">In the schedule's local time.</param>
/// <param name="Until">In the schedule's local time; not part of it.</param>
/// <param name="Duty">Null when nobody is on call.</param>
public sealed record Shift(DateTimeOffset From, DateTimeOffset Until, Duty? Duty);

/// <summary>A schedule as one shift after the other.</summary>
public static class Shifts
{
    /// <summary>From a moment to another without a gap; the first begins and the last ends there, even where the shift is longer.</summary>
    public static IEnumerable<Shift> Of(Schedule schedule, DateTimeOffset from, DateTimeOffset until)
    {
        var zone = schedule.Zone;
        var (begin, duty) = (from, schedule.At(from));
        for (var change = schedule.NextChange(from); change < until; change = schedule.NextChange(change))
        {
            var next = schedule.At(change);
            if (!AreSame(duty, next))
            {
                yield return new Shift(zone.Local(begin), zone.Local(change), duty);
                (begin, duty) = (change, next);
            }
        }

        if (begin < until)
        {
            yield return new Shift(zone.Local(begin), zone.Local(until), duty);
        }
    }

    private static bool AreSame(Duty? one, Duty? other) =>
        one?.Person == other?.Person && ReferenceEquals(one?.Layer, other?.Layer) && ReferenceEquals(one?.Override, other?.Override);
}
