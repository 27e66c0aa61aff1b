using System.Globalization;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Ratios and money for people.</summary>
internal static class CostRatio
{
    /// <summary>To two significant digits, and to whole numbers from 10 on: <c>3.2</c>, <c>96</c>, <c>1,300</c>.</summary>
    public static string Print(double ratio)
    {
        if (ratio is <= 0 or >= 1e12 || !double.IsFinite(ratio))
        {
            return "very many";
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(ratio)) - 1);
        var rounded = Math.Round(ratio / step) * step;
        return rounded >= 10 ? rounded.ToString("#,0", CultureInfo.InvariantCulture) : rounded.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary><c>$1,234</c>; below 100 with cents.</summary>
    public static string Money(double amount) => amount < 100
        ? amount.ToString("$0.00", CultureInfo.InvariantCulture)
        : amount.ToString("$#,0", CultureInfo.InvariantCulture);
}
