using System.Text;
using System.Web;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using IncidentServerless.StandIns.Tests.Http;

namespace IncidentServerless.StandIns.Tests.Clients;

public class SnsClientTests
{
    private const string Published = """
        <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <PublishResult><MessageId>m-1</MessageId><SequenceNumber>7</SequenceNumber></PublishResult>
          <ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata>
        </PublishResponse>
        """;

    [Fact]
    public async Task Publish_IsASignedQueryRequest()
    {
        using var server = new LoopbackServer(_ => Xml(200, Published));
        using var client = Client(server);

        var response = await client.PublishAsync(new PublishRequest
        {
            TopicArn = "arn:aws:sns:eu-west-1:123456789012:pages",
            Subject = "SEV1",
            Message = "50% & rising: é\n+1",
            MessageAttributes = new()
            {
                ["severity"] = new() { DataType = "String", StringValue = "SEV1" },
                ["raw"] = new() { DataType = "Binary", BinaryValue = new MemoryStream(Encoding.UTF8.GetBytes("hi")) },
            },
        });

        var request = Assert.Single(server.Requests);
        Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AK/[0-9]{8}/eu-west-1/sns/aws4_request, ", request.Headers["Authorization"]);
        var form = HttpUtility.ParseQueryString(request.Body);
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["Action"] = "Publish",
                ["Version"] = "2010-03-31",
                ["TopicArn"] = "arn:aws:sns:eu-west-1:123456789012:pages",
                ["Subject"] = "SEV1",
                ["Message"] = "50% & rising: é\n+1",
                ["MessageAttributes.entry.1.Name"] = "severity",
                ["MessageAttributes.entry.1.Value.DataType"] = "String",
                ["MessageAttributes.entry.1.Value.StringValue"] = "SEV1",
                ["MessageAttributes.entry.2.Name"] = "raw",
                ["MessageAttributes.entry.2.Value.DataType"] = "Binary",
                ["MessageAttributes.entry.2.Value.BinaryValue"] = "aGk=",
            },
            form.AllKeys.ToDictionary(key => key!, key => form[key]));
        Assert.Equal(("m-1", "7", "req-1"), (response.MessageId, response.SequenceNumber, response.ResponseMetadata.RequestId));
    }

    [Theory]
    [InlineData(404, "NotFound", typeof(NotFoundException))]
    [InlineData(400, "InvalidParameter", typeof(InvalidParameterException))]
    [InlineData(400, "ParameterValueInvalid", typeof(InvalidParameterValueException))]
    [InlineData(403, "AuthorizationError", typeof(AuthorizationErrorException))]
    [InlineData(400, "KMSAccessDenied", typeof(KMSAccessDeniedException))]
    [InlineData(400, "Unheard", typeof(AmazonSimpleNotificationServiceException))]
    public async Task Error_OfTheService_IsItsException(int status, string code, Type expected)
    {
        using var server = new LoopbackServer(_ => Xml(status, Error(code)));
        using var client = Client(server);

        var exception = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
            () => client.PublishAsync(new PublishRequest { Message = "x" }));

        Assert.IsType(expected, exception);
        Assert.Equal(("because", code, status, "req-2"), (exception.Message, exception.ErrorCode, (int)exception.StatusCode, exception.RequestId));
    }

    [Theory]
    [InlineData(500, "InternalError")]
    [InlineData(400, "Throttling")]
    public async Task Error_ThatPasses_IsRetried(int status, string code)
    {
        var answers = new Queue<Answer>([Xml(status, Error(code)), Xml(200, Published)]);
        using var server = new LoopbackServer(_ => answers.Dequeue());
        using var client = Client(server);

        Assert.Equal("m-1", (await client.PublishAsync(new PublishRequest { Message = "x" })).MessageId);
        Assert.Equal(2, server.Requests.Count);
    }

    private static string Error(string code) => $"""
        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>because</Message></Error><RequestId>req-2</RequestId>
        </ErrorResponse>
        """;

    private static Answer Xml(int status, string body) => new(status, body) { ContentType = "text/xml" };

    private static AmazonSimpleNotificationServiceClient Client(LoopbackServer server) => new(
        new BasicAWSCredentials("AK", "SK"),
        new AmazonSimpleNotificationServiceConfig { ServiceURL = $"http://{server.Address}", AuthenticationRegion = "eu-west-1" });
}
