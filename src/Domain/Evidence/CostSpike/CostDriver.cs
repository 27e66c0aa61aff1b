using System.Collections.Immutable;
using System.Globalization;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>The services whose costs rose on the last whole day.</summary>
/// <param name="Spikes">Far above their usual, by how much more they cost, the most first.</param>
internal sealed record CostDriver(DailyCosts Costs, ImmutableArray<CostLine> Spikes)
{
    /// <summary>The service that adds most; null when none is above its usual.</summary>
    public CostLine? Top => Spikes.IsEmpty ? null : Spikes[0];

    public static CostDriver Of(DailyCosts costs) => new(
        costs, [.. costs.Lines.Where(line => line.IsSpike).OrderByDescending(line => line.Increase).ThenBy(line => line.Name, StringComparer.Ordinal)]);

    /// <summary><c>AWS Lambda cost $480 on 2026-03-01, 12 times its usual $40 a day</c>.</summary>
    public string Say(CostLine line) => $"{line.Name} cost {Numerals.Money(line.Last, Costs.Unit)} on {LastDay}, {line.Compared(Costs.Unit)}";

    public string LastDay => Costs.Days[^1].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
