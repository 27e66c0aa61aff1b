using System.Globalization;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Evidence;

/// <summary>Numbers in the sentences of a diagnosis.</summary>
internal static class Numerals
{
    private const double LargestRatio = 1_000_000;

    private static readonly (double Size, string Unit)[] Sizes = [(1e15, "PB"), (1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1, "B")];

    /// <summary>Whole from 10 on, else two digits: <c>412,000</c>, <c>4.5</c>, <c>0.042</c>.</summary>
    /// <param name="value">At least 0; far fewer than decimals can hold.</param>
    public static string Count(double value) => Plain(value >= 10 ? decimal.Round((decimal)value, MidpointRounding.AwayFromZero) : TwoDigits((decimal)value));

    /// <summary>Two significant digits: <c>96</c>, <c>1.5</c>, <c>1,200</c>; <c>more than 1,000,000</c> beyond that.</summary>
    public static string Ratio(double value) => value > LargestRatio ? "more than 1,000,000" : Plain(TwoDigits((decimal)value));

    /// <summary><c>$1,234</c>, <c>1,234 EUR</c>; without a unit the number alone.</summary>
    public static string Money(decimal value, string? unit) => unit switch
    {
        "USD" => Figures.Dollars(value),
        null or "" => Figures.Money(Whole(value)),
        _ => $"{Figures.Money(Whole(value))} {unit}",
    };

    /// <summary><c>1.2 TB</c>.</summary>
    public static string Bytes(double value)
    {
        var (size, unit) = Sizes.FirstOrDefault(row => value >= row.Size, Sizes[^1]);
        return $"{Plain(decimal.Round((decimal)(value / size), 1, MidpointRounding.AwayFromZero))} {unit}";
    }

    /// <summary><c>820 ms</c>, <c>12 s</c>.</summary>
    public static string Milliseconds(double value) => value < 10_000 ? $"{Count(value)} ms" : $"{Count(value / 1_000)} s";

    private static decimal Whole(decimal value) => decimal.Abs(value) >= 100 ? decimal.Round(value, MidpointRounding.AwayFromZero) : value;

    private static decimal TwoDigits(decimal value)
    {
        var step = 1m;
        while (value / step >= 100)
        {
            step *= 10;
        }

        while (value / step < 10 && step > 0.000_001m)
        {
            step /= 10;
        }

        return decimal.Round(value / step, MidpointRounding.AwayFromZero) * step;
    }

    private static string Plain(decimal value) => value.ToString("#,##0.#######", CultureInfo.InvariantCulture);
}
