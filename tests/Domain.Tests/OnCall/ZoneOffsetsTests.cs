using CsCheck;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.TimeZones;
using NodaTime;
using NodaTime.TimeZones;

namespace IncidentServerless.Domain.Tests.OnCall;

public class ZoneOffsetsTests
{
    private static readonly string[] Ids = [.. TzdbTimeZones.All.Names];

    // The meaning of a hand-over that does not exist, or exists twice.
    private static readonly ZoneLocalMappingResolver Meaning = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly Gen<(string Id, DateTime Near)> AroundAChange = Gen.Select(Gen.OneOf(Ids), Gen.Int[0, 1000], Gen.Int[-30 * 60, 30 * 60]).Select((id, which, minutes) =>
    {
        var changes = TzdbTimeZones.All.Find(id)!.Changes;
        var at = changes.Count == 0 ? new DateTime(2026, 3, 29, 1, 0, 0) : changes[which % changes.Count].At.UtcDateTime;
        return (id, DateTime.SpecifyKind(at.AddMinutes(minutes), DateTimeKind.Unspecified));
    });

    [Theory]
    [InlineData("Europe/Stockholm", "2026-03-29T01:59", "2026-03-29T01:59:00+01:00")]
    [InlineData("Europe/Stockholm", "2026-03-29T02:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Stockholm", "2026-03-29T02:30", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Stockholm", "2026-03-29T03:30", "2026-03-29T03:30:00+02:00")]
    [InlineData("Europe/Stockholm", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00")]
    [InlineData("Europe/Stockholm", "2026-10-25T03:00", "2026-10-25T03:00:00+01:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45:00+11:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:30:00+11:00")]
    [InlineData("Pacific/Apia", "2011-12-30T09:00", "2011-12-31T00:00:00+14:00")]
    [InlineData("Asia/Kolkata", "2026-03-29T02:30", "2026-03-29T02:30:00+05:30")]
    [InlineData("UTC", "2026-03-29T02:30", "2026-03-29T02:30:00+00:00")]
    public void Moment_OfALocalTime_IsTheFirstValidOneOrTheEarlier(string id, string local, string moment) =>
        Assert.Equal(moment, TzdbTimeZones.All.Find(id)!.Moment(DateTime.Parse(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz"));

    [Fact]
    public void Moment_AroundChangesOfAnyZone_IsNodaTimes() => AroundAChange.Sample(place =>
    {
        var expected = Meaning(DateTimeZoneProviders.Tzdb[place.Id].MapLocal(LocalDateTime.FromDateTime(place.Near))).ToDateTimeOffset();

        Assert.Equal(expected, TzdbTimeZones.All.Find(place.Id)!.Moment(place.Near));
    });

    [Fact]
    public void Local_AroundChangesOfAnyZone_IsNodaTimes() => AroundAChange.Sample(place =>
    {
        var moment = new DateTimeOffset(place.Near, TimeSpan.Zero);
        var expected = Instant.FromDateTimeOffset(moment).InZone(DateTimeZoneProviders.Tzdb[place.Id]).ToDateTimeOffset();

        Assert.Equal((expected, expected.Offset), (TzdbTimeZones.All.Find(place.Id)!.Local(moment), TzdbTimeZones.All.Find(place.Id)!.Local(moment).Offset));
    });

    [Fact]
    public void File_OfEveryZone_ReadsBack()
    {
        var all = Ids.Select(id => TzdbTimeZones.All.Find(id)!).ToList();
        var read = TimeZoneFile.Parse(TimeZoneFile.Print(all));

        Assert.Equal(Ids, read.Names);
        Assert.All(all, zone =>
        {
            Assert.Equal(zone.First, read.Find(zone.Id)!.First);
            Assert.Equal(zone.Changes, read.Find(zone.Id)!.Changes);
        });
    }

    [Fact]
    public void File_OfTwoSchedulesInOneZone_HoldsItOnceOnALine()
    {
        var zone = TzdbTimeZones.All.Find("Australia/Brisbane")!;

        Assert.Equal("{\n  \"Australia/Brisbane\": [\"2000-01-01T00:00:00+10:00\"]\n}\n", TimeZoneFile.Print([zone, zone]));
    }

    [Fact]
    public void File_ThatIsSomethingElse_NamesEveryFault() => Assert.Equal(
        """
        Europe/Stockholm: is an object; expected a list of the zone's local times after each change of its clocks
        UTC[0]: is "+00:00"; expected a local time like 2026-03-29T03:00:00+02:00
        """,
        Assert.Throws<Domain.Policy.PolicyException>(() => TimeZoneFile.Parse("""{ "Europe/Stockholm": {}, "UTC": ["+00:00"] }""")).Message.Replace("[\"Europe/Stockholm\"]", "Europe/Stockholm", StringComparison.Ordinal));
}
