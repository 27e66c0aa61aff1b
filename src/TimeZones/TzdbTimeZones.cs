using System.Collections.Concurrent;
using System.Globalization;
using IncidentServerless.Domain.OnCall;
using NodaTime;
using NodaTime.TimeZones;

namespace IncidentServerless.TimeZones;

/// <summary>
/// Every zone of the tz database, as NodaTime carries it: for whoever reads a policy before it is deployed. The functions read what
/// <see cref="TimeZoneFile"/> wrote, since the database is larger than their binary has room for.
/// </summary>
public sealed class TzdbTimeZones : ITimeZones
{
    private const int FirstYear = 2000;
    private const int YearsAhead = 20;

    private readonly TzdbDateTimeZoneSource _source = TzdbDateTimeZoneSource.Default;
    private readonly ConcurrentDictionary<string, ZoneOffsets?> _asked = new(StringComparer.Ordinal);
    private readonly Interval _known;

    private TzdbTimeZones()
    {
        // Counted from the release of the data and not from today: the same policy gives the same file.
        var released = int.Parse(_source.TzdbVersion.AsSpan(0, 4), CultureInfo.InvariantCulture);
        _known = new Interval(Instant.FromUtc(FirstYear, 1, 1, 0, 0), Instant.FromUtc(released + YearsAhead, 1, 1, 0, 0));
    }

    public static TzdbTimeZones All { get; } = new();

    public IEnumerable<string> Names => _source.GetIds().Order(StringComparer.Ordinal);

    /// <summary>Its changes from 2000 on, until 20 years after the release of the data. What a government decides meanwhile, a later release knows.</summary>
    public ZoneOffsets? Find(string id) => _asked.GetOrAdd(id, Make);

    private ZoneOffsets? Make(string id)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not { } zone)
        {
            return null;
        }

        ZoneInterval[] intervals = [.. zone.GetZoneIntervals(_known, ZoneEqualityComparer.Options.OnlyMatchWallOffset)];
        return new ZoneOffsets(id, Offset(intervals[0]), [.. intervals.Skip(1).Select(interval => new OffsetChange(interval.Start.ToDateTimeOffset(), Offset(interval)))]);
    }

    private static TimeSpan Offset(ZoneInterval interval) => interval.WallOffset.ToTimeSpan();
}
