using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentServerless.Cli.Scenarios.Alarms;

/// <summary>A value on one side of an alarm's threshold, as a story writes it: <c>2450 &gt; 2000</c>.</summary>
/// <param name="Symbol">What holds between value and threshold: one of &gt;, &gt;=, &lt; and &lt;=.</param>
public sealed partial record AlarmCrossing(double Value, string Symbol, double Threshold)
{
    public const string Expected = "a value, a comparison and a threshold such as \"2450 > 2000\"";

    private static readonly (string Symbol, string Words, string Opposite, string Api)[] Comparisons =
    [
        (">", "greater than", "<=", "GreaterThanThreshold"),
        (">=", "greater than or equal to", "<", "GreaterThanOrEqualToThreshold"),
        ("<", "less than", ">=", "LessThanThreshold"),
        ("<=", "less than or equal to", ">", "LessThanOrEqualToThreshold"),
    ];

    /// <summary>Null when the text is no crossing.</summary>
    public static AlarmCrossing? Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new AlarmCrossing(Number(match.Groups[1]), match.Groups[2].Value, Number(match.Groups[3]))
        : null;

    /// <summary>CloudWatch's own sentence for an alarm that comes into a state by it.</summary>
    /// <param name="state">OK or ALARM.</param>
    public string Reason(string state, DateTimeOffset at)
    {
        var alarms = Alarms(state);
        var crossed = state == "ALARM" ? $"were {alarms.Words}" : $"were not {alarms.Words}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Threshold Crossed: 3 out of the last 3 datapoints [{Value:0.0###} ({at.UtcDateTime:dd/MM/yy HH:mm:ss})] {crossed} the threshold ({Threshold:0.0###}) (minimum 3 datapoints for a transition to {state}).");
    }

    /// <summary>The alarm's <c>ComparisonOperator</c>.</summary>
    public string Operator(string state) => Alarms(state).Api;

    // An OK says what no longer holds: the comparison that raises the alarm is the opposite of the one that is true now.
    private (string Words, string Api) Alarms(string state)
    {
        var comparison = Comparisons.First(each => (state == "ALARM" ? each.Symbol : each.Opposite) == Symbol);
        return (comparison.Words, comparison.Api);
    }

    private static double Number(Group text) => double.Parse(text.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(-?[0-9]{1,12}(?:\\.[0-9]{1,6})?) (>=?|<=?) (-?[0-9]{1,12}(?:\\.[0-9]{1,6})?)$")]
    private static partial Regex Pattern();
}
