using System.Collections.Immutable;
using System.Globalization;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What was spent on each whole day that was seen. A service without an entry for a day cost nothing on it: Cost Explorer leaves such entries out.</summary>
/// <param name="Days">In order, each once.</param>
/// <param name="Lines">By service, each as many amounts as there are days.</param>
/// <param name="Unit">Null when nobody says it.</param>
internal sealed record DailyCosts(ImmutableArray<DateOnly> Days, ImmutableArray<CostLine> Lines, string? Unit)
{
    public bool IsSeen => !Days.IsEmpty;

    /// <summary>All services together, by day.</summary>
    public ImmutableArray<decimal> Totals => [.. Days.Select((_, day) => Lines.Sum(line => line.Amounts[day]))];

    public static DailyCosts Of(Gathered<ServiceCost>? costs, Lookback times) =>
        Of(costs.Told().Select(told => new CostEntry(PlainName.Of(told.Service), told.Day, told.Amount)), times) with
        {
            Unit = costs.Told().Select(told => PlainName.Of(told.Unit)).Where(unit => unit.Length > 0).Order(StringComparer.Ordinal).FirstOrDefault(),
        };

    /// <summary>Entries that name nothing, no day or no amount are left out; of several for one day the larger counts.</summary>
    public static DailyCosts Of(IEnumerable<CostEntry> entries, Lookback times)
    {
        var end = Date(times.LastDay) ?? DateOnly.MaxValue;
        var read = (
            from entry in entries
            where entry.Name.Length > 0
            let day = Date(entry.Day)
            let amount = Amount.Read(entry.Amount)
            where day < end && amount is not null
            group amount.Value by new { entry.Name, Day = day.Value } into same
            select new { same.Key.Name, same.Key.Day, Amount = same.Max() }).ToList();
        ImmutableArray<DateOnly> days = [.. read.Select(entry => entry.Day).Distinct().Order()];
        var lines =
            from entry in read
            group entry by entry.Name into service
            orderby service.Key
            let amounts = service.ToDictionary(entry => entry.Day, entry => entry.Amount)
            select new CostLine(service.Key, [.. days.Select(day => amounts.GetValueOrDefault(day))]);
        return new DailyCosts(days, [.. lines], null);
    }

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>What Cost Explorer says of one day, as it says it.</summary>
internal sealed record CostEntry(string Name, string? Day, string? Amount);
