using System.Globalization;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Policy.Reading;

namespace IncidentServerless.Domain.OnCall;

/// <summary>
/// <c>time-zones.json</c>: the clock changes of the zones that a policy names, written at synthesis beside the policy, because a whole
/// database of time zones would be a tenth of the functions' binary. For each zone its local time at the beginning, then the one that each change made:
/// <c>{ "Europe/Stockholm": ["2000-01-01T00:00:00+01:00", "2000-03-26T03:00:00+02:00"] }</c>.
/// </summary>
public sealed class TimeZoneFile : ITimeZones
{
    public const string Name = "time-zones.json";

    private const string Format = "yyyy-MM-dd'T'HH:mm:sszzz";
    private static readonly DateTime Eldest = new(2000, 1, 1);
    private readonly Dictionary<string, ZoneOffsets> _zones = [];

    private TimeZoneFile()
    {
    }

    /// <summary>No zones at all.</summary>
    public static TimeZoneFile Empty { get; } = new();

    public IEnumerable<string> Names => _zones.Keys;

    public ZoneOffsets? Find(string id) => _zones.GetValueOrDefault(id);

    /// <exception cref="PolicyException">It is not as <see cref="Print"/> writes it; the message names every fault.</exception>
    public static TimeZoneFile Parse(string json)
    {
        var faults = new FaultList();
        var zones = new TimeZoneFile();
        foreach (var (name, changes) in PolicyText.Parse(json, faults).Members)
        {
            zones._zones[name] = Zone(name, changes);
        }

        faults.ThrowIfAny();
        return zones;
    }

    /// <summary>A line for each zone, in the order of their names, each once.</summary>
    public static string Print(IEnumerable<ZoneOffsets> zones)
    {
        var lines = zones.DistinctBy(zone => zone.Id).OrderBy(zone => zone.Id, StringComparer.Ordinal).Select(zone => $"  \"{zone.Id}\": [{string.Join(", ", Moments(zone))}]");
        return $"{{\n{string.Join(",\n", lines)}\n}}\n";
    }

    private static ZoneOffsets Zone(string name, PolicyValue changes)
    {
        if (changes.Elements is [var first, ..])
        {
            return new ZoneOffsets(name, Moment(first).Offset, [.. changes.Elements.Skip(1).Select(Change)]);
        }

        changes.Fault($"is {changes.Quoted}; expected a list of the zone's local times after each change of its clocks");
        return new ZoneOffsets(name, TimeSpan.Zero, []);
    }

    private static OffsetChange Change(PolicyValue value)
    {
        var moment = Moment(value);
        return new OffsetChange(moment.ToUniversalTime(), moment.Offset);
    }

    private static DateTimeOffset Moment(PolicyValue value)
    {
        if (!DateTimeOffset.TryParseExact(value.Text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            value.Fault($"is {value.Quoted}; expected a local time like 2026-03-29T03:00:00+02:00");
        }

        return moment;
    }

    private static IEnumerable<string> Moments(ZoneOffsets zone) =>
        zone.Changes.Select(change => change.At.ToOffset(change.Offset)).Prepend(new DateTimeOffset(Eldest, zone.First)).Select(moment => $"\"{moment.ToString(Format, CultureInfo.InvariantCulture)}\"");
}
