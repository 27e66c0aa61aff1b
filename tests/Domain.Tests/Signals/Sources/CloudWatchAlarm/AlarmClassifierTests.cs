using System.Text.Json.Nodes;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Tests.Policy;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

public class AlarmClassifierTests
{
    [Fact]
    public void Classify_EventBridgeEvent_TellsWhatIsKnown()
    {
        var signal = Samples.Signal("latency-firing.json");

        Assert.Equal("cloudwatch-alarm", signal.Source);
        Assert.Equal("5f0c1d52-6a0e-4f4e-9d0f-1c4c7f6b0001", signal.EventId);
        Assert.Equal(SignalStatus.Firing, signal.Status);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 14, 7, 512, TimeSpan.Zero), signal.OccurredAt);
        Assert.Equal(("210987654321", "eu-west-1"), (signal.Account, signal.Region));
        Assert.Equal(["arn:aws:cloudwatch:eu-west-1:210987654321:alarm:checkout-latency-p99", "LoadBalancer=app/checkout/6d1c2f9a"], signal.Resources.AsEnumerable());
        Assert.StartsWith("Threshold Crossed: 3 out of the last 3 datapoints", signal.Reason);
    }

    [Theory]
    [InlineData("contributor-firing.json", "acme")]
    [InlineData("sns-records-metering.json", "globex")]
    public void Classify_TenantAmongDimensionsOrAttributes_IsTenantAndNoResource(string sample, string tenant)
    {
        var signal = Samples.Signal(sample);

        Assert.Equal(tenant, Assert.Single(signal.Tenants));
        Assert.DoesNotContain(signal.Resources, resource => resource.Contains(tenant));
    }

    [Theory]
    [InlineData("sns-partner-central.json", "8a4d1c60-0f3b-5d0e-8f2a-000000000001")]
    [InlineData("sns-records-metering.json", "8a4d1c60-0f3b-5d0e-8f2a-000000000002")]
    [InlineData("queue-behind-topic.json", "8a4d1c60-0f3b-5d0e-8f2a-000000000006")]
    public void Classify_CarriedBySns_IsKnownByItsMessageId(string sample, string id) => Assert.Equal(id, Samples.Signal(sample).EventId);

    [Fact]
    public void Classify_NoIdAnywhere_IsKnownByAHashOfItsText()
    {
        var body = Samples.Read("sns-bare-data-quality.json");
        var once = AlarmClassifier.Classify(body, "first", Samples.Policy, Samples.ReceivedAt);
        var again = AlarmClassifier.Classify(body, "second", Samples.Policy, Samples.ReceivedAt.AddHours(1));
        var later = AlarmClassifier.Classify(body.Replace("17:02", "17:03"), "third", Samples.Policy, Samples.ReceivedAt);

        Assert.StartsWith("sha256-", once.EventId);
        Assert.Equal(once.EventId, again.EventId);
        Assert.NotEqual(once.EventId, later.EventId);
    }

    [Fact]
    public void Classify_RegionIsADisplayNameAndThereIsNoArn_TakesTheTopics() =>
        Assert.Equal("us-east-1", Samples.Signal("sns-estimated-charges.json").Region);

    [Fact]
    public void Classify_TimesThatCannotBeRead_TakesTheTimeItWasReceived() =>
        Assert.Equal(Samples.ReceivedAt, Samples.Signal("odd-characters.json").OccurredAt);

    [Theory]
    [InlineData("2026-03-02T18:05:00Z", "2026-03-02T18:05:00Z")]
    [InlineData("2026-03-02T18:05:00.001Z", "2026-03-02T18:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z", "2026-03-02T18:00:00Z")]
    public void Classify_TimeInTheFuture_CountsUpToFiveMinutesAheadAndElseTheTimeItWasReceived(string timestamp, string expected)
    {
        var alarm = JsonNode.Parse(Samples.Read("latency-firing.json"))!;
        alarm["detail"]!["state"]!["timestamp"] = timestamp;

        Assert.Equal(DateTimeOffset.Parse(expected), Signal(alarm).OccurredAt);
    }

    [Theory]
    [InlineData("2026-03-02T09:14:07.512+0000", "2026-03-02T09:14:07.512Z")]
    [InlineData("2026-03-02T09:14:07Z", "2026-03-02T09:14:07Z")]
    [InlineData("2026-03-02T10:14:07+01:00", "2026-03-02T09:14:07Z")]
    [InlineData("10:14", "2026-03-02T09:14:07Z")]
    [InlineData("", "2026-03-02T09:14:07Z")]
    public void Classify_StateTimestamp_IsReadInEveryFormAndElseTheEventsTimeCounts(string timestamp, string expected)
    {
        var alarm = JsonNode.Parse(Samples.Read("latency-firing.json"))!;
        alarm["detail"]!["state"]!["timestamp"] = timestamp;

        Assert.Equal(DateTimeOffset.Parse(expected), Signal(alarm).OccurredAt);
    }

    [Fact]
    public void Classify_SameAlarmThroughEventBridgeAndSns_HasTheSameKeyAndRoute()
    {
        var policy = new PolicyFile().With("routes/0/when", """
            { "source": ["cloudwatch-alarm"], "account": ["210987654321"], "region": ["eu-west-1"],
              "alarm": { "namespace": ["AWS/ApplicationELB"], "metric": ["TargetResponseTime"], "statistic": ["p99"], "composite": [false],
                         "dimensions": { "LoadBalancer": ["app/checkout/6d1c2f9a"] } } }
            """).Read();
        var bus = JsonNode.Parse(Samples.Read("latency-firing.json"))!;
        var topic = JsonNode.Parse(Samples.Read("sns-bare-data-quality.json"))!;
        topic["AlarmName"] = "checkout-latency-p99";
        topic["AlarmArn"] = "arn:aws:cloudwatch:eu-west-1:210987654321:alarm:checkout-latency-p99";
        topic["Trigger"] = JsonNode.Parse("""
            { "MetricName": "TargetResponseTime", "Namespace": "AWS/ApplicationELB", "StatisticType": "ExtendedStatistic", "ExtendedStatistic": "p99",
              "Dimensions": [{ "name": "LoadBalancer", "value": "app/checkout/6d1c2f9a" }], "ComparisonOperator": "GreaterThanThreshold", "Threshold": 1.5 }
            """);

        Assert.All([Signal(bus, policy), Signal(topic, policy)], signal =>
        {
            Assert.Equal("cloudwatch-alarm:210987654321:eu-west-1:checkout-latency-p99", signal.DedupKey);
            Assert.Equal("Checkout", signal.Route);
        });
    }

    [Fact]
    public void Classify_SeveralRecordsInOneMessage_ReadsTheFirstAndSaysThatOthersWereLeft()
    {
        var message = JsonNode.Parse(Samples.Read("sns-records-metering.json"))!;
        var records = message["Records"]!.AsArray();
        records.Add(records[0]!.DeepClone());

        Assert.EndsWith("(1 more in the same message were not read: a message is to carry one.)", Signal(message).Reason);
    }

    [Fact]
    public void Classify_MutedAlarm_SaysByWhatAndUntilWhen()
    {
        var muted = Assert.IsType<Classification.Suppressed>(Samples.Classify("muted-firing.json"));

        Assert.Equal("It is muted by the mute rule friday-deploy until 2026-03-02 14:30 UTC.", muted.Reason);
    }

    [Fact]
    public void Classify_NothingToName_NamesTheMessage() => Assert.Equal("Message plain-text.txt", Samples.Classify("plain-text.txt").Title);

    [Theory]
    [InlineData("[]", "It is JSON, but no object, and an alarm is one.")]
    [InlineData("{}", "It has none of the members by which an alarm is known (detail-type, alarmData, AlarmName); it has: (nothing).")]
    [InlineData("", "It is not JSON; it begins: (nothing)")]
    [InlineData("""{"AlarmName":"a"}""", "The alarm's state is missing: NewStateValue should say OK, ALARM or INSUFFICIENT_DATA.")]
    [InlineData("""{"NewStateValue":"ALARM"}""", "The alarm's name is missing: neither AlarmName nor AlarmArn names one.")]
    [InlineData("""{"alarmData":{"alarmName":"a"}}""", "The alarm's state is missing: state.value should say OK, ALARM or INSUFFICIENT_DATA.")]
    [InlineData("""{"detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch"}""", "The event has no detail, which is where EventBridge puts the alarm.")]
    public void Classify_SomethingMissing_SaysWhat(string body, string reason)
    {
        var unparsed = Assert.IsType<Classification.Unparsed>(AlarmClassifier.Classify(body, "m", Samples.Policy, Samples.ReceivedAt));

        Assert.Equal(reason, unparsed.Reason);
    }

    private static Signal Signal(JsonNode body) => Signal(body, Samples.Policy);

    private static Signal Signal(JsonNode body, IncidentPolicy policy) =>
        Assert.IsType<Classification.Signalled>(AlarmClassifier.Classify(body.ToJsonString(), "m", policy, Samples.ReceivedAt)).Signal;
}
