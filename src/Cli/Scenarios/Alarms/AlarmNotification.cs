using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Scenarios.Alarms;

/// <summary>An alarm's change as CloudWatch publishes it to an SNS topic that is its alarm action.</summary>
internal static class AlarmNotification
{
    /// <summary>CloudWatch's own subject.</summary>
    public static string Subject(AlarmChange change) => $"{change.State}: \"{change.Alarm}\" in EU (Ireland)";

    public static JsonObject Body(AlarmChange change, DateTimeOffset occurredAt, string account, string region) => new()
    {
        ["AlarmName"] = change.Alarm,
        ["AlarmDescription"] = change.Description,
        ["AWSAccountId"] = account,
        ["AlarmConfigurationUpdatedTimestamp"] = AlarmEnvelope.Timestamp(occurredAt.AddDays(-30)),
        ["NewStateValue"] = change.State,
        ["NewStateReason"] = change.Reason(occurredAt),
        ["StateChangeTime"] = AlarmEnvelope.Timestamp(occurredAt),
        // A name for people, not the region's code.
        ["Region"] = "EU (Ireland)",
        ["AlarmArn"] = $"arn:aws:cloudwatch:{region}:{account}:alarm:{change.Alarm}",
        ["OldStateValue"] = change.Previous,
        ["OKActions"] = new JsonArray(),
        ["AlarmActions"] = new JsonArray(),
        ["InsufficientDataActions"] = new JsonArray(),
        ["Trigger"] = Trigger(change),
    };

    private static JsonObject Trigger(AlarmChange change)
    {
        var metric = change.Metric;
        return new JsonObject
        {
            ["MetricName"] = metric.Name,
            ["Namespace"] = metric.Namespace,
            ["StatisticType"] = metric.IsExtended ? "ExtendedStatistic" : "Statistic",
            [metric.IsExtended ? "ExtendedStatistic" : "Statistic"] = metric.IsExtended ? metric.Statistic : metric.Statistic.ToUpperInvariant(),
            ["Unit"] = null,
            ["Dimensions"] = new JsonArray([.. metric.Dimensions.Select(dimension => (JsonNode)new JsonObject { ["value"] = dimension.Value?.DeepClone(), ["name"] = dimension.Key })]),
            ["Period"] = 60,
            ["EvaluationPeriods"] = 3,
            ["DatapointsToAlarm"] = 3,
            ["ComparisonOperator"] = change.Crossing?.Operator(change.State) ?? "GreaterThanThreshold",
            ["Threshold"] = change.Crossing?.Threshold,
            ["TreatMissingData"] = "missing",
            ["EvaluateLowSampleCountPercentile"] = "",
        };
    }
}
