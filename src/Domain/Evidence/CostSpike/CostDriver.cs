using System.Collections.Immutable;
using System.Globalization;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>The services whose costs rose on the last whole day.</summary>
/// <param name="Spikes">Far above their usual and no small change, by how much more they cost, the most first.</param>
internal sealed record CostDriver(DailyCosts Costs, ImmutableArray<CostLine> Spikes)
{
    /// <summary>Of all that was spent on the day; a service that adds less explains nothing.</summary>
    private const decimal LeastShare = 0.02m;

    // Booked on one day of the month, by nobody's use.
    private static readonly string[] Booked = ["Tax", "Support", "Refund", "Credit", "Registrar", "Savings Plan"];

    /// <summary>The service that adds most; null when none is above its usual.</summary>
    public CostLine? Top => Spikes.IsEmpty ? null : Spikes[0];

    public static CostDriver Of(DailyCosts costs) => new(
        costs, [.. costs.Lines.Where(line => line.IsSpike && !Booked.Any(word => line.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) && line.Increase >= LeastShare * costs.Lines.Sum(each => each.Last)).OrderByDescending(line => line.Increase).ThenBy(line => line.Name, StringComparer.Ordinal)]);

    /// <summary><c>AWS Lambda cost $480 on 2026-03-01, 12 times its usual $40 a day</c>.</summary>
    public string Say(CostLine line) => $"{line.Name} cost {Numerals.Money(line.Last, Costs.Unit)} on {LastDay}, {line.Compared(Costs.Unit)}";

    public string LastDay => Costs.Days[^1].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
