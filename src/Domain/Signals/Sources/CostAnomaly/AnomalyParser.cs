using System.Globalization;
using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.CostAnomaly;

/// <summary>
/// Reads both shapes of an anomaly: EventBridge's, and what Cost Anomaly Detection publishes to SNS, which is the bare detail with
/// <c>dimensionalValue</c> for <c>dimensionValue</c>.
/// </summary>
internal static class AnomalyParser
{
    // Real reports name a handful.
    private const int MostCauses = 20;

    // More than any bill; what is larger is no amount.
    private const decimal LargestAmount = 1_000_000_000_000_000;

    /// <summary>Whether it has the shape of an anomaly, readable or not.</summary>
    public static bool Recognises(JsonElement content) => content.Text("detail-type") is { } type
        ? content.Text("source") == AnomalyEventPattern.Source && type == AnomalyEventPattern.DetailType
        : content.Text("anomalyId") is not null || content.Object("anomalyScore") is not null || content.Text("anomalyDetailsLink") is not null;

    /// <summary>Null when it has no id, or not a single number.</summary>
    public static AnomalyFacts? Read(JsonElement content, SnsNotification? sns)
    {
        var detail = content.Text("detail-type") is null ? content : content.Object("detail") ?? default;
        var impact = detail.Object("impact") ?? default;
        var (actual, expected) = (Number(impact, "totalActualSpend"), Number(impact, "totalExpectedSpend"));
        var more = Number(impact, "totalImpact") ?? Number(impact, "maxImpact") ?? actual - expected;
        var percent = Number(impact, "totalImpactPercentage");
        if (detail.Text("anomalyId") is not { } id || (actual ?? expected ?? more ?? percent) is null)
        {
            return null;
        }

        var causes = detail.Items("rootCauses").Take(MostCauses).Select(Cause).ToArray();
        var monitor = detail.Text("monitorArn");
        return new AnomalyFacts
        {
            Id = id,
            Subject = detail.Text("dimensionValue") ?? detail.Text("dimensionalValue") ?? causes.FirstOrDefault()?.Service ?? detail.Text("monitorName"),
            Monitor = monitor,
            Actual = actual,
            Expected = expected,
            Impact = more,
            Percent = percent,
            Causes = [.. causes],
            Began = EventTime.First(detail.Text("anomalyStartDate")),
            Link = detail.Text("anomalyDetailsLink"),
            Account = AwsPlace.Account(detail.Text("accountId"), content.Text("account"), monitor, sns?.TopicArn),
            Region = AwsPlace.Region(content.Text("region"), sns?.TopicArn),
            OccurredAt = EventTime.First(content.Text("time"), sns?.Timestamp),
        };
    }

    private static AnomalyCause Cause(JsonElement cause) => new(
        cause.Text("service"),
        cause.Text("usageType"),
        cause.Text("region"),
        cause.Text("linkedAccount"),
        Number(cause.Object("impact") ?? default, "contribution"));

    private static decimal? Number(JsonElement element, string member) =>
        decimal.TryParse(element.Text(member), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Abs(number) < LargestAmount
            ? number
            : null;
}
