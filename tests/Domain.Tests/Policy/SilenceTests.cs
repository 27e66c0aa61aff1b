using System.Globalization;
using CsCheck;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;
using IncidentServerless.Domain.Tests.Signals.Sources;

namespace IncidentServerless.Domain.Tests.Policy;

public class SilenceTests
{
    private const string Once = """{ "name": "Upgrade", "when": { "source": ["guardduty"] }, "by": "Ana Lima", "why": "Planned.", "from": "2026-03-02T15:00Z", "until": "2026-03-02T16:00Z" }""";

    [Theory]
    [InlineData("2026-03-01T01:59Z", null)]
    [InlineData("2026-03-01T02:00Z", "2026-03-01T06:00Z")]
    [InlineData("2026-03-01T05:59Z", "2026-03-01T06:00Z")]
    [InlineData("2026-03-01T06:00Z", null)]
    [InlineData("2026-03-02T03:00Z", null)]
    [InlineData("2026-03-08T03:00Z", "2026-03-08T06:00Z")]
    public void Weekly_Sunday_HoldsOnSundaysAlone(string at, string? until) =>
        Assert.Equal(until is null ? null : Time(until), new SilenceTime.Weekly(DayOfWeek.Sunday, new TimeOnly(2, 0), TimeSpan.FromHours(4)).ActiveUntil(Time(at)));

    [Theory]
    [InlineData("2026-03-02T23:30Z", "2026-03-03T01:00Z")]
    [InlineData("2026-03-03T00:30Z", "2026-03-03T01:00Z")]
    [InlineData("2026-03-03T01:00Z", null)]
    public void Weekly_EveryDayOverMidnight_HoldsOnBothSides(string at, string? until) =>
        Assert.Equal(until is null ? null : Time(until), new SilenceTime.Weekly(null, new TimeOnly(23, 0), TimeSpan.FromHours(2)).ActiveUntil(Time(at)));

    [Fact]
    public void Time_ThatHolds_EndsLaterAndHoldsUntilThen() =>
        Gen.Select(Gen.Int[-1, 6].Select(day => day < 0 ? (DayOfWeek?)null : (DayOfWeek)day), Gen.Int[0, 1_439], Gen.Int[1, 10_080], Gen.Int[0, 20_160]).Sample((day, start, minutes, moment) =>
        {
            var time = new SilenceTime.Weekly(day, TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(start)), TimeSpan.FromMinutes(minutes));
            var at = Time("2026-03-01T00:00Z").AddMinutes(moment);
            if (time.ActiveUntil(at) is { } until)
            {
                Assert.True(until > at);
                Assert.NotNull(time.ActiveUntil(until.AddSeconds(-1)));
            }
        });

    [Theory]
    [InlineData("mining-instance.json", "Silenced until 2026-03-02 16:00 UTC by Ana Lima (Upgrade): Planned.")]
    [InlineData("repeated.json", null)]
    public void Signal_WhileASilenceHolds_IsSuppressedWithWhoWhyAndUntilWhen(string sample, string? reason)
    {
        var policy = new PolicyFile().With("silences", $"[{Once}]").Read();
        var body = RepositoryFiles.Read($"src/Domain/Signals/Sources/GuardDuty/samples/{sample}");

        var given = AnySource.Classify(body, "m", policy, SampleFolder.ReceivedAt);

        Assert.Equal(reason is null ? Disposition.Opened : Disposition.Suppressed, given.Disposition);
        Assert.Equal(reason, given.Reason);
    }

    [Fact]
    public void Recovery_WhileASilenceHolds_IsTaken()
    {
        var policy = new PolicyFile().With("silences/0/when", """{ "source": ["aws-health"] }""").With("silences/0/from", "\"2026-03-02T10:00Z\"").Read();
        var body = RepositoryFiles.Read("src/Domain/Signals/Sources/Health/samples/our-issue-closed.json");

        Assert.Equal(Disposition.Recovered, AnySource.Classify(body, "m", policy, SampleFolder.ReceivedAt).Disposition);
    }

    [Theory]
    [InlineData("silences/0/until", "\"2026-03-02T21:00Z\"", "silences[0]: ends before it begins")]
    [InlineData("silences/0/until", "\"2026-05-02T21:00Z\"", "silences[0]: lasts longer than 31 days; nobody would remember it")]
    [InlineData("silences/0/from", "\"yesterday\"", "silences[0].from: is \"yesterday\"; expected a time in UTC like 2026-03-02T22:00Z")]
    [InlineData("maintenance/0/at", "\"2 am\"", "maintenance[0].at: is \"2 am\"; expected a time of day in UTC like 02:00")]
    [InlineData("silences/0/when", """{ "alarms": ["x"] }""", "silences[0].when: asks for alarms, which no signal has; did you mean alarm. Known are source, account, region, alarm, budget, anomaly, finding, health, report, log")]
    public void Read_SilenceThatCannotBe_SaysWhy(string path, string json, string fault) => Assert.Equal(fault, new PolicyFile().With(path, json).Faults());

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
