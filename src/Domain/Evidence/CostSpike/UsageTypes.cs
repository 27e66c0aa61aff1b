using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What within a service grew.</summary>
internal static class UsageTypes
{
    /// <summary>A sentence about the usage type that adds most to the service's cost on its last day; null when none is known to grow.</summary>
    public static string? GrownMost(Gathered<UsageCost>? usage, string service, string? unit, Lookback times)
    {
        var costs = DailyCosts.Of(usage.Told().Where(told => PlainName.Of(told.Service) == service).Select(told => new CostEntry(PlainName.Of(told.UsageType), told.Day, told.Amount)), times);
        var most = costs.Lines.Where(line => line.Amounts.Length > 1 && line.Increase > 0).OrderByDescending(line => line.Increase).ThenBy(line => line.Name, StringComparer.Ordinal).FirstOrDefault();
        return most is null ? null : $"Most of it is {most.Name}: {Numerals.Money(most.Last, unit)}, usually {Numerals.Money(most.Baseline, unit)}.";
    }
}
