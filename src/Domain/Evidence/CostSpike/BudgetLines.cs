using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>How budgets stand, a sentence each.</summary>
internal static class BudgetLines
{
    private const int Most = 2;

    /// <summary>At most two: the incident's own first, then by what is spent of them.</summary>
    /// <param name="own">The budget that the incident is about; null when it is about none.</param>
    public static IEnumerable<string> Of(Gathered<BudgetState>? budgets, string? own) => (
        from told in budgets.Told()
        let spent = Amount.Read(told.Actual)
        where spent is not null && PlainName.Of(told.Name).Length > 0
        let limit = Amount.Read(told.Limit)
        let share = limit > 0 ? (double)spent / (double)limit : 0
        let sentence = Say(told, spent.Value, limit, share)
        orderby told.Name == own descending, share descending, sentence
        select sentence).Distinct().Take(Most);

    private static string Say(BudgetState told, decimal spent, decimal? limit, double? share)
    {
        var unit = PlainName.Of(told.Unit);
        var of = limit is null ? "" : $" of {Numerals.Money(limit.Value, unit)}";
        var percent = share is > 0 and < 1e6 ? $" ({Figures.Percent(decimal.Round((decimal)share.Value * 100, MidpointRounding.AwayFromZero))})" : "";
        var forecast = Amount.Read(told.Forecast) is { } ahead ? $", forecast {Numerals.Money(ahead, unit)}" : "";
        return $"Budget {PlainName.Of(told.Name)}: {Numerals.Money(spent, unit)}{of} spent{percent}{forecast}.";
    }
}
