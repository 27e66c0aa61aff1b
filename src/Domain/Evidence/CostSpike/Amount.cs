using System.Globalization;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Amounts of money as AWS writes them: decimal texts, sometimes with an exponent.</summary>
internal static class Amount
{
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>Null for what is no number, negative (a credit is no cost) or absurdly large.</summary>
    public static decimal? Read(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= Largest ? value : null;
}
