using System.Globalization;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>silences</c> and <c>maintenance</c>.</summary>
internal static class SilenceShapes
{
    // What is not to be told for longer is better told to nobody by a route, or not measured at all.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private static readonly Shape<DateTimeOffset> Time = new("a time in UTC like 2026-03-02T22:00Z", value =>
    {
        if (DateTimeOffset.TryParseExact(value.Text, ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        value.Fault($"is {value.Quoted}; expected a time in UTC like 2026-03-02T22:00Z");
        return default;
    });

    private static readonly Shape<IReadOnlyList<Silence>> Once = Shape.List("a list of silences", Shape.Object("an object with name, when, by, why, from and until", members =>
        Silence(members, () => new SilenceTime.Once(members.Required("from", Time), members.Required("until", Time)))));

    /// <summary><c>silences</c>: planned work.</summary>
    public static Shape<IReadOnlyList<Silence>> Silences { get; } = Once with
    {
        Read = value =>
        {
            foreach (var silence in value.Elements)
            {
                RefuseTimes(silence);
            }

            return Once.Read(value);
        },
    };

    /// <summary><c>maintenance</c>: windows that come again.</summary>
    public static Shape<IReadOnlyList<Silence>> Maintenance { get; } = Shape.List("a list of maintenance windows", Shape.Object("an object with name, when, by, why, every, at and for", members =>
        Silence(members, () => new SilenceTime.Weekly(
            members.Required("every", TimeShapes.EveryDayOrOne),
            members.Required("at", TimeShapes.TimeOfDayUtc),
            members.Required("for", Scalars.Duration(Limits.Minute, Limits.Week))))));

    private static Silence Silence(MemberReader members, Func<SilenceTime> time) => new(
        members.Required("name", Scalars.Text("a name of up to 80 characters", 80)),
        members.Required("when", RouteShapes.Pattern),
        members.Required("by", Scalars.Text("who says so, in up to 80 characters", 80)),
        members.Required("why", Scalars.Text("a sentence of up to 200 characters", 200)),
        time());

    private static void RefuseTimes(PolicyValue silence)
    {
        if (Read(silence, "from") is { } from && Read(silence, "until") is { } until && (until <= from || until - from > Longest))
        {
            silence.Fault(until <= from ? "ends before it begins" : $"lasts longer than {Longest.TotalDays} days; nobody would remember it");
        }
    }

    private static DateTimeOffset? Read(PolicyValue silence, string name) =>
        DateTimeOffset.TryParse(silence.Member(name)?.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
