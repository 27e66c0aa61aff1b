using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>What an alarm measures, in a few words: <c>TargetResponseTime p99</c>, the label of an expression, or the expression with metrics for ids: <c>(Errors / Requests)</c>.</summary>
internal static partial class AlarmSubject
{
    // An expression that is longer explains nothing on a telephone's screen.
    private const int LongestExpression = 60;

    /// <summary>Null when the event names no metric.</summary>
    public static string? Of(AlarmFacts facts)
    {
        var compared = facts.Metrics.Where(metric => metric.IsCompared).ToArray();
        return compared.FirstOrDefault(metric => metric.Name is not null) is { } measured
            ? measured.Statistic is null ? measured.Name : $"{measured.Name} {measured.Statistic}"
            : compared.Select(metric => Expression(metric, facts)).FirstOrDefault(text => text is not null);
    }

    private static string? Expression(AlarmMetric metric, AlarmFacts facts)
    {
        if (metric.Label is { } label && !DefaultLabel().IsMatch(label))
        {
            return label;
        }

        if (metric.Expression is not { Length: > 0 and <= 2_000 } expression)
        {
            return metric.Label;
        }

        if (QueryFunction().Match(expression) is { Success: true } query)
        {
            return query.Groups["function"].Value;
        }

        var named = Identifier().Replace(expression, id => facts.Metrics.FirstOrDefault(other => other.Id == id.Value)?.Name ?? id.Value);
        return $"({PlainText.Line(named, LongestExpression)})";
    }

    [GeneratedRegex("^Expression[0-9]{0,3}$")]
    private static partial Regex DefaultLabel();

    [GeneratedRegex(@"^\s*SELECT\s+(?<function>[A-Za-z]{1,20}\([^()]{1,200}\))\s", RegexOptions.IgnoreCase)]
    private static partial Regex QueryFunction();

    [GeneratedRegex("[a-z][A-Za-z0-9_]{0,254}")]
    private static partial Regex Identifier();
}
