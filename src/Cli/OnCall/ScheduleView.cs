using System.Text.Json.Nodes;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Cli.OnCall;

/// <summary>What <c>incident oncall</c> tells of a schedule.</summary>
/// <param name="At">In the schedule's local time.</param>
/// <param name="Now">Who it is at that time, until somebody else is; at the latest until after <see cref="Horizon"/>.</param>
/// <param name="Then">The first shift of somebody else; null when nothing changes within <see cref="Horizon"/>.</param>
/// <param name="Next">The shifts of the time that was asked for; empty when none was.</param>
/// <param name="Levels">Which levels of which escalation name it, in words. May be empty.</param>
internal sealed record ScheduleView(Schedule Schedule, IncidentPolicy Policy, DateTimeOffset At, Shift Now, Shift? Then, IReadOnlyList<Shift> Next, IReadOnlyList<string> Levels)
{
    /// <summary>How far is looked for the next hand-over.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(366);

    /// <param name="next">How much of the time that follows to tell; null for none.</param>
    public static ScheduleView Of(Schedule schedule, IncidentPolicy policy, DateTimeOffset at, TimeSpan? next)
    {
        var now = Shifts.Of(schedule, at, at + Horizon).First();
        var then = Shifts.Of(schedule, at, at + Horizon).FirstOrDefault(shift => shift.Duty?.Person != now.Duty?.Person);
        return new ScheduleView(
            schedule,
            policy,
            schedule.Zone.Local(at),
            now with { Until = then?.From ?? schedule.Zone.Local(at + Horizon) },
            then,
            next is { } length ? [.. Shifts.Of(schedule, at, at + length)] : [],
            [.. policy.Escalation.OrderBy(row => row.Key).SelectMany(row => LevelsOf(row.Key, row.Value, schedule.Name))]);
    }

    public string NameOf(Duty duty) => Policy.People[duty.Person].Name;

    /// <summary><c>layer Weekly</c>, or <c>override: Ana is at a wedding.</c></summary>
    public static string Decider(Duty duty) => duty switch
    {
        { Layer: { } layer } => $"layer {layer.Name}",
        { Override.Why: { } why } => $"override: {why}",
        _ => "override",
    };

    public JsonObject ToNode()
    {
        var node = new JsonObject
        {
            ["schedule"] = Schedule.Name,
            ["timeZone"] = Schedule.Zone.Id,
            ["at"] = Moment(At),
            ["now"] = Node(Now),
            ["levels"] = new JsonArray([.. Levels.Select(level => (JsonNode)level)]),
        };
        if (Next is not [])
        {
            node["next"] = new JsonArray([.. Next.Select(Node)]);
        }

        return node;
    }

    private JsonNode Node(Shift shift) => new JsonObject
    {
        ["from"] = Moment(shift.From),
        ["until"] = Moment(shift.Until),
        ["person"] = shift.Duty?.Person,
        ["name"] = shift.Duty is { } duty ? NameOf(duty) : null,
        ["layer"] = shift.Duty?.Layer?.Name,
        ["override"] = shift.Duty?.Override is not null,
    };

    private static IEnumerable<string> LevelsOf(SeverityLevel severity, Escalation escalation, string schedule) => escalation.Levels
        .Select((level, index) => (level, index))
        .Where(each => each.level.OnCall == schedule)
        .Select(each => $"{Words.Of(severity)} level {each.index + 1} ({each.level.Notify})");

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
