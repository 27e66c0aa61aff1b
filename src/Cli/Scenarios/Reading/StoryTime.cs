using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentServerless.Cli.Scenarios.Reading;

/// <summary>Times of a story: <c>+90s</c>, <c>+5m</c>, <c>+1h30m</c>, <c>+14d</c> from its start; <c>-30s</c> is before.</summary>
internal static partial class StoryTime
{
    public const string Expected = "a time from the start such as +90s, +5m or +1h30m";

    public static TimeSpan? Parse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var parts = new[] { "d", "h", "m", "s" }.Select(unit => match.Groups[unit]).ToList();
        if (!parts.Exists(part => part.Success))
        {
            return null;
        }

        var numbers = parts.Select(part => part.Success ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0).ToList();
        var time = new TimeSpan(numbers[0], numbers[1], numbers[2], numbers[3]);
        return match.Groups["sign"].Value == "-" ? -time : time;
    }

    /// <summary>As <see cref="Parse"/> reads it, to the nearest second: <c>+1h30m</c>, <c>+0s</c>.</summary>
    public static string Print(TimeSpan time)
    {
        var left = TimeSpan.FromSeconds(Math.Round(time.Duration().TotalSeconds));
        (int Count, string Unit)[] parts = [((int)left.TotalDays, "d"), (left.Hours, "h"), (left.Minutes, "m"), (left.Seconds, "s")];
        var text = string.Concat(parts.Where(part => part.Count > 0).Select(part => $"{part.Count}{part.Unit}"));
        return (time < TimeSpan.Zero ? "-" : "+") + (text.Length > 0 ? text : "0s");
    }

    [GeneratedRegex("^(?<sign>[+-])(?:(?<d>[0-9]{1,3})d)?(?:(?<h>[0-9]{1,4})h)?(?:(?<m>[0-9]{1,5})m)?(?:(?<s>[0-9]{1,6})s)?$")]
    private static partial Regex Pattern();
}
