using System.Text.Json.Nodes;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

public class AlarmTitleTests
{
    [Theory]
    [InlineData("ALARM", "Threshold Crossed: 1 datapoint [2.0 (02/03/26 09:13:00)] was greater than or equal to the threshold (1.5).", "a: M p99 2 >= 1.5 (D=d)")]
    [InlineData("ALARM", "Threshold Crossed: 2 datapoints [0.000412 (x), 0.2 (x)] were less than or equal to the threshold (0.25).", "a: M p99 0.000412 <= 0.25 (D=d)")]
    [InlineData("OK", "Threshold Crossed: 1 datapoint [0.3 (x)] was not less than or equal to the threshold (0.25).", "a recovered: M p99 0.3 > 0.25")]
    [InlineData("ALARM", "Threshold Crossed: 1 datapoint [1.50000001 (x)] was greater than the threshold (1.5).", "a: M p99 1.50000001 > 1.5 (D=d)")]
    [InlineData("ALARM", "Threshold Crossed: 1 datapoint [1.23456789E9 (x)] was greater than the threshold (1.0E9).", "a: M p99 1234567890 > 1000000000 (D=d)")]
    [InlineData("ALARM", "Threshold Crossed: 1 datapoint [1.0E308 (x)] was greater than the threshold (9.99E14).", "a: M p99 1E+308 > 999000000000000 (D=d)")]
    [InlineData("ALARM", "Threshold Crossed: 1 datapoint [-1.0E15 (x)] was less than the threshold (-2.5E14).", "a: M p99 -1E+15 < -250000000000000 (D=d)")]
    [InlineData("ALARM", "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].", "a: M p99 no data for 1 period (D=d)")]
    [InlineData("OK", "Thresholds Crossed: 1 out of the last 1 datapoints [5.0 (x)] was not less than the lower thresholds [2.0] or not greater than the upper thresholds [9.0] (minimum 1 datapoint).", "a recovered: M p99 5 within 2 to 9")]
    [InlineData("ALARM", "Thresholds Crossed: 1 out of the last 1 datapoints [19.0 (x)] was greater than the upper thresholds [9.0] (minimum 1 datapoint).", "a: M p99 19 > 9 (D=d)")]
    [InlineData("ALARM", "Set by\r\n  hand", "a: Set by hand (D=d)")]
    public void Title_ReasonInCloudWatchsWords_SaysWhatCrossedWhat(string state, string reason, string expected) =>
        Assert.Equal(expected, Title(state, reason, _ => { }));

    [Fact]
    public void Title_NoReason_TakesTheThresholdThatReasonDataCarries() =>
        Assert.Equal("a: M p99 7 > 3 (D=d)", Title("ALARM", "", alarm => alarm["detail"]!["state"]!["reasonData"] = """{"threshold":3.0,"recentDatapoints":[1.0,7.0]}"""));

    [Fact]
    public void Title_NoReasonAndNoThreshold_NamesTheMetric() => Assert.Equal("a: M p99 (D=d)", Title("ALARM", "", _ => { }));

    [Fact]
    public void Title_NothingKnownButTheName_IsTheName() =>
        Assert.Equal("a", Title("ALARM", "", alarm => alarm["detail"]!.AsObject().Remove("configuration")));

    [Fact]
    public void Title_LongName_LeavesRoomForWhatCrossedWhat()
    {
        var title = Title("ALARM", "Threshold Crossed: 1 datapoint [2.0 (x)] was greater than the threshold (1.5).", alarm => alarm["detail"]!["alarmName"] = new string('n', 255));

        Assert.EndsWith("…: M p99 2 > 1.5 (D=d)", title);
        Assert.InRange(title.Length, 1, 200);
    }

    private static string Title(string state, string reason, Action<JsonNode> change)
    {
        var alarm = JsonNode.Parse($$"""
            {
              "detail-type": "CloudWatch Alarm State Change", "source": "aws.cloudwatch", "id": "1", "account": "210987654321", "region": "eu-west-1",
              "detail": {
                "alarmName": "a", "state": { "value": "{{state}}" },
                "configuration": { "metrics": [{ "id": "m1", "metricStat": { "metric": { "namespace": "N", "name": "M", "dimensions": { "D": "d" } }, "stat": "p99" } }] }
              }
            }
            """)!;
        alarm["detail"]!["state"]!["reason"] = reason;
        change(alarm);
        return AlarmClassifier.Classify(alarm.ToJsonString(), "m", Samples.Policy, Samples.ReceivedAt).Title;
    }
}
