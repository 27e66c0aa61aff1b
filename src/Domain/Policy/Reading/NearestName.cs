namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest typing errors between, or null when all are too far off to be meant.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var nearest = known
            .Select(name => new { Name = name, Distance = Distance(written.ToLowerInvariant(), name.ToLowerInvariant()) })
            .MinBy(candidate => candidate.Distance);
        return nearest is not null && nearest.Distance <= Math.Max(1, nearest.Name.Length / 3) ? nearest.Name : null;
    }

    /// <summary>For a message: the name that may be meant, else all that there are.</summary>
    /// <param name="whenNone">What to say when nothing is known.</param>
    public static string OrAll(string written, IEnumerable<string> known, string whenNone)
    {
        string[] names = [.. known];
        return names.Length == 0 ? whenNone
            : Of(written, names) is { } meant ? $"did you mean \"{meant}\"?"
            : $"known are {string.Join(", ", names)}";
    }

    /// <summary>Levenshtein: how many characters to insert, delete or change.</summary>
    private static int Distance(string from, string to)
    {
        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var row = 1; row <= from.Length; row++)
        {
            var current = new int[to.Length + 1];
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var change = above[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                current[column] = Math.Min(change, Math.Min(above[column], current[column - 1]) + 1);
            }

            above = current;
        }

        return above[to.Length];
    }
}
