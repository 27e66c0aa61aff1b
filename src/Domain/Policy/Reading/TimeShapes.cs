using System.Globalization;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>Days of the week and times of day.</summary>
internal static class TimeShapes
{
    private static readonly Word<DayOfWeek?>[] Weekdays = [.. Enum.GetValues<DayOfWeek>().Select(day => new Word<DayOfWeek?>(day.ToString(), day))];

    public static Shape<DayOfWeek?> Day { get; } = Scalars.OneOf<DayOfWeek?>(Weekdays);

    /// <summary>Null is every day.</summary>
    public static Shape<DayOfWeek?> EveryDayOrOne { get; } = Scalars.OneOf<DayOfWeek?>([new("day", null), .. Weekdays]);

    public static IEnumerable<string> WeekdayNames => Weekdays.Select(day => day.Text);

    public static Shape<TimeOnly> TimeOfDayUtc { get; } = TimeOfDay("a time of day in UTC like 02:00");

    public static Shape<TimeOnly> TimeOfDay(string expected) => new(expected, value =>
    {
        if (TimeOnly.TryParseExact(value.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        value.Fault($"is {value.Quoted}; expected {expected}");
        return default;
    });
}
