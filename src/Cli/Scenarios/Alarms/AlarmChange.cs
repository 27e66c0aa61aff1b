using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Alarms;

/// <summary>A CloudWatch alarm that changes its state, in the few words that a story needs; <see cref="AlarmEnvelope"/> and <see cref="AlarmNotification"/> make AWS's own shapes of it.</summary>
/// <param name="State">OK, ALARM or INSUFFICIENT_DATA.</param>
/// <param name="Previous">The state before.</param>
/// <param name="Occurred">When it happened, from the moment it is sent: <c>-30s</c> is half a minute before. Default: that moment.</param>
/// <param name="Dimensions">Of the metric; may be empty.</param>
/// <param name="Tags">Of the alarm; null for none.</param>
public sealed record AlarmChange(
    string Alarm,
    string State,
    string Previous,
    string Reason,
    string? Description,
    TimeSpan Occurred,
    string Namespace,
    string Metric,
    JsonObject Dimensions,
    JsonObject? Tags)
{
    private static readonly string[] States = ["OK", "ALARM", "INSUFFICIENT_DATA"];

    internal static AlarmChange Read(StoryMembers members)
    {
        var state = members.Text("state");
        var previous = members.OptionalText("previous") ?? (state == "ALARM" ? "OK" : "ALARM");
        foreach (var (name, value) in new[] { ("state", state), ("previous", previous) }.Where(pair => !States.Contains(pair.Item2)))
        {
            members.Fault(name, $"expected one of {string.Join(", ", States)}, found \"{value}\".");
        }

        return new AlarmChange(
            members.Text("alarm"),
            state,
            previous,
            members.OptionalText("reason") ?? DefaultReason(state),
            members.OptionalText("description"),
            members.OptionalTime("occurred") ?? TimeSpan.Zero,
            members.OptionalText("namespace") ?? "Shop",
            members.OptionalText("metric") ?? "Failures",
            members.OptionalObject("dimensions") ?? [],
            members.OptionalObject("tags"));
    }

    private static string DefaultReason(string state) => state switch
    {
        "ALARM" => "Threshold Crossed: 3 out of the last 3 datapoints were greater than the threshold (1.0).",
        "OK" => "Threshold Crossed: 3 out of the last 3 datapoints were not greater than the threshold (1.0).",
        _ => "Insufficient Data: 3 datapoints were unknown.",
    };
}
