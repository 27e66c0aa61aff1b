using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Scenarios.Alarms;

/// <summary>An alarm's change as CloudWatch puts it on EventBridge ("CloudWatch Alarm State Change").</summary>
internal static class AlarmEnvelope
{
    /// <param name="id">The event's id.</param>
    public static JsonObject Of(AlarmChange change, string id, DateTimeOffset occurredAt, string account, string region)
    {
        var detail = new JsonObject
        {
            ["alarmName"] = change.Alarm,
            ["state"] = new JsonObject
            {
                ["value"] = change.State,
                ["reason"] = change.Reason(occurredAt),
                ["reasonData"] = ReasonData(change, occurredAt),
                ["timestamp"] = Timestamp(occurredAt),
            },
            ["previousState"] = new JsonObject
            {
                ["value"] = change.Previous,
                ["reason"] = "Threshold Crossed: the datapoints before.",
                ["timestamp"] = Timestamp(occurredAt.AddHours(-6)),
            },
            ["configuration"] = new JsonObject
            {
                ["description"] = change.Description,
                ["metrics"] = new JsonArray(new JsonObject
                {
                    ["id"] = "m1",
                    ["metricStat"] = new JsonObject
                    {
                        ["metric"] = new JsonObject
                        {
                            ["namespace"] = change.Metric.Namespace,
                            ["name"] = change.Metric.Name,
                            ["dimensions"] = change.Metric.Dimensions.DeepClone(),
                        },
                        ["period"] = 60,
                        ["stat"] = change.Metric.Statistic,
                    },
                    ["returnData"] = true,
                }),
            },
        };
        if (change.Tags is { } tags)
        {
            detail["alarmTags"] = tags.DeepClone();
        }

        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = id,
            ["detail-type"] = "CloudWatch Alarm State Change",
            ["source"] = "aws.cloudwatch",
            ["account"] = account,
            ["time"] = occurredAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["region"] = region,
            ["resources"] = new JsonArray($"arn:aws:cloudwatch:{region}:{account}:alarm:{change.Alarm}"),
            ["detail"] = detail,
        };
    }

    /// <summary>CloudWatch's form: milliseconds, and an offset without a colon.</summary>
    internal static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    // CloudWatch sends this as JSON in a string.
    private static string ReasonData(AlarmChange change, DateTimeOffset at) => new JsonObject
    {
        ["version"] = "1.0",
        ["queryDate"] = Timestamp(at),
        ["startDate"] = Timestamp(at.AddMinutes(-3)),
        ["statistic"] = change.Metric.Statistic,
        ["period"] = 60,
        ["recentDatapoints"] = change.Crossing is { Value: var value } ? new JsonArray(value, value, value) : [],
        ["threshold"] = change.Crossing?.Threshold,
    }.ToJsonString();
}
