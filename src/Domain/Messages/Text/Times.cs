using System.Globalization;

namespace IncidentServerless.Domain.Messages.Text;

/// <summary>Moments and durations in words. Always UTC: an incident has readers in several zones.</summary>
public static class Times
{
    /// <summary><c>2026-11-23 10:02 UTC</c>.</summary>
    public static string Moment(DateTimeOffset at) => Format(at, "yyyy-MM-dd HH:mm 'UTC'");

    /// <summary><c>10:02 UTC</c> on the day of <paramref name="now"/>, with the date on any other.</summary>
    public static string Clock(DateTimeOffset at, DateTimeOffset now) =>
        at.UtcDateTime.Date == now.UtcDateTime.Date ? Format(at, "HH:mm 'UTC'") : Moment(at);

    /// <summary><c>2026-11-23T10:02:00Z</c>, for machines.</summary>
    public static string Iso(DateTimeOffset at) => Format(at, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary><c>3 minutes ago</c>, <c>in 5 minutes</c>, <c>just now</c> within a minute.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now) => (at - now) switch
    {
        var ahead when ahead >= TimeSpan.FromMinutes(1) => $"in {Duration(ahead)}",
        var ahead when ahead <= TimeSpan.FromMinutes(-1) => $"{Duration(-ahead)} ago",
        _ => "just now",
    };

    /// <summary>The two largest units, rounded down: <c>1 hour 30 minutes</c>, <c>2 days</c>, <c>45 seconds</c>.</summary>
    public static string Duration(TimeSpan span) => span switch
    {
        _ when span < TimeSpan.FromMinutes(1) => Count(Math.Max(0, (int)span.TotalSeconds), "second"),
        _ when span < TimeSpan.FromHours(1) => Count((int)span.TotalMinutes, "minute"),
        _ when span < TimeSpan.FromHours(48) => Two((int)span.TotalHours, "hour", span.Minutes, "minute"),
        _ => Two((int)span.TotalDays, "day", span.Hours, "hour"),
    };

    /// <summary><c>1 signal</c>, <c>10 signals</c>.</summary>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Count(large, largeUnit) : $"{Count(large, largeUnit)} {Count(small, smallUnit)}";

    private static string Format(DateTimeOffset at, string format) => at.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);
}
