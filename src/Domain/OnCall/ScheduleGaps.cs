using System.Globalization;

namespace IncidentServerless.Domain.OnCall;

/// <summary>
/// Times at which a schedule has nobody on call. They are looked for from its start, whenever that is, for two weeks after each layer's start and after
/// each override's end, which finds every gap that there will ever be: layers come again every week and never end, so nothing else makes one,
/// and of two weeks at most one has a daylight-saving change, which may hide it. What lies before the start is no gap.
/// </summary>
public static class ScheduleGaps
{
    private static readonly TimeSpan TwoWeeks = TimeSpan.FromDays(14);

    // Layers come again within a week, so this long after a gap's begin somebody is on call.
    private static readonly TimeSpan LongerThanAnyGap = TimeSpan.FromDays(9);

    /// <summary>Each in a sentence; one that comes again every week is told once.</summary>
    public static IEnumerable<string> InWords(Schedule schedule)
    {
        // The usual case, and functions read the policy whenever they start.
        if (schedule.Layers.Any(layer => layer.Hours is null && layer.Start(schedule.Zone) == schedule.Start))
        {
            return [];
        }

        var found = new List<Shift>();
        foreach (var layer in schedule.Layers)
        {
            found.AddRange(GapsAfter(layer.Start(schedule.Zone), schedule));
        }

        foreach (var each in schedule.Overrides)
        {
            if (schedule.Zone.Moment(each.Until) is var end && end > schedule.Start)
            {
                found.AddRange(GapsAfter(end, schedule));
            }
        }

        return found.OrderBy(gap => gap.From).ToLookup(Key).Select(same => Sentence(same.First(), schedule.Zone, ComesAgain(same.First(), schedule)));
    }

    private static IEnumerable<Shift> GapsAfter(DateTimeOffset from, Schedule schedule) =>
        Shifts.Of(schedule, from, from + TwoWeeks + LongerThanAnyGap).Where(shift => shift.Duty is null && shift.From < from + TwoWeeks && !IsTheEndOfAnother(schedule, shift, from));

    private static bool IsTheEndOfAnother(Schedule schedule, Shift gap, DateTimeOffset from) =>
        gap.From == from && from > schedule.Start && schedule.At(from - TimeSpan.FromTicks(1)) is null;

    // After one week, or after two where a daylight-saving change hides it.
    private static bool ComesAgain(Shift gap, Schedule schedule) =>
        schedule.At(schedule.Zone.Moment(gap.From.DateTime.AddDays(7))) is null || schedule.At(schedule.Zone.Moment(gap.From.DateTime.AddDays(14))) is null;

    private static string Key(Shift gap) => gap.From.ToString("ddd HH:mm", CultureInfo.InvariantCulture) + gap.Until.ToString("ddd HH:mm", CultureInfo.InvariantCulture);

    private static string Sentence(Shift gap, ZoneOffsets zone, bool comesAgain) =>
        $"nobody is on call from {Local(gap.From)} to {Local(gap.Until)} ({zone.Id}; in UTC {Utc(gap.From)} to {Utc(gap.Until)}){(comesAgain ? ", and again after that" : "")}";

    private static string Local(DateTimeOffset moment) => moment.ToString("dddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
