using CsCheck;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.TimeZones;
using NodaTime;
using NodaTime.TimeZones;
using static IncidentServerless.Domain.Tests.OnCall.Given;

namespace IncidentServerless.Domain.Tests.OnCall;

public class ShiftTests
{
    [Fact]
    public void Shifts_OfAWeeklyRotation_GoRoundAndHandOverInLocalTime() => Assert.Equal(
        """
        Wed 2026-03-25 13:00 +01:00 to Mon 2026-03-30 09:00 +02:00: bo, Weekly
        Mon 2026-03-30 09:00 +02:00 to Mon 2026-04-06 09:00 +02:00: cleo, Weekly
        Mon 2026-04-06 09:00 +02:00 to Wed 2026-04-08 14:00 +02:00: ana, Weekly
        """,
        Told(Schedule(Stockholm, Weekly("2026-03-16", "ana", "bo", "cleo")), "2026-03-25T12:00Z", "2026-04-08T12:00Z"));

    [Fact]
    public void Shifts_BegunInTheMiddleOfAWeek_HandOverOnTheNextWeekday() => Assert.Equal(
        """
        Thu 2026-01-08 09:00 +01:00 to Mon 2026-01-12 09:00 +01:00: ana, Weekly
        Mon 2026-01-12 09:00 +01:00 to Tue 2026-01-13 01:00 +01:00: bo, Weekly
        """,
        Told(Schedule(Stockholm, Weekly("2026-01-08", "ana", "bo")), "2026-01-08T08:00Z", "2026-01-13T00:00Z"));

    [Fact]
    public void Shifts_OfWhoStandsTwiceInARow_AreOne() => Assert.Equal(
        """
        Mon 2026-01-05 09:00 +01:00 to Mon 2026-01-19 09:00 +01:00: ana, Weekly
        Mon 2026-01-19 09:00 +01:00 to Mon 2026-02-02 09:00 +01:00: bo, Weekly
        """,
        Told(Schedule(Stockholm, Weekly("2026-01-05", "ana", "ana", "bo", "bo")), "2026-01-05T08:00Z", "2026-02-02T08:00Z"));

    [Theory]
    [InlineData("2026-03-28T12:00Z", "2026-03-29T12:00Z", "Sun 2026-03-29 03:00 +02:00")]
    [InlineData("2026-10-24T12:00Z", "2026-10-25T12:00Z", "Sun 2026-10-25 02:30 +02:00")]
    public void HandOver_AtATimeThatIsSkippedOrComesTwice_IsTheFirstValidMomentOrTheEarlier(string from, string until, string handOver)
    {
        var shifts = Told(Schedule(Stockholm, Daily("2026-01-01", "02:30", "ana", "bo")), from, until).Split('\n');

        Assert.Equal(2, shifts.Length);
        Assert.Contains($"to {handOver}: ", shifts[0]);
        Assert.StartsWith(handOver, shifts[1]);
    }

    [Fact]
    public void Shifts_OfWorkingHoursOverARotation_TheLaterLayerWins() => Assert.Equal(
        """
        Fri 2026-03-06 08:00 +01:00 to Fri 2026-03-06 09:00 +01:00: ana, Weekly
        Fri 2026-03-06 09:00 +01:00 to Fri 2026-03-06 17:00 +01:00: cleo, Working hours
        Fri 2026-03-06 17:00 +01:00 to Mon 2026-03-09 09:00 +01:00: ana, Weekly
        Mon 2026-03-09 09:00 +01:00 to Mon 2026-03-09 13:00 +01:00: cleo, Working hours
        """,
        Told(
            Schedule(
                Stockholm,
                Weekly("2026-01-05", "ana"),
                Weekly("2026-01-05", "cleo") with { Name = "Working hours", Hours = Hours("09:00", "17:00", DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday) }),
            "2026-03-06T07:00Z",
            "2026-03-09T12:00Z"));

    [Fact]
    public void Shifts_WithOverrides_TheLaterOverrideWinsOverEverything() => Assert.Equal(
        """
        Mon 2026-03-02 09:00 +01:00 to Mon 2026-03-02 18:00 +01:00: ana, Weekly
        Mon 2026-03-02 18:00 +01:00 to Mon 2026-03-02 20:00 +01:00: bo, override
        Mon 2026-03-02 20:00 +01:00 to Mon 2026-03-02 21:00 +01:00: cleo, override
        Mon 2026-03-02 21:00 +01:00 to Tue 2026-03-03 09:00 +01:00: bo, override
        Tue 2026-03-03 09:00 +01:00 to Tue 2026-03-03 13:00 +01:00: ana, Weekly
        """,
        Told(
            Schedule(Stockholm, Weekly("2026-03-02", "ana")) with
            {
                Overrides = [Override("bo", "2026-03-02T18:00", "2026-03-03T09:00"), Override("cleo", "2026-03-02T20:00", "2026-03-02T21:00")],
            },
            "2026-03-02T08:00Z",
            "2026-03-03T12:00Z"));

