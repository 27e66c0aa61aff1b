using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Lambda;

[Collection("cloud")]
public sealed class EventSourceMappingTests(CloudFixture fixture)
{
    [Fact]
    public async Task Mapping_MessagesSentTogether_AreOneBatch()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Queue(), Mapping()));
        var queue = cloud.Queue("Inbox");
        queue.Send("one");
        queue.Send("two");

        await fixture.Clock.IdleAsync();

        Assert.Equal([2], cloud.Observations.Of<MessagesReceived>().Select(received => received.MessageIds.Count));
        Assert.Empty(queue.Messages);
    }

    [Fact]
    public async Task Mapping_OneItemFails_ComesAgainAfterTheVisibilityTimeoutAndThenIsDeadLettered()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Queue(maximumReceives: 2), Mapping()));
        var queue = cloud.Queue("Inbox");
        queue.Send("good");
        queue.Send("fail");

        await fixture.Clock.IdleAsync();

        Assert.Equal([0, 60], cloud.Observations.Of<FunctionInvoked>().Select(invoked => Seconds(invoked)));
        var given = Assert.Single(cloud.Observations.Of<MessageDeadLettered>());
        Assert.Equal(("fail", 120), (given.Body, Seconds(given)));
        Assert.Empty(queue.Messages);
        var dead = Assert.Single(cloud.Queues.Find(given.Queue)!.Messages);
        Assert.Equal((queue.Arn, CloudFixture.Start), (dead.DeadLetterSourceArn, dead.SentAt));
    }

    [Theory]
    [InlineData("malformed answer")]
    [InlineData("""{"do": "throw"}""")]
    [InlineData("""{"do": "exit", "code": 1}""")]
    public async Task Mapping_WholeBatchFails_AllMessagesComeAgain(string fault)
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Queue(maximumReceives: 1), Mapping()));
        var queue = cloud.Queue("Inbox");
        queue.Send("good");
        queue.Send(fault);

        await fixture.Clock.IdleAsync();

        Assert.Equal(["good", fault], cloud.Observations.Of<MessageDeadLettered>().Select(given => given.Body));
    }

    [Fact]
    public async Task Mapping_WithWindow_WaitsToGather()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Queue(), Mapping(more: ", \"BatchSize\": 10, \"MaximumBatchingWindowInSeconds\": 5")));
        var queue = cloud.Queue("Inbox");
        queue.Send("one");
        await fixture.Clock.RunUntilAsync(CloudFixture.Start.AddSeconds(3));
        queue.Send("two");

        await fixture.Clock.IdleAsync();

        var received = Assert.Single(cloud.Observations.Of<MessagesReceived>());
        Assert.Equal((2, 5), (received.MessageIds.Count, Seconds(received)));
    }

    [Fact]
    public async Task Mapping_WithFilter_DeletesWhatDoesNotFitUnseen()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Queue(), Mapping(more: """, "FilterCriteria": {"Filters": [{"Pattern": "{\"body\": {\"kind\": [\"wanted\"]}}"}]}""")));
        var wanted = cloud.Queue("Inbox").Send("""{"kind": "wanted"}""");
        cloud.Queue("Inbox").Send("""{"kind": "other"}""");
        cloud.Queue("Inbox").Send("no JSON");

        await fixture.Clock.IdleAsync();

        var invoked = Assert.Single(cloud.Observations.Of<FunctionInvoked>());
        Assert.Equal([wanted], JsonNode.Parse(invoked.Payload)!["Records"]!.AsArray().Select(record => (string?)record!["messageId"]));
        Assert.Empty(cloud.Queue("Inbox").Messages);
    }

    [Theory]
    [InlineData("", 60, ", \"BatchSize\": 10", "needs more than its function's role grants: User: ")]
    [InlineData(Everything, 5, ", \"BatchSize\": 10", "reads a queue whose visibility timeout (5 s) is less than the function's timeout (10 s).")]
    [InlineData(Everything, 60, ", \"BatchSize\": 100", "has a BatchSize of 100; above 10 a MaximumBatchingWindowInSeconds of at least 1 is needed.")]
    public async Task Mapping_ThatLambdaWouldRefuse_IsRefused(string grants, int visibility, string settings, string expected)
    {
        var queue = Queue().Replace("\"VisibilityTimeout\": 60", $"\"VisibilityTimeout\": {visibility}");

        var error = await Assert.ThrowsAsync<TemplateException>(() => fixture.WorldAsync(Of(Role(grants), Function(), queue, Mapping(more: settings))));

        Assert.StartsWith("The event source mapping 'InboxToToy' " + expected, error.Message);
    }

    private static int Seconds(Observation observation) => (int)(observation.At - CloudFixture.Start).TotalSeconds;
}
