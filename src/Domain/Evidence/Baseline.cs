using System.Collections.Immutable;

namespace IncidentServerless.Domain.Evidence;

/// <summary>What is usual, by numbers in any order; what is no number, or below zero, is left out.</summary>
internal static class Baseline
{
    public static IReadOnlyList<double> Clean(ImmutableArray<double>? numbers) =>
        numbers is { IsDefaultOrEmpty: false } known ? [.. known.Where(number => double.IsFinite(number) && number >= 0 && number < 1e15).Order()] : [];

    /// <summary>The middle one, or the mean of the two in the middle; null when there is none.</summary>
    public static double? Median(IReadOnlyList<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length == 0 ? null
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Of an hour, by the sums of whole days; null when there are none.</summary>
    public static double? UsualHour(ImmutableArray<double>? days) => Median(Clean(days)) / 24;
}