    [Fact]
    public void Shifts_BeforeTheFirstLayerBegins_AreNobodys() => Assert.Equal(
        """
        Sun 2026-01-04 01:00 +01:00 to Mon 2026-01-05 09:00 +01:00: nobody
        Mon 2026-01-05 09:00 +01:00 to Tue 2026-01-06 01:00 +01:00: ana, Weekly
        """,
        Told(Schedule(Stockholm, Weekly("2026-01-05", "ana")), "2026-01-04T00:00Z", "2026-01-06T00:00Z"));

    [Fact]
    public void NightHours_OverADaylightSavingChange_BeginAndEndByTheClockOnTheWall() => Assert.Equal(
        """
        Sat 2026-03-28 21:00 +01:00 to Sat 2026-03-28 22:00 +01:00: nobody
        Sat 2026-03-28 22:00 +01:00 to Sun 2026-03-29 06:00 +02:00: ana, Weekly
        Sun 2026-03-29 06:00 +02:00 to Sun 2026-03-29 08:00 +02:00: nobody
        """,
        Told(Schedule(Stockholm, Weekly("2026-01-05", "ana") with { Hours = Hours("22:00", "06:00") }), "2026-03-28T20:00Z", "2026-03-29T06:00Z"));

    [Fact]
    public void Turns_AroundChangesOfAnyZone_AreThoseCountedWithNodaTime()
    {
        string[] ids = [.. TzdbTimeZones.All.Names];
        var meaning = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
        Gen.Select(Gen.OneOf(ids), Gen.Int[0, 1000], Gen.Int[0, 24 * 60 - 1], Gen.Int[-72 * 60, 72 * 60], Gen.Int[0, 20], Gen.Bool).Sample((id, which, at, minutes, daysBefore, weekly) =>
        {
            var zone = TzdbTimeZones.All.Find(id)!;
            var moment = (zone.Changes.Count == 0 ? new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero) : zone.Changes[which % zone.Changes.Count].At).AddMinutes(minutes);
            var from = DateOnly.FromDateTime(moment.UtcDateTime).AddDays(-daysBefore);
            var time = TimeOnly.MinValue.AddMinutes(at);
            var layer = new Layer("Any", ["0", "1", "2", "3", "4"], from, new HandOver(weekly ? DayOfWeek.Monday : null, time), null);

            var begun = Enumerable.Range(0, daysBefore + 3).Select(from.AddDays)
                .Where(day => day == from || !weekly || day.DayOfWeek == DayOfWeek.Monday)
                .Count(day => meaning(DateTimeZoneProviders.Tzdb[id].MapLocal(LocalDateTime.FromDateTime(day.ToDateTime(time)))).ToDateTimeOffset() <= moment);

            Assert.Equal(begun == 0 ? null : $"{(begun - 1) % 5}", layer.PersonAt(zone, moment));
        });
    }

    [Fact]
    public void Shifts_OfAnySchedule_AreWhatItSaysAtEveryMoment()
    {
        string[] zones = [Stockholm, "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "UTC"];
        var time = Gen.Int[0, 47].Select(halves => TimeOnly.MinValue.AddMinutes(halves * 30));
        var hours = Gen.Select(Gen.Bool.Array[7], time, time).Select((days, from, until) => new OnCallHours([true, .. days.Skip(1)], from, until));
        var layer = Gen.Select(Gen.Int[0, 20], time, Gen.Bool, hours, Gen.Bool).Select((day, at, weekly, when, always) =>
            new Layer("Any", ["ana", "bo"], new DateOnly(2026, 3, 15).AddDays(day), new HandOver(weekly ? DayOfWeek.Wednesday : null, at), always ? null : when));
        Gen.Select(Gen.OneOf(zones), layer.Array[1, 3], Gen.Int[0, 30 * 24 * 60]).Sample((zone, layers, minutes) =>
        {
            var schedule = Schedule(zone, layers);
            var moment = new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var shift = Shifts.Of(schedule, new DateTimeOffset(2026, 3, 14, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 4, 20, 0, 0, 0, TimeSpan.Zero)).Single(each => each.From <= moment && moment < each.Until);

            Assert.Equal((shift.Duty?.Person, shift.Duty?.Layer), (schedule.At(moment)?.Person, schedule.At(moment)?.Layer));
        }, iter: 300);
    }
}
