using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using IncidentServerless.StandIns.Tests.Http;

namespace IncidentServerless.StandIns.Tests.Clients;

public class StepFunctionsClientTests
{
    private const string Machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:lifecycle";
    private const string Execution = "arn:aws:states:eu-west-1:123456789012:execution:lifecycle:INC-1";

    [Fact]
    public async Task StartExecution_IsASignedJsonRequest()
    {
        using var server = new LoopbackServer(_ => Json(200, $$"""{"executionArn":"{{Execution}}","startDate":1772366400.25}"""));
        using var client = Client(server);

        var response = await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = Machine, Name = "INC-1", Input = """{"a":"é"}""" });

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/"), (request.Method, request.Path));
        Assert.Equal("AWSStepFunctions.StartExecution", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AK/[0-9]{8}/eu-west-1/states/aws4_request, SignedHeaders=.*x-amz-target.*, Signature=[0-9a-f]{64}$", request.Headers["Authorization"]);
        Assert.Equal($$"""{"stateMachineArn":"{{Machine}}","name":"INC-1","input":"{\"a\":\"é\"}"}""", request.Body);
        Assert.Equal(Execution, response.ExecutionArn);
        Assert.Equal(new DateTime(2026, 3, 1, 12, 0, 0, 250, DateTimeKind.Utc), response.StartDate);
        Assert.Equal("req-1", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task DescribeExecution_ReadsWhatIsThereAndLeavesTheRestNull()
    {
        using var server = new LoopbackServer(_ => Json(200, $$"""
            {"executionArn":"{{Execution}}","stateMachineArn":"{{Machine}}","name":"INC-1","status":"RUNNING","startDate":1772366400,
             "input":"{}","inputDetails":{"included":true},"output":null,"redriveCount":0,"unheardOf":[1]}
            """));
        using var client = Client(server);

        var execution = await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = Execution });

        Assert.Equal(ExecutionStatus.RUNNING, execution.Status);
        Assert.Equal(("INC-1", "{}", 0), (execution.Name, execution.Input, execution.RedriveCount));
        Assert.Null(execution.Output);
        Assert.Null(execution.StopDate);
    }

    [Fact]
    public async Task ListExecutions_AsksForAPageAndReadsIt()
    {
        using var server = new LoopbackServer(_ => Json(200, $$"""
            {"executions":[{"executionArn":"{{Execution}}","stateMachineArn":"{{Machine}}","name":"INC-1","status":"ABORTED","startDate":1,"stopDate":2}],"nextToken":"n"}
            """));
        using var client = Client(server);

        var page = await client.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = Machine, StatusFilter = ExecutionStatus.ABORTED, MaxResults = 5 });

        Assert.Equal($$"""{"stateMachineArn":"{{Machine}}","statusFilter":"ABORTED","maxResults":5}""", Assert.Single(server.Requests).Body);
        var execution = Assert.Single(page.Executions!);
        Assert.Equal(("INC-1", ExecutionStatus.ABORTED, DateTime.UnixEpoch.AddSeconds(2)), (execution.Name, execution.Status, execution.StopDate));
        Assert.Equal("n", page.NextToken);
    }

    [Fact]
    public async Task OtherOperations_WriteTheirMembers()
    {
        using var server = new LoopbackServer(_ => Json(200, "{}"));
        using var client = Client(server);

        await client.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = Execution, Error = "E", Cause = "C" });
        await client.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = "t", Output = "1" });
        await client.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = "t", Error = "E", Cause = "C" });
        await client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" });

        Assert.Equal(
            [
                ("AWSStepFunctions.StopExecution", $$"""{"executionArn":"{{Execution}}","error":"E","cause":"C"}"""),
                ("AWSStepFunctions.SendTaskSuccess", """{"taskToken":"t","output":"1"}"""),
                ("AWSStepFunctions.SendTaskFailure", """{"taskToken":"t","error":"E","cause":"C"}"""),
                ("AWSStepFunctions.SendTaskHeartbeat", """{"taskToken":"t"}"""),
            ],
            server.Requests.Select(request => (request.Headers["X-Amz-Target"]!, request.Body)));
    }

    [Theory]
    [InlineData("ExecutionAlreadyExists", typeof(ExecutionAlreadyExistsException))]
    [InlineData("com.amazonaws.swf.service.v2.model#ExecutionDoesNotExist", typeof(ExecutionDoesNotExistException))]
    [InlineData("StateMachineDoesNotExist", typeof(StateMachineDoesNotExistException))]
    [InlineData("TaskDoesNotExist", typeof(TaskDoesNotExistException))]
    [InlineData("TaskTimedOut", typeof(TaskTimedOutException))]
    [InlineData("InvalidToken", typeof(InvalidTokenException))]
    [InlineData("InvalidName", typeof(InvalidNameException))]
    [InlineData("KmsThrottlingException", typeof(KmsThrottlingException))]
    [InlineData("ValidationException", typeof(ValidationException))]
    [InlineData("AccessDeniedException", typeof(AmazonStepFunctionsException))]
    public async Task Error_OfTheService_IsItsException(string code, Type expected)
    {
        using var server = new LoopbackServer(_ => Json(400, $$"""{"__type":"{{code}}","message":"because"}"""));
        using var client = Client(server);

        var exception = await Assert.ThrowsAnyAsync<AmazonStepFunctionsException>(
            () => client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = Machine }));

        Assert.IsType(expected, exception);
        Assert.Equal(("because", code.Split('#')[^1], 400, "req-1"), (exception.Message, exception.ErrorCode, (int)exception.StatusCode, exception.RequestId));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(500, "InternalFailure")]
    [InlineData(400, "ThrottlingException")]
    public async Task Error_ThatPasses_IsRetried(int status, string code)
    {
        var answers = new Queue<Answer>([Json(status, $$"""{"__type":"{{code}}"}"""), Json(status, $$"""{"__type":"{{code}}"}"""), Json(200, "{}")]);
        using var server = new LoopbackServer(_ => answers.Dequeue());
        using var client = Client(server);

        await client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" });

        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("eu-west-1", "https://states.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://states.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", "https://states.us-gov-west-1.amazonaws.com/")]
    public void Endpoint_WithoutUrl_IsTheRegions(string region, string url)
    {
        using var client = new AmazonStepFunctionsClient(
            new BasicAWSCredentials("AK", "SK"),
            new AmazonStepFunctionsConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), IgnoreConfiguredEndpointUrls = true });

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new ListExecutionsRequest()).URL.TrimEnd('/') + "/");
    }

    [Fact]
    public async Task Endpoint_OfTheEnvironment_BeatsTheRegion()
    {
        using var server = new LoopbackServer(_ => Json(200, "{}"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_SFN", $"http://{server.Address}");
        try
        {
            using var client = new AmazonStepFunctionsClient(new BasicAWSCredentials("AK", "SK"), RegionEndpoint.EUWest1);
            await client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" });
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_SFN", null);
        }

        Assert.Contains("/states/aws4_request", Assert.Single(server.Requests).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_ByFips_IsRefusedRatherThanIgnored()
    {
        using var client = new AmazonStepFunctionsClient(
            new BasicAWSCredentials("AK", "SK"),
            new AmazonStepFunctionsConfig { RegionEndpoint = RegionEndpoint.EUWest1, UseFIPSEndpoint = true });

        Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new ListExecutionsRequest()));
    }

    private static Answer Json(int status, string body) => new(status, body)
    {
        ContentType = "application/x-amz-json-1.0",
        Headers = { ["x-amzn-RequestId"] = "req-1" },
    };

    private static AmazonStepFunctionsClient Client(LoopbackServer server) => new(
        new BasicAWSCredentials("AK", "SK"),
        new AmazonStepFunctionsConfig { ServiceURL = $"http://{server.Address}", AuthenticationRegion = "eu-west-1" });
}
