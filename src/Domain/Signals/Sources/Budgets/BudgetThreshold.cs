using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.Budgets;

/// <summary>At what a budget alerts: <c>&gt; $5,000</c>, <c>&gt; 80%</c> of the budgeted amount, <c>&lt; 70%</c> of a reservation's use.</summary>
/// <param name="Relation"><c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c>, <c>&lt;=</c> or <c>=</c>; null when the mail does not say.</param>
public sealed partial record BudgetThreshold(string? Relation, BudgetAmount Bound)
{
    public override string ToString() => Relation is null ? $"{Bound}" : $"{Relation} {Bound}";

    /// <summary>Null when no amount can be read.</summary>
    public static BudgetThreshold? Parse(string? text)
    {
        // Some gateways escape mails as they do HTML.
        var line = PlainText.Line(text, 100).Replace("&gt;", ">").Replace("&lt;", "<");
        var relation = Sign().Match(line);
        return BudgetAmount.Parse(line[relation.Length..]) is { } bound ? new BudgetThreshold(relation.Length > 0 ? relation.Value.Trim() : null, bound) : null;
    }

    [GeneratedRegex(@"^(?:>=|<=|>|<|=)?\s*")]
    private static partial Regex Sign();
}
