using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Signals.Sources.Budgets;

/// <summary>An amount of a budget mail: money in any currency, usage with its unit, or a percentage.</summary>
/// <param name="Before">What stands before the number, for example <c>$</c>; may be empty.</param>
/// <param name="After">What stands behind it, for example <c>%</c> or <c> GB</c>; may be empty.</param>
public sealed partial record BudgetAmount(decimal Value, string Before, string After)
{
    private const int LongestText = 80;

    public bool IsPercent => After == "%";

    /// <summary><c>$5,200</c>, <c>12.5 GB</c>, <c>80%</c>.</summary>
    public override string ToString() => $"{(Value < 0 ? "-" : "")}{Before}{(Before.Length > 0 ? Figures.Money(decimal.Abs(Value)) : Figures.Plain(decimal.Abs(Value)))}{After}";

    /// <summary>Null when the text is no number with its unit.</summary>
    public static BudgetAmount? Parse(string? text)
    {
        if (Form().Match(PlainText.Line(text, LongestText)) is not { Success: true } match || Figures.Parse(match.Groups["number"].Value) is not { } value)
        {
            return null;
        }

        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value.Trim());
        return new BudgetAmount(
            match.Groups["minus"].Success ? -value : value,
            before.Length > 1 && char.IsLetter(before[^1]) ? $"{before} " : before,
            after.StartsWith('%') ? "%" : after.Length > 0 ? $" {after}" : "");
    }

    [GeneratedRegex(@"^(?<minus>-)?\s?(?<before>[^\s\d.,+-]{0,4})\s?(?<minus>-)?\s?(?<number>[0-9][0-9.,]{0,30})\s?(?<after>[^\s\d.,].{0,40})?\z")]
    private static partial Regex Form();
}
