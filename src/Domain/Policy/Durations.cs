namespace IncidentServerless.Domain.Policy;

/// <summary>Durations in words, for people.</summary>
public static class Durations
{
    /// <summary>The two largest units that say it: <c>15 min</c>, <c>1 h 30 min</c>, <c>2 d</c>; under a minute in seconds.</summary>
    public static string InWords(TimeSpan duration)
    {
        Part[] parts =
        [
            new((long)duration.TotalDays, "d"),
            new(duration.Hours, "h"),
            new(duration.Minutes, "min"),
            new(duration.Seconds, "s"),
        ];
        var first = Array.FindIndex(parts, part => part.Count > 0);
        if (first < 0)
        {
            return "0 s";
        }

        return string.Join(' ', parts.Skip(first).Take(2).Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Unit}"));
    }

    private sealed record Part(long Count, string Unit);
}
