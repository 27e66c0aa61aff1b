namespace IncidentServerless.Domain.Evidence;

/// <summary>Numbers of a metric as they come from outside. Order never matters.</summary>
internal static class Series
{
    // Beyond it doubles no longer count whole numbers exactly, and nothing that is measured here is so large.
    private const double Largest = 1e15;

    // A smaller one that is not zero is noise, and may become zero when it is divided.
    private const double Smallest = 1e-9;

    /// <summary>Those that can be measured: finite, not negative, neither absurdly large nor small; sorted, because sums of doubles depend on the order.</summary>
    /// <returns>Null when the series was not given, or holds numbers of which none is one.</returns>
    public static double[]? Readable(IReadOnlyList<double>? values)
    {
        if (values is null)
        {
            return null;
        }

        double[] readable = [.. values.Where(IsReadable)];
        Array.Sort(readable);
        return readable.Length == 0 && values.Count > 0 ? null : readable;
    }

    public static bool IsReadable(double value) => value is 0 or (>= Smallest and <= Largest);

    /// <summary>Null when nothing was given.</summary>
    public static double? Sum(IReadOnlyList<double>? values) => Readable(values)?.Sum();

    /// <summary>Null when there is no number.</summary>
    public static double? Average(IReadOnlyList<double>? values) => Readable(values) is { Length: > 0 } given ? given.Average() : null;

    /// <summary>Null when there is no number.</summary>
    public static double? Maximum(IReadOnlyList<double>? values) => Readable(values) is { Length: > 0 } given ? given[^1] : null;

    /// <summary>
    /// The median day; of the days on which there was anything when most have nothing, since CloudWatch leaves such days out and a zero must
    /// mean the same. Null when no day has anything.
    /// </summary>
    public static double? Usual(IReadOnlyList<double>? days)
    {
        if (Readable(days) is not { Length: > 0 } given)
        {
            return null;
        }

        if (Median(given) is > 0 and var median)
        {
            return median;
        }

        double[] active = [.. given.Where(day => day > 0)];
        return active.Length == 0 ? null : Median(active);
    }

    /// <summary>Whether the days were seen, and all of them can be read and have nothing.</summary>
    public static bool IsIdle(IReadOnlyList<double>? days) => days is not null && days.All(day => day == 0);

    /// <summary>Of two numbers that may be missing.</summary>
    public static double? Larger(double? one, double? other) => one is null || other > one ? other : one;

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
