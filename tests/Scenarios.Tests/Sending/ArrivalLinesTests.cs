using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Scenarios.Tests.Sending;

public sealed class ArrivalLinesTests
{
    [Theory]
    [InlineData("""{"AlarmName":"x","NewStateValue":"ALARM"}""", "CloudWatch tells the alarm topic that x goes to ALARM.")]
    [InlineData("""{"a":1,"a":2,"AlarmName":"x","NewStateValue":"OK"}""", "CloudWatch tells the alarm topic that x goes to OK.")]
    [InlineData("""{"a":1,"a":2,"AlarmName":"x"}""", """Somebody tells the alarm topic: {"a":1,"a":2,"AlarmName":"x"}""")]
    [InlineData("""{"AlarmName":"\ud800","NewStateValue":"OK"}""", """Somebody tells the alarm topic: {"AlarmName":"\ud800","NewStateValue":"OK"}""")]
    [InlineData("""{"AlarmName":5,"NewStateValue":{}}""", """Somebody tells the alarm topic: {"AlarmName":5,"NewStateValue":{}}""")]
    [InlineData("[1]", "Somebody tells the alarm topic: [1]")]
    [InlineData("hello", "Somebody tells the alarm topic: hello")]
    public void Notification_WhateverIsPublished_IsTold(string message, string told) =>
        Assert.Equal(told, ArrivalLines.Of(Note(null, message), SignalTopic.Alarms).Text);

    [Fact]
    public void Notification_WithASubject_IsToldByItAndNamesItsTopic() =>
        Assert.Equal("Somebody tells the cost topic: AWS Budgets: x has exceeded", ArrivalLines.Of(Note("AWS Budgets: x has exceeded", "a\nb"), SignalTopic.Costs).Text);

    [Theory]
    [InlineData("""{"alarmName":"x","state":{"value":"ALARM"}}""", "CloudWatch alarm x goes to ALARM, and no rule takes it.")]
    [InlineData("""{"a":1,"a":2}""", "An event 'b' of a arrives, and no rule takes it.")]
    [InlineData("""{"alarmName":"x","state":"ALARM"}""", "An event 'b' of a arrives, and no rule takes it.")]
    [InlineData("5", "An event 'b' of a arrives, and no rule takes it.")]
    public void Event_WhateverItsDetail_IsTold(string detail, string told)
    {
        var envelope = new JsonObject { ["source"] = "a", ["detail-type"] = "b", ["detail"] = JsonNode.Parse(detail) };

        Assert.Equal(told, ArrivalLines.Of(new EventReceived(envelope, []))?.Text);
    }

    private static NotificationPublished Note(string? subject, string message) => new("topic", "1", subject, message, new Dictionary<string, string>());
}
