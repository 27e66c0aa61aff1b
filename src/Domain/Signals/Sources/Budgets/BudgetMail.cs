using System.Collections.Immutable;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.Budgets;

/// <summary>
/// The lines <c>Key: value</c> of a mail of AWS Budgets, in any order. Its sentences and its footer come in many wordings and can disagree with
/// the lines, so nothing is read from them but a budget's name that no line gives.
/// </summary>
internal sealed partial class BudgetMail
{
    private const int LongestKey = 40;
    private const int LongestValue = 200;
    private const int LongestProse = 2_000;

    private static readonly ImmutableArray<string> Keys =
        ["BUDGET NAME", "BUDGET TYPE", "BUDGETED AMOUNT", "ALERT TYPE", "ALERT THRESHOLD", "ACTUAL AMOUNT", "FORECASTED AMOUNT"];

    private readonly Dictionary<string, string> values = [];

    private BudgetMail(string text, string? subject)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon is > 0 and <= 2 * LongestKey)
            {
                // Mails that were forwarded have marks before their lines.
                var key = PlainText.Line(line[..colon].TrimStart(" \t>*-•").ToString(), LongestKey).ToUpperInvariant();
                if (Keys.Contains(key) && PlainText.Line(line[(colon + 1)..].ToString(), LongestValue) is { Length: > 0 } value)
                {
                    values.TryAdd(key, value);
                }
            }

            if (AccountId is null && line.Length <= LongestProse && AccountLine().Match(line.ToString()) is { Success: true } account)
            {
                AccountId = account.Groups["id"].Value;
            }
        }

        Name = values.GetValueOrDefault("BUDGET NAME") ?? NamedBy(InSubject(), subject) ?? NamedBy(InProse(), text[..Math.Min(text.Length, LongestProse)]);
        LooksLikeOne = values.ContainsKey("BUDGET NAME") || values.ContainsKey("BUDGETED AMOUNT") || values.ContainsKey("ALERT THRESHOLD")
            || text.Contains("AWS Budget", StringComparison.OrdinalIgnoreCase) || subject?.Contains("AWS Budget", StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <summary>It is AWS Budgets that wrote it, whether or not it can be read.</summary>
    public bool LooksLikeOne { get; }

    public string? Name { get; }

    /// <summary>12 digits; null where the mail masks them.</summary>
    public string? AccountId { get; }

    public string? Kind => values.GetValueOrDefault("BUDGET TYPE");

    public BudgetAlert? Alert => values.GetValueOrDefault("ALERT TYPE")?.ToUpperInvariant() switch
    {
        "ACTUAL" => BudgetAlert.Actual,
        "FORECASTED" or "FORECAST" => BudgetAlert.Forecasted,
        _ => (values.ContainsKey("ACTUAL AMOUNT"), values.ContainsKey("FORECASTED AMOUNT")) switch
        {
            (true, false) => BudgetAlert.Actual,
            (false, true) => BudgetAlert.Forecasted,
            _ => null,
        },
    };

    public BudgetAmount? Amount => BudgetAmount.Parse(values.GetValueOrDefault(Alert == BudgetAlert.Forecasted ? "FORECASTED AMOUNT" : "ACTUAL AMOUNT"));

    public BudgetAmount? Budgeted => BudgetAmount.Parse(values.GetValueOrDefault("BUDGETED AMOUNT"));

    public BudgetThreshold? Threshold => BudgetThreshold.Parse(values.GetValueOrDefault("ALERT THRESHOLD"));

    public static BudgetMail Read(string text, string? subject) => new(text, subject);

    private static string? NamedBy(Regex form, string? text) => text is not null && form.Match(text) is { Success: true } match
        && PlainText.Line(match.Groups["name"].Value, LongestValue) is { Length: > 0 } name
            ? name
            : null;

    [GeneratedRegex(@"^\W{0,10}AWS Account\b[^\r\n]{0,100}?\b(?<id>[0-9]{12})\b", RegexOptions.IgnoreCase)]
    private static partial Regex AccountLine();

    [GeneratedRegex(@"AWS Budgets: (?<name>[^\r\n]{1,200}?) (?:has|have|is|was|will) ", RegexOptions.IgnoreCase)]
    private static partial Regex InSubject();

    [GeneratedRegex(@"\bwith your (?<name>[^\r\n]{1,200}?) budget\b", RegexOptions.IgnoreCase)]
    private static partial Regex InProse();
}
