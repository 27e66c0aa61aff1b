using System.Collections.Immutable;
using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>The alarm as it publishes itself to an SNS topic. <c>Region</c> is a display name there, so ARNs are asked instead.</summary>
internal static class SnsAlarm
{
    private static readonly ImmutableDictionary<string, string> Relations = new Dictionary<string, string>
    {
        ["GreaterThanThreshold"] = ">",
        ["GreaterThanOrEqualToThreshold"] = ">=",
        ["LessThanThreshold"] = "<",
        ["LessThanOrEqualToThreshold"] = "<=",
    }.ToImmutableDictionary();

    // SNS shouts the statistics that everything else spells like this.
    private static readonly string[] Statistics = ["Average", "Sum", "Minimum", "Maximum", "SampleCount"];

    public static AlarmReading Read(JsonElement body, SnsNotification? sns)
    {
        var around = new AlarmSurroundings(body.Text("AWSAccountId"), body.Text("Region"), body.Text("AlarmArn"), body.Text("StateChangeTime"), sns);
        if ((body.Text("AlarmName") ?? (around.Arn is { } arn ? AlarmArn.NameIn(arn) : null)) is not { } name)
        {
            return new AlarmReading.Unreadable(null, "The alarm's name is missing: neither AlarmName nor AlarmArn names one.");
        }

        if (body.Text("NewStateValue") is not { } value || AlarmStates.Parse(value) is not { } state)
        {
            return AlarmStates.Unreadable(name, "NewStateValue", body.Text("NewStateValue"));
        }

        var trigger = body.Object("Trigger");
        return new AlarmReading.Alarm(new AlarmFacts
        {
            Name = name,
            State = state,
            Description = body.Text("AlarmDescription"),
            Reason = body.Text("NewStateReason"),
            Account = around.KnownAccount,
            Region = around.KnownRegion,
            Arn = around.Arn,
            OccurredAt = around.OccurredAt(null),
            Metrics = trigger is { } watched ? Metrics(watched) : [],
            Rule = body.Text("AlarmRule"),
            TriggeringAlarms = AlarmTriggers.Names(body.Items("TriggeringChildren").Select(child => child.Text("Arn")), body.Text("NewStateReason")),
            Contributor = AlarmContributors.Read(body.Text("AlarmContributorId"), body.Texts("AlarmContributorAttributes")),
            Threshold = trigger?.Text("Threshold") is { } bound ? new AlarmThreshold(Relations.GetValueOrDefault(trigger?.Text("ComparisonOperator") ?? ""), bound, null) : null,
        });
    }

    private static ImmutableArray<AlarmMetric> Metrics(JsonElement trigger)
    {
        var several = trigger.Items("Metrics").ToArray();
        if (several.Length > 0)
        {
            return [.. several.Select(metric =>
            {
                var statistic = metric.Object("MetricStat");
                var measured = statistic?.Object("Metric");
                return Metric(metric, measured, statistic?.Text("Stat"), metric.Flag("ReturnData") ?? true);
            })];
        }

        return trigger.Text("MetricName") is null ? [] : [Metric(trigger, trigger, trigger.Text("ExtendedStatistic") ?? trigger.Text("Statistic"), isCompared: true)];
    }

    private static AlarmMetric Metric(JsonElement metric, JsonElement? measured, string? statistic, bool isCompared) => new(
        metric.Text("Id"),
        measured?.Text("Namespace"),
        measured?.Text("MetricName"),
        statistic is null ? null : Statistics.FirstOrDefault(known => known.Equals(statistic.Replace("_", ""), StringComparison.OrdinalIgnoreCase)) ?? statistic,
        metric.Text("Expression"),
        metric.Text("Label"),
        isCompared,
        measured?.Texts("Dimensions") ?? ImmutableSortedDictionary<string, string>.Empty);
}
