using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Events;

[Collection("cloud")]
public sealed class EventsTests(CloudFixture fixture)
{
    private const string Rule = """
        "Alarms": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": ["aws.cloudwatch"]}, "Targets": [{"Id": "T", "Arn": {"Fn::GetAtt": ["Inbox", "Arn"]}}]}}
        """;

    private static JsonObject Alarm => (JsonObject)JsonNode.Parse("""{"source": "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change", "detail": {"alarmName": "cpu"}}""")!;

    [Fact]
    public async Task PutEvent_ThatARuleMatches_ReachesItsQueueAsAWholeEnvelope()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue(), Rule));

        var id = await cloud.PutEventAsync(Alarm);

        var message = JsonNode.Parse(cloud.Observations.Of<MessageSent>().Single().Body)!;
        Assert.Equal((id, "111122223333", "eu-west-1", "2026-03-02T09:00:00Z", "cpu"),
            ((string?)message["id"], (string?)message["account"], (string?)message["region"], (string?)message["time"], (string?)message["detail"]!["alarmName"]));
    }

    [Fact]
    public async Task PutEvent_ThatNoRuleMatches_ReachesNothing()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue(), Rule));

        await cloud.PutEventAsync(new JsonObject { ["source"] = "my.app" });

        Assert.Empty(cloud.Observations.Of<EventReceived>().Single().Rules);
        Assert.Empty(cloud.Observations.Of<MessageSent>());
    }

    [Fact]
    public async Task PutEvent_TargetIsGone_GoesToTheTargetsDeadLetterQueue()
    {
        const string rule = """
            "Alarms": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": ["aws.cloudwatch"]}, "Targets": [
                {"Id": "T", "Arn": "arn:aws:sqs:eu-west-1:111122223333:gone", "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["InboxDead", "Arn"]}}}]}}
            """;
        await using var cloud = await fixture.WorldAsync(Of(Queue(), rule));

        await cloud.PutEventAsync(Alarm);

        var dead = Assert.Single(cloud.Queues.Find(cloud.Stack.Find("AWS::SQS::Queue", "InboxDead")!.Arn)!.Messages);
        Assert.Equal("RESOURCE_NOT_FOUND", dead.Attributes["ERROR_CODE"].StringValue);
    }

    [Fact]
    public async Task PutEvent_WithTransformer_TargetGetsTheTransformedInput()
    {
        const string rule = """
            "Alarms": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": ["aws.cloudwatch"]}, "Targets": [
                {"Id": "T", "Arn": {"Fn::GetAtt": ["Inbox", "Arn"]}, "InputTransformer": {"InputPathsMap": {"name": "$.detail.alarmName", "all": "$.detail"}, "InputTemplate": "{\"text\": \"alarm <name>\", \"detail\": <all>}"}}]}}
            """;
        await using var cloud = await fixture.WorldAsync(Of(Queue(), rule));

        await cloud.PutEventAsync(Alarm);

        Assert.Equal("""{"text": "alarm cpu", "detail": {"alarmName":"cpu"}}""", cloud.Observations.Of<MessageSent>().Single().Body);
    }

    [Fact]
    public async Task Tick_OfASchedule_GivesItsTargetAScheduledEvent()
    {
        const string rule = """
            "Nightly": {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "rate(1 day)", "Targets": [{"Id": "T", "Arn": {"Fn::GetAtt": ["Inbox", "Arn"]}}]}}
            """;
        await using var cloud = await fixture.WorldAsync(Of(Queue(), rule));

        await cloud.TickAsync("Nightly");

        Assert.Equal("Scheduled Event", (string?)JsonNode.Parse(cloud.Observations.Of<MessageSent>().Single().Body)!["detail-type"]);
    }
}
