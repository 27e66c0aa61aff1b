using System.Globalization;
using IncidentServerless.Domain.OnCall;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>onCall</c>, checked against the people that the same file names. A schedule with gaps is refused; <see cref="ScheduleGaps"/> says where they are looked for.</summary>
/// <param name="people">The file's <c>people</c>; null when it has none.</param>
/// <param name="zones">The time zones that there are.</param>
internal sealed class OnCallShapes(PolicyValue? people, ITimeZones zones)
{
    // As far as clock changes are known; what is meant otherwise is a typing error.
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    // In the order of DayOfWeek.
    private static readonly IReadOnlyList<Word<string>> WeekdayNames = [.. TimeShapes.WeekdayNames.Select(day => new Word<string>(day, day))];

    private static readonly Shape<TimeOnly> TimeOfDay = TimeShapes.TimeOfDay("a local time of day like 09:00");

    private static readonly Shape<DateTime> Day = Moment("yyyy-MM-dd", "a day like 2026-01-05");

    private static readonly Shape<DateTime> LocalTime = Moment("yyyy-MM-dd'T'HH:mm", "a local time like 2026-03-02T09:00");

    private static readonly Shape<HandOver> HandOver = Shape.Object("an object with every and at", members => new HandOver(
        members.Required("every", TimeShapes.EveryDayOrOne),
        members.Required("at", TimeOfDay)));

    private static readonly Shape<OnCallHours> Hours = Shape.Object("an object with days, from and until", members => new OnCallHours(
        members.Optional("days", Weekdays, otherwise: [true, true, true, true, true, true, true]),
        members.Optional("from", TimeOfDay, otherwise: TimeOnly.MinValue),
        members.Optional("until", TimeOfDay, otherwise: TimeOnly.MinValue)));

    public Shape<IReadOnlyDictionary<string, Schedule>> Schedules
    {
        get
        {
            var map = Shape.Map("an object with schedules by name", ChannelShapes.FaultOfId, WithoutGaps);
            return map with { Read = value => map.Read(value).ToDictionary(schedule => schedule.Key, schedule => schedule.Value with { Name = schedule.Key }) };
        }
    }

    /// <summary>The name of one of the file's schedules.</summary>
    /// <param name="schedules">The file's <c>onCall</c>; null when it has none.</param>
    public static Shape<string> Name(PolicyValue? schedules)
    {
        var name = Scalars.Text("the name of a schedule from \"onCall\"", 32);
        return name with
        {
            Read = value =>
            {
                if (value.Text.Length > 0 && schedules?.Member(value.Text) is null)
                {
                    value.Fault($"{value.Quoted} is no schedule under \"onCall\"; {NearestName.OrAll(value.Text, schedules?.Members.Select(member => member.Name) ?? [], "add it there")}");
                }

                return name.Read(value);
            },
        };
    }

    private Shape<Schedule> WithoutGaps => Schedule with
    {
        Read = value =>
        {
            var faults = value.Faults.Count;
            var schedule = Schedule.Read(value);
            if (value.Faults.Count == faults)
            {
                foreach (var gap in ScheduleGaps.InWords(schedule))
                {
                    value.Fault(gap);
                }
            }

            return schedule;
        },
    };

    private Shape<Schedule> Schedule => Shape.Object("an object with timeZone and layers", members => new Schedule(
        string.Empty,
        members.Required("timeZone", Zone),
        members.Required("layers", Shape.NonEmptyList("a list of at least one layer", Layer)),
        members.Optional("overrides", Shape.List("a list of overrides", Override), otherwise: [])));

    private Shape<Layer> Layer => Shape.Object("an object with name, people, from and handOver", members => new Layer(
        members.Required("name", Scalars.Name("a name of up to 80 characters", 80)),
        members.Required("people", Shape.NonEmptyList("a list of ids from \"people\" in the order of their turns", PersonIds.One(people))),
        DateOnly.FromDateTime(members.Required("from", Day)),
        members.Required("handOver", HandOver),
        members.Optional<OnCallHours?>("hours", Hours!, otherwise: null)));

    private Shape<Override> Override
    {
        get
        {
            var shape = Shape.Object("an object with person, from and until", members => new Override(
                members.Required("person", PersonIds.One(people)),
                members.Required("from", LocalTime),
                members.Required("until", LocalTime),
                members.Optional<string?>("why", Scalars.Text("why, in a sentence of up to 200 characters", 200)!, otherwise: null)));
            return shape with
            {
                Read = value =>
                {
                    var faults = value.Faults.Count;
                    var read = shape.Read(value);
                    if (value.Faults.Count == faults && read.Until <= read.From)
                    {
                        value.Fault("ends before it begins");
                    }

                    return read;
                },
            };
        }
    }

    private Shape<ZoneOffsets> Zone
    {
        get
        {
            var name = Scalars.Text("a time zone like Europe/Stockholm", 60);
            return new(name.Expected, value =>
            {
                var faults = value.Faults.Count;
                var written = name.Read(value);
                var zone = zones.Find(written);
                if (zone is null && value.Faults.Count == faults)
                {
                    value.Fault(zones.Names.Any()
                        ? $"{value.Quoted} is no time zone of the tz database; {Meant(written)}"
                        : $"{value.Quoted} is not known here; synthesis writes the policy's time zones beside it, into {TimeZoneFile.Name}");
                }

                return zone!;
            });
        }
    }

    private string Meant(string written) =>
        (zones.Names.FirstOrDefault(name => name.EndsWith($"/{written.Replace(' ', '_')}", StringComparison.OrdinalIgnoreCase)) ?? NearestName.Of(written, zones.Names)) is { } meant
            ? $"did you mean \"{meant}\"?"
            : "write it like Europe/Stockholm, America/New_York or UTC";

    private static Shape<bool[]> Weekdays
    {
        get
        {
            var list = Shape.NonEmptyList("a list of weekdays", Scalars.OneOf(WeekdayNames));
            return new(list.Expected, value =>
            {
                PersonIds.RefuseRepetitions(value);
                var names = list.Read(value);
                var days = new bool[WeekdayNames.Count];
                for (var day = 0; day < days.Length; day++)
                {
                    days[day] = names.Contains(WeekdayNames[day].Text);
                }

                return days;
            });
        }
    }

    private static Shape<DateTime> Moment(string format, string expected) => new(expected, value =>
    {
        if (!DateTime.TryParseExact(value.Text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            value.Fault($"is {value.Quoted}; expected {expected}");
        }
        else if (moment.Year is < FirstYear or > LastYear)
        {
            value.Fault($"is {value.Quoted}; allowed are the years {FirstYear} to {LastYear}");
        }

        return moment;
    });
}
