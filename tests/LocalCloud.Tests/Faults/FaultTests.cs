using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Faults;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Faults;

[Collection("cloud")]
public sealed class FaultTests(CloudFixture fixture)
{
    private const string Table = """
        "Store": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "store", "KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}]}}
        """;

    private const string Put = """{"TableName": "store", "Item": {"PK": {"S": "a"}}}""";
    private const string Get = """{"TableName": "store", "Key": {"PK": {"S": "a"}}}""";

    private Task<Cloud> WorldAsync() => fixture.WorldAsync(Of(Role(Everything), Function(), Table));

    [Fact]
    public async Task Calls_OfAFunction_AreNumberedByInvocation()
    {
        await using var cloud = await WorldAsync();

        await cloud.Functions.InvokeAsync("Toy", $$$"""{"do": "calls", "calls": [{"service": "dynamodb", "target": "DynamoDB_20120810.PutItem", "input": {{{Put}}}}, {"service": "dynamodb", "target": "DynamoDB_20120810.GetItem", "input": {{{Get}}}}]}""");
        await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.GetItem", Get);

        Assert.Equal([("Toy", 1, 1, "PutItem"), ("Toy", 1, 2, "GetItem"), ("Toy", 2, 1, "GetItem")], cloud.Faults.Calls.Select(call => (call.Function, call.Invocation, call.Call, call.Operation)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_BeforeOrAfterACall_InvocationFailsAndTheCallWasMadeOnlyIfAfter(bool after)
    {
        await using var cloud = await WorldAsync();
        cloud.Faults.Add(new Fault { Operation = "PutItem", Effect = after ? new FaultEffect.KillAfter() : new FaultEffect.KillBefore() });

        var result = await cloud.Functions.InvokeAsync("Toy", $$$"""{"do": "call", "service": "dynamodb", "target": "DynamoDB_20120810.PutItem", "input": {{{Put}}}}""");

        Assert.Equal("Runtime.ExitError", result.ErrorType);
        Assert.EndsWith("signal: killed", result.ErrorMessage);
        var stored = await cloud.CallAsync("dynamodb", "GetItem", (JsonObject)JsonNode.Parse(Get)!);
        Assert.Equal(after, stored.ContainsKey("Item"));
    }

    [Fact]
    public async Task Refuse_OnceThenNoMore_SecondCallPasses()
    {
        await using var cloud = await WorldAsync();
        cloud.Faults.Add(new Fault { Service = "dynamodb", Effect = new FaultEffect.Refuse("ThrottlingException", "Slow down.") });

        var first = await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.PutItem", Put);
        var second = await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.PutItem", Put);

        Assert.Equal((400, "ThrottlingException", 200), (first.Status, (string?)first.Body!["__type"], second.Status));
    }

    [Fact]
    public async Task Refuse_UntilRemoved_EveryCallFailsUntilThen()
    {
        await using var cloud = await WorldAsync();
        var fault = cloud.Faults.Add(new Fault { Service = "dynamodb", Times = null, Effect = new FaultEffect.Refuse("ServiceUnavailable", Status: 503) });

        Assert.Equal(503, (await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.GetItem", Get)).Status);
        Assert.Equal(503, (await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.GetItem", Get)).Status);
        fault.Dispose();
        Assert.Equal(200, (await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.GetItem", Get)).Status);
    }

    [Fact]
    public async Task TransactionConflict_OfATransaction_GivesAReasonForEachItem()
    {
        await using var cloud = await WorldAsync();
        cloud.Faults.Add(new Fault { Effect = new FaultEffect.TransactionConflict() });

        var (status, body) = await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.TransactWriteItems", $$$"""{"TransactItems": [{"Put": {{{Put}}}}, {"Delete": {{{Get}}}}]}""");

        Assert.Equal((400, "TransactionConflict", "None"), (status, (string?)body!["CancellationReasons"]![0]!["Code"], (string?)body["CancellationReasons"]![1]!["Code"]));
    }

    [Fact]
    public async Task StaleRead_OfAnEventuallyConsistentRead_DoesNotSeeTheWrite()
    {
        await using var cloud = await WorldAsync();
        cloud.Faults.Add(new Fault { Operation = "GetItem", Times = null, Effect = new FaultEffect.StaleRead() });
        await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.PutItem", Put);

        var stale = await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.GetItem", Get);
        var consistent = await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.GetItem", """{"TableName": "store", "Key": {"PK": {"S": "a"}}, "ConsistentRead": true}""");

        Assert.Null(stale.Body!["Item"]);
        Assert.NotNull(consistent.Body!["Item"]);
    }

    [Fact]
    public async Task QueueFault_RepeatAfter_DeliversTheMessageAgainThoughItWasDeleted()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Queue(), Mapping()));
        cloud.Faults.Add(new QueueFault { Queue = "Inbox", RepeatAfter = TimeSpan.FromSeconds(30) });

        var id = cloud.Queue("Inbox").Send("once");
        await fixture.Clock.IdleAsync();

        Assert.Equal([(id, 0), (id, 30)], cloud.Observations.Of<MessagesReceived>().Select(received => (received.MessageIds.Single(), (int)(received.At - CloudFixture.Start).TotalSeconds)));
    }

    [Fact]
    public async Task QueueFault_HoldBack_DeliversALaterMessageFirst()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Queue(), Mapping()));
        cloud.Faults.Add(new QueueFault { BodyContains = "first", HoldBack = TimeSpan.FromSeconds(30) });

        var first = cloud.Queue("Inbox").Send("first");
        var second = cloud.Queue("Inbox").Send("second");
        await fixture.Clock.IdleAsync();

        Assert.Equal([second, first], cloud.Observations.Of<MessagesReceived>().SelectMany(received => received.MessageIds));
    }

    [Fact]
    public async Task WorkflowFault_OnATask_FailsItOnceAndTheRetrySucceeds()
    {
        const string retry = """, "Retry": [{"ErrorEquals": ["SNS.InternalErrorException"], "IntervalSeconds": 2}]""";
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Topic, Workflow("arn:aws:states:::sns:publish", """{"TopicArn": "${Topic}", "Message": "m"}""", more: retry)));
        cloud.Faults.Add(new WorkflowFault { State = "Do it", Resource = "sns:publish", Error = "SNS.InternalErrorException" });

        var execution = await cloud.RunAsync();

        Assert.Equal("SUCCEEDED", execution.Status);
        Assert.Equal(CloudFixture.Start.AddSeconds(2), Assert.Single(cloud.Observations.Of<NotificationPublished>()).At);
    }
}
