using System.Globalization;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Messages.Text;

/// <summary>Moments and durations in words. Always UTC: an incident has readers in several zones.</summary>
public static class Times
{
    /// <summary><c>2026-11-23 10:02 UTC</c>.</summary>
    public static string Moment(DateTimeOffset at) => Format(at, "yyyy-MM-dd HH:mm 'UTC'");

    /// <summary><c>2026-11-23</c>.</summary>
    public static string Day(DateTimeOffset at) => Format(at, "yyyy-MM-dd");

    /// <summary><c>10:02 UTC</c> on the day of <paramref name="now"/>, with the date on any other.</summary>
    public static string Clock(DateTimeOffset at, DateTimeOffset now) =>
        at.UtcDateTime.Date == now.UtcDateTime.Date ? Format(at, "HH:mm 'UTC'") : Moment(at);

    /// <summary><c>2026-11-23T10:02:00Z</c>, for machines.</summary>
    public static string Iso(DateTimeOffset at) => Format(at, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary><c>3 min ago</c>, <c>in 1 h 5 min</c>, rounded down to minutes; <c>just now</c> within one.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now) => (at - now) switch
    {
        var ahead when ahead >= TimeSpan.FromMinutes(1) => $"in {Durations.InWords(WholeMinutes(ahead))}",
        var ahead when ahead <= TimeSpan.FromMinutes(-1) => $"{Durations.InWords(WholeMinutes(-ahead))} ago",
        _ => "just now",
    };

    /// <summary><c>1 signal</c>, <c>10 signals</c>.</summary>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static TimeSpan WholeMinutes(TimeSpan span) => TimeSpan.FromMinutes(Math.Floor(span.TotalMinutes));

    private static string Format(DateTimeOffset at, string format) => at.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);
}
