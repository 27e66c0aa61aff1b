using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Alarms;

/// <summary>A CloudWatch alarm that changes its state, in the few words that a story needs; <see cref="AlarmEnvelope"/> and <see cref="AlarmNotification"/> make AWS's own shapes of it.</summary>
/// <param name="State">OK, ALARM or INSUFFICIENT_DATA.</param>
/// <param name="Previous">The state before.</param>
/// <param name="Crossing">Null when there was too little data.</param>
/// <param name="Occurred">When it happened, from the moment it is sent: <c>-30s</c> is half a minute before. Default: that moment.</param>
/// <param name="Tags">Of the alarm; null for none.</param>
public sealed record AlarmChange(
    string Alarm,
    string State,
    string Previous,
    AlarmMetric Metric,
    AlarmCrossing? Crossing,
    string? Description,
    TimeSpan Occurred,
    JsonObject? Tags)
{
    private static readonly string[] States = ["OK", "ALARM", "INSUFFICIENT_DATA"];

    /// <summary>CloudWatch's own sentence.</summary>
    public string Reason(DateTimeOffset at) => Crossing?.Reason(State, at) ?? "Insufficient Data: 3 datapoints were unknown.";

    internal static AlarmChange Read(StoryMembers members)
    {
        var alarm = members.Text("alarm");
        var state = members.Text("state");
        var previous = members.OptionalText("previous") ?? (state == "ALARM" ? "OK" : "ALARM");
        foreach (var (name, value) in new[] { ("state", state), ("previous", previous) }.Where(pair => !States.Contains(pair.Item2)))
        {
            members.Fault(name, $"expected one of {string.Join(", ", States)}, found \"{value}\".");
        }

        var metric = members.OptionalText("metric") ?? "Shop Failures Sum";
        var crossed = members.OptionalText("crossed") ?? (state == "ALARM" ? "5 > 1" : "0 <= 1");
        return new AlarmChange(
            alarm,
            state,
            previous,
            OrFault(members, "metric", AlarmMetric.Parse(metric, members.OptionalObject("dimensions") ?? []), AlarmMetric.Expected) ?? new AlarmMetric("", "", "", []),
            state == "INSUFFICIENT_DATA" ? null : OrFault(members, "crossed", AlarmCrossing.Parse(crossed), AlarmCrossing.Expected),
            members.OptionalText("description"),
            members.OptionalTime("occurred") ?? TimeSpan.Zero,
            members.OptionalObject("tags"));
    }

    private static T? OrFault<T>(StoryMembers members, string name, T? value, string expected)
    {
        if (value is null)
        {
            members.Fault(name, $"expected {expected}, found \"{members.OptionalText(name)}\".");
        }

        return value;
    }
}
