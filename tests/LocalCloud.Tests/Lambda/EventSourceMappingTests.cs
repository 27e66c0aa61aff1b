using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Lambda;

[Collection("cloud")]
public sealed class EventSourceMappingTests(CloudFixture fixture)
{
    [Fact]
    public async Task Mapping_MessagesSentTogether_AreOneBatch()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Queue(), Mapping()));
        var queue = cloud.Queues.Find(cloud.Stack.Find("AWS::SQS::Queue", "Inbox")!.Arn)!;
        queue.Send("one");
        queue.Send("two");

        await fixture.Clock.IdleAsync();

        Assert.Equal([2], cloud.Observations.Of<MessagesReceived>().Select(received => received.MessageIds.Count));
        Assert.Empty(queue.Messages);
    }

    [Fact]
    public async Task Mapping_OneItemFails_ComesAgainAfterTheVisibilityTimeoutAndThenIsDeadLettered()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Queue(maximumReceives: 2), Mapping()));
        var queue = cloud.Queues.Find(cloud.Stack.Find("AWS::SQS::Queue", "Inbox")!.Arn)!;
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
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Queue(maximumReceives: 1), Mapping()));
        var queue = cloud.Queues.Find(cloud.Stack.Find("AWS::SQS::Queue", "Inbox")!.Arn)!;
        queue.Send("good");
        queue.Send(fault);

        await fixture.Clock.IdleAsync();

        Assert.Equal(["good", fault], cloud.Observations.Of<MessageDeadLettered>().Select(given => given.Body));
    }

    [Fact]
    public async Task Mapping_WithWindow_WaitsToGather()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Queue(), Mapping(more: ", \"BatchSize\": 10, \"MaximumBatchingWindowInSeconds\": 5")));
        var queue = cloud.Queues.Find(cloud.Stack.Find("AWS::SQS::Queue", "Inbox")!.Arn)!;
        queue.Send("one");
        await fixture.Clock.RunUntilAsync(CloudFixture.Start.AddSeconds(3));
        queue.Send("two");

        await fixture.Clock.IdleAsync();

        var received = Assert.Single(cloud.Observations.Of<MessagesReceived>());
        Assert.Equal((2, 5), (received.MessageIds.Count, Seconds(received)));
    }

    private static int Seconds(Observation observation) => (int)(observation.At - CloudFixture.Start).TotalSeconds;
}
