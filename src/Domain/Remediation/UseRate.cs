
namespace IncidentServerless.Domain.Remediation;

/// <summary>Compares how much something is used after an action with how much it was when the action was planned.</summary>
internal static class UseRate
{
    /// <summary>Less than this share of before: it helped.</summary>
    private const double Less = 0.5;

    /// <summary>More than this share of before: it got worse.</summary>
    private const double More = 1.2;

    /// <summary>How often no datapoint is taken for data that is late; then it means that nothing is used.</summary>
    private const int LateAtMost = 1;

    /// <summary>An hour's use; null when there is no datapoint that can be read.</summary>
    public static double? AnHour(IReadOnlyList<double>? sums, double minutes)
    {
        double[] readable = [.. (sums ?? []).Where(value => double.IsFinite(value) && value >= 0)];
        return readable.Length > 0 && minutes > 0 ? readable.Sum() * 60 / minutes : null;
    }

    /// <param name="what">The plural of what is counted: <c>invocations</c>.</param>
    public static Judgement Judge(double before, double? after, string what, int attempt)
    {
        if (after is not { } now)
        {
            return attempt > LateAtMost
                ? new(Verdict.Helped, $"No {what} were counted any more; there were {Count(before)} an hour.")
                : new(Verdict.Unclear, $"No {what} were counted yet.");
        }

        return (now / Math.Max(before, 1)) switch
        {
            < Less => new(Verdict.Helped, $"{Capital(what)} fell from {Count(before)} to {Count(now)} an hour."),
            > More => new(Verdict.Worse, $"{Capital(what)} rose from {Count(before)} to {Count(now)} an hour."),
            _ => new(Verdict.NoEffect, $"{Capital(what)} stay at {Count(now)} an hour; there were {Count(before)}."),
        };
    }

    private static string Count(double number) => Messages.Text.Numbers.Count(number);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
