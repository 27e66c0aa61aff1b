namespace IncidentServerless.Domain.OnCall;

/// <summary>The hours in which a layer names somebody, local times: working hours, nights, weekends.</summary>
/// <param name="Days">The days on which they begin, by <see cref="DayOfWeek"/>; at least one of the seven is true.</param>
/// <param name="From">They hold from then on.</param>
/// <param name="Until">They hold before then: on the same day when it is later than <paramref name="From"/>, else on the next.</param>
public sealed record OnCallHours(bool[] Days, TimeOnly From, TimeOnly Until)
{
    public bool Hold(ZoneOffsets zone, DateTimeOffset moment)
    {
        var today = DateOnly.FromDateTime(zone.Local(moment).DateTime);
        for (var day = today.AddDays(-2); day <= today.AddDays(1); day = day.AddDays(1))
        {
            if (Days[(int)day.DayOfWeek] && Begin(day, zone) <= moment && moment < End(day, zone))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When they would begin on a day, whether or not it is one of theirs.</summary>
    internal DateTimeOffset Begin(DateOnly day, ZoneOffsets zone) => zone.Moment(day.ToDateTime(From));

    /// <summary>When those that begin on a day would end.</summary>
    internal DateTimeOffset End(DateOnly day, ZoneOffsets zone) => zone.Moment((Until > From ? day : day.AddDays(1)).ToDateTime(Until));
}
