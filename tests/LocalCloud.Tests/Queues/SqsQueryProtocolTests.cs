using System.Net;
using System.Xml.Linq;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Queues;

/// <summary>The protocol of clients from before 2023, such as the <c>aws</c> command of Debian 12.</summary>
[Collection("cloud")]
public sealed class SqsQueryProtocolTests(CloudFixture fixture)
{
    private static readonly XNamespace Space = "http://queue.amazonaws.com/doc/2012-11-05/";
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task ReceiveMessage_AfterSendMessage_HasFlattenedAttributes()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue()));
        var url = Uri.EscapeDataString(cloud.Queue("Inbox").Url);

        await CallAsync(cloud, $"Action=SendMessage&Version=2012-11-05&QueueUrl={url}&MessageBody=a%3Cb&MessageAttribute.1.Name=colour&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=blue");
        var (_, answer) = await CallAsync(cloud, $"Action=ReceiveMessage&Version=2012-11-05&QueueUrl={url}&AttributeName.1=ApproximateReceiveCount&MessageAttributeName.1=All");

        var message = answer.Descendants(Space + "Message").Single();
        Assert.Equal("a<b", message.Element(Space + "Body")!.Value);
        Assert.Equal(("ApproximateReceiveCount", "1"), (message.Element(Space + "Attribute")!.Element(Space + "Name")!.Value, message.Element(Space + "Attribute")!.Element(Space + "Value")!.Value));
        Assert.Equal("blue", message.Element(Space + "MessageAttribute")!.Element(Space + "Value")!.Element(Space + "StringValue")!.Value);
    }

    [Fact]
    public async Task SendMessageBatch_TwoEntries_HasAResultEntryForEach()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue()));

        var (_, answer) = await CallAsync(cloud, $"Action=SendMessageBatch&Version=2012-11-05&QueueUrl={Uri.EscapeDataString(cloud.Queue("Inbox").Url)}"
            + "&SendMessageBatchRequestEntry.1.Id=a&SendMessageBatchRequestEntry.1.MessageBody=x&SendMessageBatchRequestEntry.2.Id=b&SendMessageBatchRequestEntry.2.MessageBody=y");

        Assert.Equal(["a", "b"], answer.Descendants(Space + "SendMessageBatchResultEntry").Select(entry => entry.Element(Space + "Id")!.Value));
        Assert.Equal(2, cloud.Queue("Inbox").Messages.Count);
    }

    [Fact]
    public async Task GetQueueUrl_OfAnUnknownQueue_IsAnErrorInXml()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue()));

        var (status, answer) = await CallAsync(cloud, "Action=GetQueueUrl&Version=2012-11-05&QueueName=nothing");

        Assert.Equal((HttpStatusCode.BadRequest, "AWS.SimpleQueueService.NonExistentQueue"), (status, answer.Descendants(Space + "Code").Single().Value));
    }

    private static async Task<(HttpStatusCode Status, XElement Answer)> CallAsync(Cloud cloud, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Endpoint) { Content = new StringContent(form, null, "application/x-www-form-urlencoded") };
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=operator/20260101/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await Http.SendAsync(request);
        return (answer.StatusCode, XElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
