namespace IncidentServerless.Domain.OnCall;

/// <summary>A rotation: people who take turns.</summary>
/// <param name="Name">Shown as what decides.</param>
/// <param name="People">In the order of their turns; the first begins. At least one, and one person may stand there several times.</param>
/// <param name="From">The first turn begins on this day, at the hand-over's time.</param>
/// <param name="Hours">Outside of these the layer names nobody, and the turns go on; null when it always does.</param>
public sealed record Layer(string Name, IReadOnlyList<string> People, DateOnly From, HandOver HandOver, OnCallHours? Hours)
{
    private const int DaysOfAWeek = 7;

    public DateTimeOffset Start(ZoneOffsets zone) => HandOver.On(From, zone);

    /// <summary>Whose turn it is; null when the layer names nobody.</summary>
    public string? PersonAt(ZoneOffsets zone, DateTimeOffset moment)
    {
        if (moment < Start(zone) || Hours?.Hold(zone, moment) == false)
        {
            return null;
        }

        // Where clocks are set back over midnight, the day after may have begun already.
        var day = Today(zone, moment).AddDays(1);
        while (HandOver.On(day, zone) > moment)
        {
            day = day.AddDays(-1);
        }

        return People[HandOversUntil(day) % People.Count];
    }

    /// <summary>The next moment after this one at which the layer may name somebody else.</summary>
    public DateTimeOffset NextChange(ZoneOffsets zone, DateTimeOffset moment)
    {
        var next = DateTimeOffset.MaxValue;
        var today = Today(zone, moment);
        for (var day = today.AddDays(-1); day <= today.AddDays(2); day = day.AddDays(1))
        {
            next = Earlier(HandOver.On(day, zone), next, moment);
            if (Hours is { } hours)
            {
                next = Earlier(hours.Begin(day, zone), Earlier(hours.End(day, zone), next, moment), moment);
            }
        }

        return next;
    }

    private int HandOversUntil(DateOnly day)
    {
        if (HandOver.Every is not { } weekday)
        {
            return day.DayNumber - From.DayNumber;
        }

        var untilFirst = ((int)weekday - (int)From.DayOfWeek + DaysOfAWeek) % DaysOfAWeek;
        var first = From.DayNumber + (untilFirst == 0 ? DaysOfAWeek : untilFirst);
        return day.DayNumber < first ? 0 : 1 + ((day.DayNumber - first) / DaysOfAWeek);
    }

    private static DateTimeOffset Earlier(DateTimeOffset candidate, DateTimeOffset next, DateTimeOffset after) => candidate > after && candidate < next ? candidate : next;

    private static DateOnly Today(ZoneOffsets zone, DateTimeOffset moment) => DateOnly.FromDateTime(zone.Local(moment).DateTime);
}

/// <summary>When a turn passes to the next person.</summary>
/// <param name="Every">On this weekday; null for every day.</param>
/// <param name="At">Local time.</param>
public sealed record HandOver(DayOfWeek? Every, TimeOnly At)
{
    /// <summary>When it is that time on a day, whether or not a turn passes then.</summary>
    public DateTimeOffset On(DateOnly day, ZoneOffsets zone) => zone.Moment(day.ToDateTime(At));
}
