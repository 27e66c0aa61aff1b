using System.Collections.Immutable;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What one service or usage type cost, the oldest day first; at least one day.</summary>
internal sealed record CostLine(string Name, ImmutableArray<decimal> Amounts)
{
    private const decimal Times = 1.5m;
    private const decimal LeastIncrease = 1;

    public decimal Last => Amounts[^1];

    /// <summary>The median of the days before the last; zero when there is none.</summary>
    public decimal Baseline { get; } = Median([.. Amounts.SkipLast(1).Order()]);

    public decimal Increase => Last - Baseline;

    public bool IsSpike => Amounts.Length > 1 && Last >= Times * Baseline && Increase >= LeastIncrease;

    /// <summary><c>12 times its usual $40</c>, for a spike.</summary>
    public string Compared(string? unit) => Baseline > 0
        ? $"{Numerals.Ratio((double)Last / (double)Baseline)} times its usual {Numerals.Money(Baseline, unit)} a day"
        : "and usually costs nothing";

    private static decimal Median(ImmutableArray<decimal> sorted) => sorted.IsEmpty ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
