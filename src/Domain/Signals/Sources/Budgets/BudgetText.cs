using System.Text;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Signals.Sources.Budgets;

/// <summary>A budget's alert in words.</summary>
internal static class BudgetText
{
    private const int LongestName = 120;

    /// <summary><c>Budget prod-monthly: actual cost $5,200 &gt; $5,000 (104% of $5,000)</c>; what is not known is left out.</summary>
    public static string Title(BudgetFacts facts)
    {
        var title = new StringBuilder($"Budget {PlainText.Line(facts.Name, LongestName)}: {What(facts)}");
        title.Append(facts.Amount is null ? "" : $" {facts.Amount}");
        title.Append(facts.Threshold is null ? "" : facts.Threshold.Relation is null ? $", alert at {facts.Threshold}" : $" {facts.Threshold}");
        title.Append(facts switch
        {
            { Budgeted: null } => "",
            { Amount.IsPercent: true } => "",
            { Percent: { } percent, Budgeted: var budgeted } => $" ({Figures.Percent(percent)} of {budgeted})",
            { Amount: null, Threshold.Bound.IsPercent: true, Budgeted: { IsPercent: false } budgeted } => $" of {budgeted}",
            _ => "",
        });
        return SignalText.Title(title.ToString());
    }

    /// <summary>The same in whole sentences, which also say what is missing.</summary>
    public static string Reason(BudgetFacts facts)
    {
        var amount = facts.Amount is null ? $"The mail does not say how much the {What(facts)} is" : $"The {What(facts)} is {facts.Amount}";
        var share = facts is { Percent: { } percent, Amount.IsPercent: false } ? $", {Figures.Percent(percent)} of the budget" : "";
        var budgeted = facts.Budgeted is null ? "" : $" The budget allows {facts.Budgeted}.";
        var threshold = facts.Threshold is null ? "" : $" The alert is set at {facts.Threshold}.";
        return $"{amount}{share}.{budgeted}{threshold}";
    }

    /// <summary><c>actual cost</c>, <c>forecasted RI utilization</c>.</summary>
    private static string What(BudgetFacts facts)
    {
        var kind = string.Join(' ', PlainText.Line(facts.Kind ?? "amount", 40).Split(' ').Select(word => word.All(char.IsUpper) ? word : word.ToLowerInvariant()));
        return facts.Alert switch
        {
            BudgetAlert.Actual => $"actual {kind}",
            BudgetAlert.Forecasted => $"forecasted {kind}",
            _ => kind,
        };
    }
}
