namespace IncidentServerless.Domain.Signals.Sources.Budgets;

/// <summary>What one mail says of a budget. What it does not say is null.</summary>
public sealed record BudgetFacts
{
    public required string Name { get; init; }

    /// <summary>As AWS writes it: <c>Cost</c>, <c>Usage</c>, <c>RI Utilization</c>.</summary>
    public string? Kind { get; init; }

    public BudgetAlert? Alert { get; init; }

    /// <summary>What was spent or used, or what the forecast says will be.</summary>
    public BudgetAmount? Amount { get; init; }

    /// <summary>What the budget allows.</summary>
    public BudgetAmount? Budgeted { get; init; }

    public BudgetThreshold? Threshold { get; init; }

    /// <summary>12 digits, or <c>unknown</c>.</summary>
    public required string Account { get; init; }

    /// <summary>A region code, or <c>unknown</c>: the topic's, since budgets themselves have none.</summary>
    public required string Region { get; init; }

    /// <summary>When SNS took the mail, UTC; the mail itself names a day at most.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The amount in per cent of what is budgeted; null where one of them is not known or their units differ.</summary>
    public decimal? Percent => (Amount, Budgeted) switch
    {
        ({ IsPercent: true } share, _) => share.Value,
        ({ } amount, { Value: > 0 } budgeted) when (amount.Before, amount.After) == (budgeted.Before, budgeted.After) => decimal.Round(amount.Value / budgeted.Value * 100, 1),
        _ => null,
    };
}

public enum BudgetAlert
{
    /// <summary>It has happened.</summary>
    Actual,

    /// <summary>It will happen if nothing changes.</summary>
    Forecasted,
}
