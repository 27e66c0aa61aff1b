using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Scenarios.Alarms;

/// <summary>The metric that an alarm watches, as a story writes it: <c>AWS/ApiGateway Latency p99</c>.</summary>
/// <param name="Statistic">For example <c>Average</c> or <c>p99</c>.</param>
/// <param name="Dimensions">May be empty.</param>
public sealed record AlarmMetric(string Namespace, string Name, string Statistic, JsonObject Dimensions)
{
    public const string Expected = "a namespace, a metric and a statistic such as \"AWS/ApiGateway Latency p99\"";

    /// <summary>Percentiles and their like, which the API keeps apart.</summary>
    public bool IsExtended => Statistic is not ("Average" or "Sum" or "Minimum" or "Maximum" or "SampleCount");

    /// <summary>Null when the text is no metric.</summary>
    public static AlarmMetric? Parse(string text, JsonObject dimensions) =>
        text.Split(' ') is [{ Length: > 0 } space, { Length: > 0 } name, { Length: > 0 } statistic] ? new(space, name, statistic, dimensions) : null;
}
