using System.Globalization;

namespace IncidentServerless.Domain.Messages.Text;

/// <summary>Numbers for people.</summary>
public static class Numbers
{
    /// <summary><c>412,000</c>; below 10 with at most one decimal, <c>4.5</c>.</summary>
    public static string Count(double number) => Math.Abs(number) < 10
        ? number.ToString("0.#", CultureInfo.InvariantCulture)
        : Math.Abs(number) < 1e15 ? number.ToString("#,0", CultureInfo.InvariantCulture) : number.ToString("0.##E+0", CultureInfo.InvariantCulture);
}
