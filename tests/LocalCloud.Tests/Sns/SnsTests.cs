using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Sns;

[Collection("cloud")]
public sealed class SnsTests(CloudFixture fixture)
{
    private const string Arn = "arn:aws:sns:eu-west-1:111122223333:pages";

    [Fact]
    public async Task Publish_ByAFunctionOverTheQueryProtocol_IsObservedWithSubjectAndAttributes()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Topic));
        var form = $"Action=Publish&Version=2010-03-31&TopicArn={Uri.EscapeDataString(Arn)}&Subject=SEV1&Message=a%20%26%20b"
            + "&MessageAttributes.entry.1.Name=severity&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=SEV1"
            + "&MessageAttributes.entry.2.Name=kind&MessageAttributes.entry.2.Value.DataType=String&MessageAttributes.entry.2.Value.StringValue=page";

        var result = await cloud.Functions.InvokeAsync("Toy", new JsonObject { ["do"] = "form", ["service"] = "sns", ["form"] = form }.ToJsonString());

        var published = Assert.Single(cloud.Observations.Of<NotificationPublished>());
        Assert.Equal(("pages", "SEV1", "a & b", "SEV1", "page"), (published.Topic, published.Subject, published.Message, published.Attributes["severity"], published.Attributes["kind"]));
        Assert.Contains($"<MessageId>{published.MessageId}</MessageId>", (string?)JsonNode.Parse(result.Payload)!["body"]);
    }

    [Theory]
    [InlineData("", """{"Type":"Notification"}""")]
    [InlineData(""", "RawMessageDelivery": true""", "hello")]
    public async Task Publish_QueueIsSubscribed_GetsTheEnvelopeOrTheRawMessage(string more, string expected)
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue(), Topic, Subscription(more)));

        await PublishAsync(cloud, "hello", "SEV1");

        var body = cloud.Observations.Of<MessageSent>().Single().Body;
        if (expected == "hello")
            Assert.Equal("hello", body);
        else
            Assert.Equal(("Notification", "hello", "SEV1"), ((string?)JsonNode.Parse(body)!["Type"], (string?)JsonNode.Parse(body)!["Message"], (string?)JsonNode.Parse(body)!["MessageAttributes"]!["severity"]!["Value"]));
    }

    [Theory]
    [InlineData("SEV1", 1)]
    [InlineData("SEV3", 0)]
    [InlineData(null, 0)]
    public async Task Publish_WithFilterPolicy_OnlyFittingMessagesAreDelivered(string? severity, int delivered)
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue(), Topic, Subscription(""", "FilterPolicy": {"severity": ["SEV1", "SEV2"]}""")));

        await PublishAsync(cloud, "hello", severity);

        Assert.Equal(delivered, cloud.Observations.Of<MessageSent>().Count);
    }

    [Fact]
    public async Task Publish_WithATextForEachProtocol_GivesTheQueueItsOwnAndObservesTheDefault()
    {
        await using var cloud = await fixture.WorldAsync(Of(Queue(), Topic, Subscription(""", "RawMessageDelivery": true""")));

        await cloud.CallAsync("sns", "Publish", new JsonObject { ["TopicArn"] = Arn, ["MessageStructure"] = "json", ["Message"] = """{"default":"for people","sqs":"for programs"}""" });

        Assert.Equal("for programs", cloud.Observations.Of<MessageSent>().Single().Body);
        Assert.Equal("for people", cloud.Observations.Of<NotificationPublished>().Single().Message);
    }

    [Theory]
    [InlineData("json", """{"sqs":"for programs"}""", "Invalid parameter: Message Structure - No default entry in JSON message body")]
    [InlineData("json", "hello", "Invalid parameter: Message Structure - JSON message body failed to parse")]
    [InlineData("xml", "hello", "Invalid parameter: MessageStructure")]
    public async Task Publish_WithABrokenStructure_IsRefused(string structure, string message, string error)
    {
        await using var cloud = await fixture.WorldAsync(Of(Topic));

        var fault = await Assert.ThrowsAsync<AwsError>(() => cloud.CallAsync("sns", "Publish", new JsonObject { ["TopicArn"] = Arn, ["MessageStructure"] = structure, ["Message"] = message }));
        Assert.Equal(("InvalidParameter", error), (fault.Code, fault.Message));
    }

    [Fact]
    public async Task Publish_QueueDoesNotLetSnsIn_GoesToTheSubscriptionsDeadLetterQueue()
    {
        const string closed = """
            "Closed": {"Type": "AWS::SQS::Queue"}
            """;
        var subscription = Subscription(""", "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["InboxDead", "Arn"]}}""").Replace("[\"Inbox\"", "[\"Closed\"");
        await using var cloud = await fixture.WorldAsync(Of(Queue(), closed, Topic, subscription));

        await PublishAsync(cloud, "hello", null);

        Assert.Empty(cloud.Queue("Closed").Messages);
        Assert.Single(cloud.Queue("InboxDead").Messages);
    }

    [Theory]
    [InlineData("TopicArn", "arn:aws:sns:eu-west-1:111122223333:nothing", "NotFound", "Topic does not exist")]
    [InlineData("Message", "", "InvalidParameter", "Invalid parameter: Empty message")]
    [InlineData("Subject", "two\nlines", "InvalidParameter", "Invalid parameter: Subject")]
    public async Task Publish_OfWhatSnsRefuses_IsRefused(string member, string value, string code, string message)
    {
        await using var cloud = await fixture.WorldAsync(Of(Topic));
        var input = new JsonObject { ["TopicArn"] = Arn, ["Message"] = "m" };
        input[member] = value;

        var error = await Assert.ThrowsAsync<AwsError>(() => cloud.CallAsync("sns", "Publish", input));

        Assert.Equal((code, message), (error.Code, error.Message));
    }

    private static string Subscription(string more) => $$$"""
        "Subscription": {"Type": "AWS::SNS::Subscription", "Properties": {"TopicArn": {"Ref": "Topic"}, "Protocol": "sqs", "Endpoint": {"Fn::GetAtt": ["Inbox", "Arn"]} {{{more}}} }}
        """;

    private static Task PublishAsync(Cloud cloud, string message, string? severity)
    {
        var input = new JsonObject { ["TopicArn"] = Arn, ["Message"] = message };
        if (severity is not null)
            input["MessageAttributes"] = new JsonObject { ["severity"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = severity } };
        return cloud.CallAsync("sns", "Publish", input);
    }
}
