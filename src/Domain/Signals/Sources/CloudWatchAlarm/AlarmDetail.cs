using System.Collections.Immutable;
using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>The alarm as EventBridge (<c>detail</c>) and Lambda alarm actions (<c>alarmData</c>) write it.</summary>
internal static class AlarmDetail
{
    public static AlarmReading Read(JsonElement detail, AlarmSurroundings around)
    {
        if ((detail.Text("alarmName") ?? (around.Arn is { } arn ? AlarmArn.NameIn(arn) : null)) is not { } name)
        {
            return new AlarmReading.Unreadable(null, "The alarm's name is missing: neither alarmName nor the ARN of an alarm is there.");
        }

        var state = detail.Object("state");
        if (state?.Text("value") is not { } value || AlarmStates.Parse(value) is not { } known)
        {
            return AlarmStates.Unreadable(name, "state.value", state?.Text("value"));
        }

        var configuration = detail.Object("configuration");
        var data = state.Value.Text("reasonData") is { } text && JsonBody.Parse(text) is { ValueKind: JsonValueKind.Object } parsed ? parsed : (JsonElement?)null;
        return new AlarmReading.Alarm(new AlarmFacts
        {
            Name = name,
            State = known,
            Description = configuration?.Text("description"),
            Reason = state.Value.Text("reason"),
            Account = around.KnownAccount,
            Region = around.KnownRegion,
            Arn = around.Arn,
            OccurredAt = around.OccurredAt(state.Value.Text("timestamp")),
            Metrics = [.. (configuration?.Items("metrics") ?? []).Select(Metric)],
            Rule = configuration?.Text("alarmRule"),
            TriggeringAlarms = AlarmTriggers.Names((data?.Items("triggeringAlarms") ?? []).Select(alarm => alarm.Text("arn")), state.Value.Text("reason")),
            Contributor = Contributor(detail),
            Tags = detail.Texts("alarmTags"),
            Threshold = data?.Text("threshold") is { } bound ? new AlarmThreshold(null, bound, data?.Items("recentDatapoints").LastOrDefault().Text()) : null,
            Muting = Muting(detail),
            Suppression = Suppression(state.Value, configuration),
        });
    }

    private static AlarmMetric Metric(JsonElement metric)
    {
        var statistic = metric.Object("metricStat");
        var measured = statistic?.Object("metric");
        return new AlarmMetric(
            metric.Text("id"),
            measured?.Text("namespace"),
            measured?.Text("name"),
            statistic?.Text("stat"),
            metric.Text("expression"),
            metric.Text("label"),
            metric.Flag("returnData") ?? true,
            measured?.Texts("dimensions") ?? ImmutableSortedDictionary<string, string>.Empty);
    }

    private static AlarmContributor? Contributor(JsonElement detail) =>
        detail.Object("alarmContributor") is { } contributor ? AlarmContributors.Read(contributor.Text("id"), contributor.Texts("attributes")) : null;

    private static AlarmMuting? Muting(JsonElement detail) =>
        detail.Object("muteDetail") is { } muting ? new AlarmMuting(muting.Text("mutedByArn"), EventTime.First(muting.Text("muteWindowEnd"))) : null;

    private static AlarmSuppression? Suppression(JsonElement state, JsonElement? configuration) => state.Text("actionsSuppressedBy") is { } by
        ? new AlarmSuppression(
            by,
            state.Text("actionsSuppressedReason"),
            configuration?.Text("actionsSuppressor"),
            configuration?.Text(by == "ExtensionPeriod" ? "actionsSuppressorExtensionPeriod" : "actionsSuppressorWaitPeriod"))
        : null;
}
