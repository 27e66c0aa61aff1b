using System.Collections.Immutable;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What the costs alone say, when no usage stands out.</summary>
internal static class CostFinding
{
    private const int MostSpikes = 5;
    private const int MostGrown = 3;

    /// <summary>Costs must have been seen.</summary>
    public static Diagnosis Of(CostDriver driver, CostSpikeEvidence evidence, RunbookContext context) =>
        SteadyGrowth.Of(driver.Costs.Totals) is { } growth ? Growing(growth, driver)
        : driver.Top is { } top ? Spiking(top, driver, evidence, context)
        : Usual(driver);

    private static Diagnosis Growing(SteadyGrowth growth, CostDriver driver)
    {
        var unit = driver.Costs.Unit;
        return new Diagnosis
        {
            Finding = CostSpikeFindings.SteadyGrowth,
            Summary = $"All costs together rose steadily, from {Numerals.Money(growth.First, unit)} to {Numerals.Money(growth.Last, unit)} a day ({Percent(growth.Rise)} more) within {driver.Costs.Days.Length} days, without a jump; no usage stands out.",
            Confidence = Confidence.Medium,
            Support = [.. GrownMost(driver).Take(MostGrown), .. driver.Spikes.Take(MostSpikes).Select(line => $"{driver.Say(line)}.")],
        };
    }

    private static IEnumerable<string> GrownMost(CostDriver driver) =>
        from line in driver.Costs.Lines
        let rise = line.Last - line.Amounts[0]
        where rise > 0
        orderby rise descending, line.Name
        select $"{line.Name} rose from {Numerals.Money(line.Amounts[0], driver.Costs.Unit)} to {Numerals.Money(line.Last, driver.Costs.Unit)} a day.";

    private static Diagnosis Spiking(CostLine top, CostDriver driver, CostSpikeEvidence evidence, RunbookContext context) => new()
    {
        Finding = CostSpikeFindings.SpikeOfService,
        Summary = string.Join(' ', new[] { $"{driver.Say(top)}.", UsageTypes.GrownMost(evidence.Usage, top.Name, driver.Costs.Unit, context.Times), "No usage that was seen stands out." }.Where(part => part is not null)),
        Confidence = Confidence.Medium,
        Support = [.. driver.Spikes.Skip(1).Take(MostSpikes).Select(line => $"{driver.Say(line)}.")],
    };

    private static Diagnosis Usual(CostDriver driver)
    {
        var unit = driver.Costs.Unit;
        ImmutableArray<decimal> totals = driver.Costs.Totals;
        var total = new CostLine("All services", totals);
        return new Diagnosis
        {
            Finding = CostSpikeFindings.NoSpike,
            Summary = totals.Length > 1
                ? $"No service is above its usual costs: all together cost {Numerals.Money(total.Last, unit)} on {driver.LastDay}, usually {Numerals.Money(total.Baseline, unit)} a day. Costs lag by up to a day."
                : $"All services together cost {Numerals.Money(total.Last, unit)} on {driver.LastDay}; no other day was seen to compare it with.",
            Confidence = totals.Length > 1 ? Confidence.Medium : Confidence.Low,
        };
    }

    private static string Percent(decimal part) => Figures.Percent(decimal.Round(part * 100, MidpointRounding.AwayFromZero));
}
