using System.Globalization;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Signals.Sources.CostAnomaly;

/// <summary>An anomaly in words.</summary>
internal static class AnomalyText
{
    private const int LongestSubject = 80;
    private const int ShownCauses = 3;

    // Anybody can write a link into a message; only those into AWS's console are passed on.
    private const string Console = "https://console.aws.amazon.com/";

    /// <summary><c>Cost anomaly: AWS Lambda $1,301 spent, $300 expected (+$1,001, 334%)</c>; what is not known is left out.</summary>
    public static string Title(AnomalyFacts facts)
    {
        var spent = facts.Actual is { } actual ? $"{Figures.Dollars(actual)} spent" : null;
        var expected = facts.Expected is { } usual ? $"{Figures.Dollars(usual)} expected" : null;
        var more = More(facts);
        var sums = string.Join(", ", Known(spent, expected));
        var numbers = sums.Length == 0 ? more : more.Length == 0 ? sums : $"{sums} ({more})";
        return SignalText.Title($"Cost anomaly: {PlainText.Line(facts.Subject, LongestSubject)} {numbers}");
    }

    /// <summary>The same in sentences, with what drives it and where to look.</summary>
    public static string Reason(AnomalyFacts facts)
    {
        var since = facts.Began is { } began ? $" since {began.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        var spent = facts.Actual is { } actual ? $"{Figures.Dollars(actual)} was spent{since}" : $"Unusual cost{since}";
        var expected = facts.Expected is { } usual ? $", where {Figures.Dollars(usual)} was expected" : "";
        var more = More(facts) is { Length: > 0 } told ? $": {told}" : "";
        var causes = facts.Causes.Select(Cause).Where(cause => cause.Length > 0).Distinct().ToList();
        var driven = causes.Count == 0 ? "" : $"\nDriven by {string.Join("; ", causes.Take(ShownCauses))}{(causes.Count > ShownCauses ? $"; and {causes.Count - ShownCauses} more" : "")}.";
        var link = facts.Link is { } address && address.StartsWith(Console, StringComparison.Ordinal) ? $"\n{PlainText.Line(address, 300)}" : "";
        return $"{spent}{expected}{more}.{driven}{link}";
    }

    private static string More(AnomalyFacts facts) => string.Join(", ", Known(Signed(facts.Impact), facts.Percent is { } percent ? Figures.Percent(percent) : null));

    private static string Cause(AnomalyCause cause) => string.Join(", ", Known(
        cause.Service,
        cause.UsageType,
        cause.Region,
        cause.Account is null ? null : $"account {cause.Account}",
        Signed(cause.Contribution)).Select(part => PlainText.Line(part, LongestSubject)));

    private static string? Signed(decimal? value) => value is { } amount ? $"{(amount > 0 ? "+" : "")}{Figures.Dollars(amount)}" : null;

    private static IEnumerable<string> Known(params string?[] texts) => texts.OfType<string>();
}
