using IncidentServerless.Domain.OnCall;
using IncidentServerless.TimeZones;

namespace IncidentServerless.Domain.Tests.OnCall;

/// <summary>Schedules in a few words.</summary>
internal static class Given
{
    public const string Stockholm = "Europe/Stockholm";

    public static Schedule Schedule(string zone, params Layer[] layers) => new("primary", TzdbTimeZones.All.Find(zone)!, layers, []);

    public static Layer Weekly(string from, params string[] people) => new("Weekly", people, DateOnly.Parse(from), new HandOver(DayOfWeek.Monday, new TimeOnly(9, 0)), null);

    public static Layer Daily(string from, string at, params string[] people) => new("Daily", people, DateOnly.Parse(from), new HandOver(null, TimeOnly.Parse(at)), null);

    public static Override Override(string person, string from, string until) => new(person, DateTime.Parse(from), DateTime.Parse(until), null);

    public static OnCallHours Hours(string from, string until, params DayOfWeek[] days) =>
        new([.. Enum.GetValues<DayOfWeek>().Select(day => days is [] || days.Contains(day))], TimeOnly.Parse(from), TimeOnly.Parse(until));

    /// <summary>The shifts from a moment to another, a line each.</summary>
    public static string Told(Schedule schedule, string from, string until) => string.Join('\n', Shifts.Of(schedule, DateTimeOffset.Parse(from), DateTimeOffset.Parse(until))
        .Select(shift => $"{shift.From:ddd yyyy-MM-dd HH:mm zzz} to {shift.Until:ddd yyyy-MM-dd HH:mm zzz}: {shift.Duty?.Person ?? "nobody"}{(shift.Duty?.Override is null ? "" : ", override")}{(shift.Duty?.Layer is { } layer ? $", {layer.Name}" : "")}"));
}
