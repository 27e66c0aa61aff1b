using System.Collections.Immutable;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Costs that rise day by day without a jump.</summary>
/// <param name="Rise">As a part of the first day's: 0.2 for 20%.</param>
internal sealed record SteadyGrowth(decimal First, decimal Last, decimal Rise)
{
    private const decimal LeastRise = 0.2m;

    /// <summary>Null when they do not.</summary>
    public static SteadyGrowth? Of(ImmutableArray<decimal> totals)
    {
        if (totals.Length < 2 || totals[0] <= 0)
        {
            return null;
        }

        // Compared without dividing, so that the same costs in another currency give the same answer.
        var rise = totals[^1] - totals[0];
        var largest = totals.Zip(totals.Skip(1), (day, next) => decimal.Abs(next - day)).Max();
        return rise >= LeastRise * totals[0] && 2 * largest <= rise
            ? new SteadyGrowth(totals[0], totals[^1], (decimal)((double)rise / (double)totals[0]))
            : null;
    }
}
