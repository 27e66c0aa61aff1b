using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;

namespace IncidentServerless.StandIns.Tests.Serialization;

public record AlarmDetail(string AlarmName, string? Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlarmDetail))]
[JsonSerializable(typeof(CloudWatchEvent<AlarmDetail>))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
internal sealed partial class TestContext : JsonSerializerContext;

public class SourceGeneratorLambdaJsonSerializerTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<TestContext> Serializer = new();

    [Fact]
    public void Write_ByDefault_KeepsNamesAndLeavesOutNulls() =>
        Assert.Equal("""{"AlarmName":"CPU > 90% für \"db\""}""", Write(Serializer, new AlarmDetail("CPU > 90% für \"db\"", null)));

    [Fact]
    public void Write_WithCustomizer_FollowsIt()
    {
        var camelCase = new SourceGeneratorLambdaJsonSerializer<TestContext>(options =>
        {
            options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        });

        Assert.Equal("""{"alarmName":"CPU","reason":null}""", Write(camelCase, new AlarmDetail("CPU", null)));
    }

    [Fact]
    public void Read_NamesInAnyCase_AreFound() =>
        Assert.Equal(new AlarmDetail("CPU", "high"), Read<AlarmDetail>("""{"alarmname":"CPU","REASON":"high"}"""));

    [Theory]
    [InlineData("\"2026-03-01T12:00:00Z\"")]
    [InlineData("1772366400")]
    [InlineData("1772366400000")]
    public void Read_EventBridgeEvent_TakesEachFormOfItsTime(string time)
    {
        var alarm = Read<CloudWatchEvent<AlarmDetail>>($$"""
            {"detail-type":"CloudWatch Alarm State Change","time":{{time}},"resources":["arn:a"],"detail":{"alarmName":"CPU" } }
            """);

        Assert.Equal("CloudWatch Alarm State Change", alarm.DetailType);
        Assert.Equal(new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc), alarm.Time);
        Assert.Equal("CPU", alarm.Detail.AlarmName);
        Assert.Equal(["arn:a"], alarm.Resources);
    }

    [Fact]
    public void Read_SqsEvent_FindsAttributesAndBinaryValues()
    {
        var batch = Read<SQSEvent>("""
            {"Records":[{"messageId":"m1","body":"{}","attributes":{"ApproximateReceiveCount":"2"},"eventSourceARN":"arn:q",
             "messageAttributes":{"key":{"binaryValue":"aGk=","dataType":"Binary"}}}]}
            """);

        var message = Assert.Single(batch.Records);
        Assert.Equal(("m1", "{}", "arn:q", "2"), (message.MessageId, message.Body, message.EventSourceArn, message.Attributes["ApproximateReceiveCount"]));
        Assert.Equal("hi", Encoding.UTF8.GetString(message.MessageAttributes["key"].BinaryValue!.ToArray()));
    }

    [Fact]
    public void Write_BatchResponse_NamesTheFailures() =>
        Assert.Equal(
            """{"batchItemFailures":[{"itemIdentifier":"m1"}]}""",
            Write(Serializer, new SQSBatchResponse([new() { ItemIdentifier = "m1" }])));

    [Fact]
    public void Read_HttpRequest_FindsMethodAndTime()
    {
        var request = Read<APIGatewayHttpApiV2ProxyRequest>("""
            {"version":"2.0","routeKey":"$default","rawPath":"/ack","headers":{"host":"x"},"isBase64Encoded":false,
             "requestContext":{"http":{"method":"GET","path":"/ack","sourceIp":"192.0.2.1"},"timeEpoch":1772366400000}}
            """);

        Assert.Equal(("GET", "/ack", 1772366400000), (request.RequestContext.Http.Method, request.RawPath, request.RequestContext.TimeEpoch));
    }

    [Fact]
    public void Write_HttpResponse_UsesTheNamesOfPayloadFormatTwo() =>
        Assert.Equal(
            """{"statusCode":200,"headers":{"content-type":"text/html"},"body":"<p>","isBase64Encoded":false}""",
            Write(Serializer, new APIGatewayHttpApiV2ProxyResponse
            {
                StatusCode = 200,
                Headers = new Dictionary<string, string> { ["content-type"] = "text/html" },
                Body = "<p>",
            }));

    [Fact]
    public void Read_WrongPayload_SaysWhichTypeAndWhere()
    {
        var exception = Assert.Throws<JsonSerializerException>(() => Read<AlarmDetail>("""{"AlarmName":5}"""));

        Assert.StartsWith(
            $"Error converting the Lambda event JSON payload to type {typeof(AlarmDetail).FullName}: The JSON value could not be converted",
            exception.Message, StringComparison.Ordinal);
        Assert.IsType<JsonException>(exception.InnerException);
    }

    [Fact]
    public void Type_ThatTheContextDoesNotKnow_IsNamed()
    {
        var exception = Assert.Throws<JsonSerializerException>(() => Read<Uri>("\"x\""));

        Assert.Equal($"No JsonTypeInfo registered in {typeof(TestContext).FullName} for type System.Uri.", exception.Message);
    }

    private static T Read<T>(string json) => Serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Write<T>(SourceGeneratorLambdaJsonSerializer<TestContext> serializer, T value)
    {
        using var output = new MemoryStream();
        serializer.Serialize(value, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
