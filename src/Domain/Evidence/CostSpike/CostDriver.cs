using System.Globalization;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>The service whose last whole day lies most above its own baseline, which is the median of its earlier days.</summary>
/// <param name="Last">Of the last whole day.</param>
/// <param name="Ratio">Last over baseline; null when there was no cost before.</param>
internal sealed record CostDriver(string Service, double Last, double Usual, double? Ratio)
{
    private const double SpikeRatio = 1.5;
    private const double LeastMoney = 1;
    private const double SteadyRise = 0.2;

    /// <summary>Null when no service spikes.</summary>
    public static CostDriver? Of(IReadOnlyList<CostRow> rows)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var lastDay = rows.Max(row => row.Day);
        return rows.GroupBy(row => row.Name)
            .Select(service =>
            {
                var last = service.Where(row => row.Day == lastDay).Sum(row => row.Amount);
                var usual = Baseline.Median([.. service.Where(row => row.Day != lastDay).Select(row => row.Amount)]) ?? 0;
                return new CostDriver(service.Key, last, usual, usual > 0 ? last / usual : null);
            })
            .Where(driver => driver.Last - driver.Usual >= LeastMoney && driver.Last >= driver.Usual * SpikeRatio && rows.Any(row => row.Day != lastDay))
            .OrderByDescending(driver => driver.Last - driver.Usual).ThenBy(driver => driver.Service, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>The days' totals where they rise by a fifth or more without a jump; null when they do not.</summary>
    public static (double First, double Last)? SteadyGrowth(IReadOnlyList<CostRow> rows)
    {
        double[] days = [.. rows.GroupBy(row => row.Day).OrderBy(day => day.Key, StringComparer.Ordinal).Select(day => day.Sum(row => row.Amount))];
        if (days.Length < 4 || days[^1] - days[0] < LeastMoney || days[^1] < days[0] * (1 + SteadyRise))
        {
            return null;
        }

        var rise = days[^1] - days[0];
        var jump = days.Zip(days.Skip(1), (before, after) => after - before).Max();
        return jump <= rise / 2 ? (days[0], days[^1]) : null;
    }

    public string InWords => Ratio is { } ratio
        ? $"{Service} cost {CostRatio.Money(Last)} on the last whole day, {CostRatio.Print(ratio)} times its usual {CostRatio.Money(Usual)}"
        : $"{Service} cost {CostRatio.Money(Last)} on the last whole day, and nothing before";
}

/// <summary>One day of one service or usage type, read.</summary>
internal sealed record CostRow(string Name, string Day, double Amount)
{
    /// <summary>What cannot be read is left out; of a day that is there twice the larger amount counts.</summary>
    public static IReadOnlyList<CostRow> Read(IEnumerable<(string? Name, string? Day, string? Amount)> rows) =>
    [
        .. rows.Where(row => !string.IsNullOrWhiteSpace(row.Name) && DateOnly.TryParseExact(row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Select(row => (row.Name, row.Day, Amount: double.TryParse(row.Amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount) && amount is >= 0 and < 1e12 ? amount : (double?)null))
            .Where(row => row.Amount is not null)
            .GroupBy(row => (row.Name, row.Day))
            .Select(same => new CostRow(same.Key.Name!, same.Key.Day!, same.Max(row => row.Amount!.Value)))
            .OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Day, StringComparer.Ordinal),
    ];
}
