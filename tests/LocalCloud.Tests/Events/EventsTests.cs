using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;
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

    [Theory]
    [InlineData("other", "ResourceNotFoundException")]
    [InlineData("default", null)]
    [InlineData("arn:aws:events:eu-west-1:111122223333:event-bus/default", null)]
    public async Task PutEvents_ForABus_IsTakenForTheDefaultOneOnly(string bus, string? code)
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue(), Rule));
        var entry = new JsonObject { ["Source"] = "my.app", ["DetailType"] = "x", ["Detail"] = "{}", ["EventBusName"] = bus };

        var answer = await cloud.Events.CallAsync(new ServiceCall("events", "PutEvents", new() { ["Entries"] = new JsonArray(entry) }, Caller.Operator), CancellationToken.None);

        Assert.Equal(code, (string?)answer["Entries"]![0]!["ErrorCode"]);
    }

    [Fact]
    public async Task Target_ThatIsAWorkflow_IsStartedInItsRolesName()
    {
        const string grant = """{"Effect": "Allow", "Action": "states:StartExecution", "Resource": "*"}""";
        await using var cloud = await fixture.WorldAsync(Of(Role(grant), Function(), Machine("""{"Type": "Pass", "End": true}"""), ToTheWorkflow("""
            , "RoleArn": {"Fn::GetAtt": ["Role", "Arn"]}
            """)));

        await cloud.PutEventAsync(Alarm);

        Assert.Empty(cloud.Observations.Of<EventDropped>());
    }

    [Theory]
    [InlineData("", "has no RoleArn")]
    [InlineData(""", "RoleArn": {"Fn::GetAtt": ["Role", "Arn"]} """, "is not authorized to perform: states:StartExecution")]
    public async Task Target_ThatIsAWorkflow_IsNotStartedWithoutTheRight(string role, string told)
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Machine("""{"Type": "Pass", "End": true}"""), ToTheWorkflow(role)));

        await cloud.PutEventAsync(Alarm);

        Assert.Contains(told, Assert.Single(cloud.Observations.Of<EventDropped>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_ThatDoesNotTrustItsService_IsRefusedAtTheStart()
    {
        var template = Of(Role(), Function()).Replace("\"lambda.amazonaws.com\", ", "", StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<TemplateException>(() => fixture.WorldAsync(template));

        Assert.Contains("'Toy' names the role 'Role', which lambda.amazonaws.com may not assume", refused.Message, StringComparison.Ordinal);
    }

    private static string ToTheWorkflow(string role) => $$$"""
        "Alarms": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": ["aws.cloudwatch"]}, "Targets": [{"Id": "T", "Arn": {"Ref": "Flow"} {{{role}}} }]}}
        """;

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

        var dead = Assert.Single(cloud.Queue("InboxDead").Messages);
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

    [Fact]
    public async Task PutEvent_QueueDoesNotLetEventBridgeIn_IsDroppedWithTheReason()
    {
        await using var cloud = await fixture.WorldAsync(Of("""
            "Inbox": {"Type": "AWS::SQS::Queue"}
            """, Rule));

        await cloud.PutEventAsync(Alarm);

        Assert.Empty(cloud.Observations.Of<MessageSent>());
        Assert.Contains("does not let events.amazonaws.com do sqs:SendMessage", Assert.Single(cloud.Observations.Of<EventDropped>()).Reason);
    }

    [Theory]
    [InlineData("events.amazonaws.com", 1)]
    [InlineData("s3.amazonaws.com", 0)]
    public async Task PutEvent_ToAFunction_NeedsItsPermission(string principal, int invoked)
    {
        var rule = $$$"""
            "Alarms": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": ["aws.cloudwatch"]}, "Targets": [{"Id": "T", "Arn": {"Fn::GetAtt": ["Toy", "Arn"]}}]}},
            "May": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction", "FunctionName": {"Ref": "Toy"}, "Principal": "{{{principal}}}", "SourceArn": {"Fn::GetAtt": ["Alarms", "Arn"]} } }
            """;
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), rule));

        await cloud.PutEventAsync(Alarm);
        await fixture.Clock.IdleAsync();

        Assert.Equal(invoked, cloud.Observations.Of<FunctionSucceeded>().Count);
    }
}
