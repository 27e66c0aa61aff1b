using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Signals.Sources.Cost;

/// <summary>How amounts of money and usage are read and written.</summary>
internal static partial class Figures
{
    /// <summary>To two decimals, and four below 1: <c>1,044.5</c>, <c>0.0125</c>.</summary>
    public static string Plain(decimal value) => value.ToString(decimal.Abs(value) >= 1 ? "#,##0.##" : "0.####", CultureInfo.InvariantCulture);

    /// <summary>Both decimals or none, and up to four below 1: <c>5,200</c>, <c>18.50</c>, <c>0.0125</c>.</summary>
    public static string Money(decimal value) =>
        value.ToString(decimal.IsInteger(value) ? "#,##0" : decimal.Abs(value) >= 1 ? "#,##0.00" : "0.00##", CultureInfo.InvariantCulture);

    /// <summary>US dollars, whole from 100 on: <c>$1,301</c>, <c>$12.50</c>, <c>-$3</c>.</summary>
    public static string Dollars(decimal value)
    {
        var size = decimal.Abs(value);
        return $"{(value < 0 ? "-" : "")}${Money(size >= 100 ? decimal.Round(size, MidpointRounding.AwayFromZero) : size)}";
    }

    /// <summary>Whole from 200 on, else to one decimal: <c>334%</c>, <c>104.2%</c>.</summary>
    public static string Percent(decimal value) =>
        $"{(decimal.Abs(value) >= 200 ? decimal.Round(value, MidpointRounding.AwayFromZero) : value).ToString("#,##0.#", CultureInfo.InvariantCulture)}%";

    /// <summary>
    /// A number as AWS's mails write it: thousands are parted by commas, decimals by a point. A single comma before one, two or more than three
    /// digits, or after a point, is a decimal one.
    /// </summary>
    /// <returns>Null for anything else, and for more than 15 whole digits.</returns>
    public static decimal? Parse(string text)
    {
        var isContinental = Continental().IsMatch(text);
        var plain = isContinental ? text.Replace(".", "").Replace(',', '.') : text.Replace(",", "");
        return Number().IsMatch(plain) && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? decimal.Round(value, 6)
            : null;
    }

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{3})+,[0-9]{1,6}\z|^[0-9]{1,15},([0-9]{1,2}|[0-9]{4,6})\z")]
    private static partial Regex Continental();

    [GeneratedRegex(@"^[0-9]{1,15}(\.[0-9]{1,12})?\z")]
    private static partial Regex Number();
}
