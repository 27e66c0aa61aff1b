using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>
/// How the metric stands to its bound: <c>2.41 &gt; 1.5</c>, <c>0 outside 0.02 to 0.3</c>, <c>no data for 3 periods</c>. CloudWatch's reason
/// says all of it in a fixed wording; where it does not, the threshold that the event carries is used.
/// </summary>
internal static partial class AlarmCrossing
{
    // The longest that CloudWatch gives is 1,023 characters.
    private const int LongestReason = 2_000;

    private static readonly (string Relation, string Opposite)[] Opposites = [(">", "<="), (">=", "<"), ("<", ">="), ("<=", ">")];

    /// <summary>Null when the event does not say.</summary>
    public static string? Of(AlarmFacts facts)
    {
        var reason = facts.Reason is { Length: <= LongestReason } text ? text : string.Empty;
        return Missing(reason) ?? Threshold(reason) ?? Band(reason) ?? Carried(facts);
    }

    private static string? Missing(string reason) => NoDatapoints().Match(reason) is { Success: true } match
        ? $"no data for {match.Groups["periods"].Value} {(match.Groups["periods"].Value == "1" ? "period" : "periods")}"
        : null;

    private static string? Threshold(string reason)
    {
        if (ThresholdRelation().Match(reason) is not { Success: true } match)
        {
            return null;
        }

        var symbol = (match.Groups["relation"].Value, match.Groups["equal"].Success) switch
        {
            ("greater", false) => ">",
            ("greater", true) => ">=",
            (_, false) => "<",
            (_, true) => "<=",
        };
        var relation = match.Groups["not"].Success ? Opposites.First(pair => pair.Relation == symbol).Opposite : symbol;
        return Compared(Datapoint(reason), relation, match.Groups["bound"].Value);
    }

    private static string? Band(string reason)
    {
        var lower = LowerThreshold().Match(reason);
        var upper = UpperThreshold().Match(reason);
        var isWithin = lower.Groups["not"].Success || upper.Groups["not"].Success;
        var bounds = (lower.Success, upper.Success) switch
        {
            (true, true) => $"{(isWithin ? "within" : "outside")} {Number(lower.Groups["bound"].Value)} to {Number(upper.Groups["bound"].Value)}",
            (true, false) => $"{(isWithin ? ">=" : "<")} {Number(lower.Groups["bound"].Value)}",
            (false, true) => $"{(isWithin ? "<=" : ">")} {Number(upper.Groups["bound"].Value)}",
            _ => null,
        };
        return bounds is null ? null : Datapoint(reason) is { } value ? $"{Number(value)} {bounds}" : bounds;
    }

    private static string? Carried(AlarmFacts facts)
    {
        if (facts.Threshold is not { } threshold)
        {
            return null;
        }

        if (threshold.Value is { } value && IsNumber(value, out var datapoint) && IsNumber(threshold.Bound, out var bound))
        {
            return Compared(value, datapoint > bound ? ">" : datapoint < bound ? "<" : "=", threshold.Bound);
        }

        return facts.State == AlarmState.Alarm && threshold.Relation is not null ? Compared(null, threshold.Relation, threshold.Bound) : null;
    }

    private static string Compared(string? value, string relation, string bound)
    {
        var (shown, limit) = (value is null ? null : Number(value), Number(bound));
        // Rounding must not make equal what is not.
        return shown is null ? $"{relation} {limit}" : shown == limit && relation is ">" or "<" ? $"{value} {relation} {bound}" : $"{shown} {relation} {limit}";
    }

    /// <summary>The newest, which CloudWatch writes first.</summary>
    private static string? Datapoint(string reason) => FirstDatapoint().Match(reason) is { Success: true } match ? match.Groups["value"].Value : null;

    /// <summary>To five digits; whole from 1,000 on, up to a quadrillion (<c>1E+15</c>); as it is when it is no number.</summary>
    private static string Number(string text) => !IsNumber(text, out var number) ? text
        : Math.Abs(number) is >= 1_000 and < 1E15 ? number.ToString("0", CultureInfo.InvariantCulture)
        : number.ToString("G5", CultureInfo.InvariantCulture);

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    [GeneratedRegex(@"no datapoints were received for (?<periods>[0-9]{1,6}) periods?")]
    private static partial Regex NoDatapoints();

    [GeneratedRegex(@"(?:was|were) (?<not>not )?(?<relation>greater|less) than (?<equal>or equal to )?the threshold \((?<bound>[^)]{1,40})\)")]
    private static partial Regex ThresholdRelation();

    [GeneratedRegex(@"(?<not>not )?less than the lower thresholds? \[(?<bound>[^\] ,]{1,40})")]
    private static partial Regex LowerThreshold();

    [GeneratedRegex(@"(?<not>not )?greater than the upper thresholds? \[(?<bound>[^\] ,]{1,40})")]
    private static partial Regex UpperThreshold();

    [GeneratedRegex(@"\[(?<value>[-+0-9.eE]{1,40}) \(")]
    private static partial Regex FirstDatapoint();
}
