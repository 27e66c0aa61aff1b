using CsCheck;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Tests.Policy;
using static IncidentServerless.Domain.Tests.OnCall.Given;

namespace IncidentServerless.Domain.Tests.OnCall;

/// <summary>Also what else is wrong with schedules in policy.</summary>
public class ScheduleGapTests
{
    private const string Always = """{ "name": "Weekly", "people": ["ana"], "from": "2026-02-02", "handOver": { "every": "Monday", "at": "09:00" } }""";
    private const string Weekdays = """{ "name": "Week", "people": ["ana"], "from": "2026-03-02", "handOver": { "every": "Monday", "at": "09:00" }, "hours": { "days": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] } }""";

    [Fact]
    public void Schedule_ThatCoversEveryMoment_HasNoFault() => Assert.Empty(Faults(Always));

    [Fact]
    public void Schedule_OfWeekdays_HasAGapEachWeekendAndTellsTheFirst() => Assert.Equal(
        "onCall.primary: nobody is on call from Saturday 2026-03-07 00:00 to Monday 2026-03-09 00:00 (Europe/Stockholm; in UTC 2026-03-06 23:00 to 2026-03-08 23:00), and again after that",
        Faults(Weekdays));

    [Fact]
    public void Schedule_WithEveryWorkingDaysEveningOpen_TellsEachOfTheWeekOnce()
    {
        var faults = Faults(Weekdays.Replace("""] }""", """], "from": "09:00", "until": "17:00" }""", StringComparison.Ordinal)).Split('\n');

        Assert.Equal(
            ["Monday 2026-03-02 17:00 to Tuesday 2026-03-03 09:00", "Tuesday 2026-03-03 17:00 to Wednesday 2026-03-04 09:00", "Wednesday 2026-03-04 17:00 to Thursday 2026-03-05 09:00", "Thursday 2026-03-05 17:00 to Friday 2026-03-06 09:00", "Friday 2026-03-06 17:00 to Monday 2026-03-09 09:00"],
            faults.Select(fault => fault["onCall.primary: nobody is on call from ".Length..fault.IndexOf(" (", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Gap_BeforeALaterLayerBegins_IsToldOnceAsItIs() => Assert.Equal(
        "onCall.primary: nobody is on call from Saturday 2026-03-07 00:00 to Monday 2026-03-09 00:00 (Europe/Stockholm; in UTC 2026-03-06 23:00 to 2026-03-08 23:00)",
        Faults(Weekdays, Always.Replace("2026-02-02", "2026-03-10", StringComparison.Ordinal)));

    [Fact]
    public void Gap_BeforeALaterLayerBegins_IsClosedByAnOverride() => Assert.Empty(
        With("""[{ "person": "ana", "from": "2026-03-07T00:00", "until": "2026-03-09T00:00" }]""", Weekdays, Always.Replace("2026-02-02", "2026-03-10", StringComparison.Ordinal)).Faults());

    [Fact]
    public void Gap_CoveredByAnOverrideForAMonth_IsFoundAfterIt() => Assert.StartsWith(
        "onCall.primary: nobody is on call from Saturday 2026-04-11 00:00 to Monday 2026-04-13 00:00 (Europe/Stockholm; in UTC 2026-04-10 22:00 to 2026-04-12 22:00)",
        With("""[{ "person": "ana", "from": "2026-03-01T00:00", "until": "2026-04-10T12:00" }]""", Weekdays).Faults());

    [Fact]
    public void Gap_InWhichAnOverrideEnds_BeginsThere() => Assert.Contains(
        "nobody is on call from Sunday 2026-03-08 12:00 to Monday 2026-03-09 00:00",
        With("""[{ "person": "ana", "from": "2026-03-07T00:00", "until": "2026-03-08T12:00" }]""", Weekdays).Faults());

    [Fact]
    public void Gap_HiddenByDaylightSavingInTheFirstWeek_IsFound() => Assert.Equal(
        "onCall.primary: nobody is on call from Sunday 2026-04-05 02:00 to Sunday 2026-04-05 03:00 (Europe/Stockholm; in UTC 2026-04-05 00:00 to 2026-04-05 01:00), and again after that",
        Faults(
            """{ "name": "Week", "people": ["ana"], "from": "2026-03-25", "handOver": { "every": "day", "at": "09:00" }, "hours": { "days": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] } }""",
            """{ "name": "Sunday night", "people": ["ana"], "from": "2026-03-25", "handOver": { "every": "day", "at": "09:00" }, "hours": { "days": ["Sunday"], "until": "02:00" } }""",
            """{ "name": "Sunday", "people": ["ana"], "from": "2026-03-25", "handOver": { "every": "day", "at": "09:00" }, "hours": { "days": ["Sunday"], "from": "03:00" } }"""));

    [Fact]
    public void Gaps_OfAnySchedule_AreFoundWhenThereIsOneInAYear()
    {
        var time = Gen.Int[0, 23].Select(hour => new TimeOnly(hour, 0));
        var hours = Gen.Select(Gen.Bool.Array[7], time, time).Select((days, from, until) => new OnCallHours([true, .. days.Skip(1)], from, until));
        var layer = Gen.Select(Gen.Int[0, 60], time, hours, Gen.Int[0, 3]).Select((day, at, when, always) =>
            new Layer("Any", ["ana"], new DateOnly(2026, 3, 1).AddDays(day), new HandOver(null, at), always == 0 ? null : when));
        var standIn = Gen.Select(Gen.Int[0, 90], Gen.Int[1, 40 * 24]).Select((day, length) => new DateTime(2026, 3, 1).AddDays(day) is var from ? new Override("bo", from, from.AddHours(length), null) : null!);
        Gen.Select(layer.Array[1, 4], standIn.Array[0, 3]).Sample((layers, overrides) =>
        {
            var schedule = Schedule(Stockholm, layers) with { Overrides = overrides };
            var gap = Shifts.Of(schedule, schedule.Start, schedule.Start.AddDays(365)).FirstOrDefault(shift => shift.Duty is null);

            Assert.Equal(gap is not null, ScheduleGaps.InWords(schedule).Any());
            if (gap is not null)
            {
                Assert.Contains($"from {gap.From:dddd yyyy-MM-dd HH:mm} to ", ScheduleGaps.InWords(schedule).First());
            }
        }, iter: 200);
    }

    [Fact]
    public void Read_ManyFaultsInASchedule_ReportsAllOfThemAndNoGap() => Assert.Equal(
        """
        escalation.SEV1.levels[0].onCall: "primry" is no schedule under "onCall"; did you mean "primary"?
        onCall.primary.timeZone: "Europe/Stokholm" is no time zone of the tz database; did you mean "Europe/Stockholm"?
        onCall.primary.layers[0].people[0]: "zoe" is nobody under "people"; known are ana
        onCall.primary.layers[0].from: is "2026-02-30"; expected a day like 2026-01-05
        onCall.primary.layers[0].handOver.every: is "Mon"; expected day, Sunday, Monday, Tuesday, Wednesday, Thursday, Friday or Saturday
        onCall.primary.layers[0].handOver.at: is "9:00"; expected a local time of day like 09:00
        onCall.primary.layers[0].hours.days[0]: is "Fun"; expected Sunday, Monday, Tuesday, Wednesday, Thursday, Friday or Saturday
        onCall.primary.overrides[0].person: "anna" is nobody under "people"; did you mean "ana"?
        onCall.primary.overrides[0].until: is "2026-03-03"; expected a local time like 2026-03-02T09:00
        onCall.primary.overrides[1]: ends before it begins
        onCall.Night shift: is not an id; use 1 to 32 lower-case letters, digits and hyphens, beginning with a letter
        """,
        new PolicyFile()
            .With("escalation/SEV1/levels/0/onCall", "\"primry\"")
            .With("onCall/primary/timeZone", "\"Europe/Stokholm\"")
            .With("onCall/primary/layers", """[{ "name": "A", "people": ["zoe"], "from": "2026-02-30", "handOver": { "every": "Mon", "at": "9:00" }, "hours": { "days": ["Fun"] } }]""")
            .With("onCall/primary/overrides", """[{ "person": "anna", "from": "2026-03-02T09:00", "until": "2026-03-03" }, { "person": "ana", "from": "2026-03-02T09:00", "until": "2026-03-02T09:00" }]""")
            .With("onCall/Night shift", $$"""{ "timeZone": "UTC", "layers": [{{Always}}] }""")
            .Faults().Replace("onCall[\"Night shift\"]", "onCall.Night shift", StringComparison.Ordinal));

    [Theory]
    [InlineData("Stockholm", "did you mean \"Europe/Stockholm\"?")]
    [InlineData("new york", "did you mean \"America/New_York\"?")]
    [InlineData("Moonbase/Tranquility", "write it like Europe/Stockholm, America/New_York or UTC")]
    public void TimeZone_ThatThereIsNot_SuggestsWhatMayBeMeant(string written, string suggestion) => Assert.Equal(
        $"onCall.primary.timeZone: \"{written}\" is no time zone of the tz database; {suggestion}",
        new PolicyFile().With("onCall/primary/timeZone", $"\"{written}\"").Faults());

    [Fact]
    public void TimeZone_WhereNoneIsKnown_SaysWhereTheyComeFrom() => Assert.Equal(
        "onCall.primary.timeZone: \"Europe/Stockholm\" is not known here; synthesis writes the policy's time zones beside it, into time-zones.json",
        Assert.Throws<PolicyException>(() => PolicyReader.Read(new PolicyFile().Json)).Message);

    private static string Faults(params string[] layers) => With("[]", layers).Faults();

    private static PolicyFile With(string overrides, params string[] layers) => new PolicyFile()
        .With("onCall/primary/layers", $"[{string.Join(",", layers)}]")
        .With("onCall/primary/overrides", overrides);
}
