using Amazon.SQS;
using Amazon.SQS.Model;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Queues;

/// <summary>Through AWS's own SDK.</summary>
[Collection("cloud")]
public sealed class SqsApiTests(CloudFixture fixture)
{
    [Fact]
    public async Task Receive_AfterSend_GivesBodyAttributesAndDigestsThatTheSdkAccepts()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue()));
        using var sqs = Client(cloud);
        var url = (await sqs.GetQueueUrlAsync(cloud.Stack.Find("AWS::SQS::Queue", "Inbox")!.PhysicalName)).QueueUrl;
        await sqs.SendMessageAsync(new SendMessageRequest(url, "hello")
        {
            MessageAttributes = new() { ["colour"] = new() { DataType = "String", StringValue = "blue" }, ["bytes"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2]) } },
        });

        var message = (await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { MessageSystemAttributeNames = ["All"], MessageAttributeNames = ["All"] })).Messages.Single();

        Assert.Equal(("hello", "blue", "1"), (message.Body, message.MessageAttributes["colour"].StringValue, message.Attributes["ApproximateReceiveCount"]));
        Assert.Equal(CloudFixture.Start.ToUnixTimeMilliseconds().ToString(), message.Attributes["SentTimestamp"]);
    }

    [Fact]
    public async Task Receive_DuringTheVisibilityTimeout_GivesNothingAndAfterItGivesTheMessageAgain()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue()));
        using var sqs = Client(cloud);
        var url = cloud.Queues.Queues.Single(queue => !queue.Name.Contains("Dead", StringComparison.Ordinal)).Url;
        await sqs.SendMessageAsync(url, "hello");
        await sqs.ReceiveMessageAsync(url);

        Assert.Null((await sqs.ReceiveMessageAsync(url)).Messages);
        await fixture.Clock.RunUntilAsync(CloudFixture.Start.AddSeconds(60));
        Assert.Equal("hello", (await sqs.ReceiveMessageAsync(url)).Messages.Single().Body);
    }

    [Fact]
    public async Task ChangeMessageVisibility_ToZero_ShowsTheMessageAtOnce()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue()));
        using var sqs = Client(cloud);
        var url = cloud.Queues.Queues.Single(queue => !queue.Name.Contains("Dead", StringComparison.Ordinal)).Url;
        await sqs.SendMessageAsync(url, "hello");
        var message = (await sqs.ReceiveMessageAsync(url)).Messages.Single();

        await sqs.ChangeMessageVisibilityAsync(url, message.ReceiptHandle, 0);

        Assert.Single((await sqs.ReceiveMessageAsync(url)).Messages);
    }

    [Fact]
    public async Task DeleteMessageBatch_SomeHandles_DeletesThem()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue()));
        using var sqs = Client(cloud);
        var url = cloud.Queues.Queues.Single(queue => !queue.Name.Contains("Dead", StringComparison.Ordinal)).Url;
        await sqs.SendMessageBatchAsync(url, [new("a", "one"), new("b", "two")]);
        var messages = (await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { MaxNumberOfMessages = 10 })).Messages;

        var answer = await sqs.DeleteMessageBatchAsync(url, [new("x", messages[0].ReceiptHandle)]);

        Assert.Equal("x", answer.Successful.Single().Id);
        var left = (await sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"])).Attributes;
        Assert.Equal(("0", "1"), (left["ApproximateNumberOfMessages"], left["ApproximateNumberOfMessagesNotVisible"]));
    }

    [Fact]
    public async Task GetQueueUrl_UnknownQueue_IsTheSdksException()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue()));
        using var sqs = Client(cloud);

        var error = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => sqs.GetQueueUrlAsync("nothing"));

        Assert.Equal("The specified queue does not exist.", error.Message);
    }

    private static AmazonSQSClient Client(Cloud cloud) => new("operator", "local", new AmazonSQSConfig
    {
        ServiceURL = cloud.Endpoint.ToString(),
        AuthenticationRegion = "eu-west-1",
        MaxErrorRetry = 0,
    });
}
