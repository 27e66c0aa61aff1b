using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using IncidentServerless.StandIns.Tests.Http;

namespace IncidentServerless.StandIns.Tests.RuntimeSupport;

public class LambdaBootstrapTests
{
    private static readonly PlainJson Json = new();

    [Fact]
    public async Task Handler_WithResult_ItsJsonIsPostedAsTheResponse()
    {
        var served = await ServeAsync(Double, Invocation("r1", "4"));

        var post = Assert.Single(served.Posts);
        Assert.Equal("invocation/r1/response", FakeRuntimeApi.Path(post));
        Assert.Equal("8", post.Body);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.Equal("1", post.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Handler_WithoutResult_AnEmptyResponseIsPosted()
    {
        var seen = new List<int>();
        var builder = LambdaBootstrapBuilder.Create<int>(input =>
        {
            seen.Add(input);
            return Task.CompletedTask;
        }, Json);

        var served = await ServeAsync(builder, Invocation("r1", "4"));

        Assert.Equal([4], seen);
        Assert.Equal("0", Assert.Single(served.Posts).Headers["Content-Length"]);
    }

    [Fact]
    public async Task Invocations_OneAfterAnother_ShareOneConnection()
    {
        var served = await ServeAsync(Double, Invocation("r1", "1"), Invocation("r2", "x"), Invocation("r3", "3"));

        Assert.Equal(
            ["invocation/r1/response", "invocation/r2/error", "invocation/r3/response"],
            served.Posts.Select(FakeRuntimeApi.Path));
        Assert.Single(served.Requests.Select(request => request.ClientPort).Distinct());
    }

    [Fact]
    public async Task Context_OfAnInvocation_HoldsItsHeadersAndTheEnvironment()
    {
        ILambdaContext? context = null;
        var traceInEnvironment = "";
        var builder = LambdaBootstrapBuilder.Create<int>((_, given) =>
        {
            context = given;
            traceInEnvironment = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
            return Task.CompletedTask;
        }, Json);
        var deadline = FixedClock.AtNoon.GetUtcNow().AddSeconds(7.5).ToUnixTimeMilliseconds();

        await Served.AllAsync(
            builder,
            new()
            {
                ["AWS_LAMBDA_FUNCTION_NAME"] = "triage",
                ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
                ["AWS_LAMBDA_LOG_GROUP_NAME"] = "group",
                ["AWS_LAMBDA_LOG_STREAM_NAME"] = "stream",
                ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
                ["AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK"] = "true",
            },
            Invocation("r1", "1", ("lambda-runtime-deadline-ms", $"{deadline}"), ("Lambda-Runtime-Trace-Id", "Root=1-a"),
                ("Lambda-Runtime-Invoked-Function-Arn", "arn:f"), ("Lambda-Runtime-Aws-Tenant-Id", "t1")));

        Assert.NotNull(context);
        Assert.Equal(
            ("r1", "triage", "$LATEST", "arn:f", "group", "stream", 512, "t1", "Root=1-a", "Root=1-a"),
            (context.AwsRequestId, context.FunctionName, context.FunctionVersion, context.InvokedFunctionArn, context.LogGroupName,
                context.LogStreamName, context.MemoryLimitInMB, context.TenantId, context.TraceId, traceInEnvironment));
        Assert.Equal(TimeSpan.FromSeconds(7.5), context.RemainingTime);
    }

    [Fact]
    public async Task RemainingTime_AfterTheDeadline_IsNegative()
    {
        TimeSpan? remaining = null;
        var builder = LambdaBootstrapBuilder.Create<int>((_, context) =>
        {
            remaining = context.RemainingTime;
            return Task.CompletedTask;
        }, Json);
        var deadline = FixedClock.AtNoon.GetUtcNow().AddMinutes(-1).ToUnixTimeMilliseconds();

        await ServeAsync(builder, Invocation("r1", "1", ("Lambda-Runtime-Deadline-Ms", $"{deadline}")));

        Assert.Equal(TimeSpan.FromMinutes(-1), remaining);
    }

    [Fact]
    public async Task Handler_ThatThrows_ItsErrorIsPostedAndLogged()
    {
        var builder = LambdaBootstrapBuilder.Create<int>(
            _ => throw new InvalidOperationException("No route für 'x'", new FormatException("inner")), Json);

        var served = await ServeAsync(builder, Invocation("r1", "1"));

        var post = Assert.Single(served.Posts);
        Assert.Equal("invocation/r1/error", FakeRuntimeApi.Path(post));
        Assert.Equal("application/vnd.aws.lambda.error+json", post.Headers["Content-Type"]);
        Assert.Equal("InvalidOperationException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Contains("f\\u00FCr", post.Headers["Lambda-Runtime-Function-XRay-Error-Cause"], StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException", post.Json.GetProperty("errorType").GetString());
        Assert.Equal("No route für 'x'", post.Json.GetProperty("errorMessage").GetString());
        Assert.Equal("inner", post.Json.GetProperty("cause").GetProperty("errorMessage").GetString());
        Assert.StartsWith("2026-03-01T12:00:00.000Z\tr1\tfail\tNo route für 'x'\nSystem.InvalidOperationException", served.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payload_ThatIsNotItsType_IsAnErrorOfTheInvocation()
    {
        var served = await ServeAsync(Double, Invocation("r1", "\"text\""), Invocation("r2", "1"));

        Assert.Equal(["invocation/r1/error", "invocation/r2/response"], served.Posts.Select(FakeRuntimeApi.Path));
        Assert.Equal("JsonException", served.Posts[0].Headers["Lambda-Runtime-Function-Error-Type"]);
    }

    [Fact]
    public async Task Initializer_ThatThrows_IsReportedAsInitErrorAndRethrown()
    {
        using var api = new FakeRuntimeApi(Invocation("r1", "1"));
        using var log = new MemoryStream();
        using var bootstrap = Served.Build(Double.UseBootstrapHandler(() => throw new ArgumentException("Bad settings")), [], api, log);

        await Assert.ThrowsAsync<ArgumentException>(() => bootstrap.RunAsync());

        var post = Assert.Single(api.Requests);
        Assert.Equal("init/error", FakeRuntimeApi.Path(post));
        Assert.Equal("ArgumentException", post.Json.GetProperty("errorType").GetString());
        Assert.Equal("Bad settings", post.Json.GetProperty("errorMessage").GetString());
        Assert.NotEmpty(post.Json.GetProperty("stackTrace").EnumerateArray());
        Assert.Contains("Bad settings", Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initializer_ThatSaysNo_NoInvocationIsTaken()
    {
        var served = await ServeAsync(Double.UseBootstrapHandler(() => Task.FromResult(false)), Invocation("r1", "1"));

        Assert.Empty(served.Requests);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task RuntimeApi_ThatRefusesNext_EndsTheRun(int status)
    {
        using var api = new FakeRuntimeApi(new Answer(status, "refused"));
        using var bootstrap = Served.Build(Double, [], api, Stream.Null);

        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => bootstrap.RunAsync());

        Assert.Equal(
            $"The Runtime API answered GET http://{api.Endpoint}/2018-06-01/runtime/invocation/next with {status} instead of 200: refused",
            exception.Message);
        Assert.Equal(status, exception.StatusCode);
    }

    [Fact]
    public async Task RuntimeApi_ThatRefusesAResponse_EndsTheRun()
    {
        using var api = new FakeRuntimeApi(Invocation("r1", "1")) { PostStatus = 413 };
        using var bootstrap = Served.Build(Double, [], api, Stream.Null);

        var exception = await Assert.ThrowsAsync<RuntimeApiClientException>(() => bootstrap.RunAsync());

        Assert.Equal(413, exception.StatusCode);
    }

    [Fact]
    public async Task Invocation_WithoutRequestId_EndsTheRun()
    {
        using var api = new FakeRuntimeApi(new Answer(200, "1"));
        using var bootstrap = Served.Build(Double, [], api, Stream.Null);

        await Assert.ThrowsAsync<RuntimeApiClientException>(() => bootstrap.RunAsync());
    }

    [Fact]
    public void Build_WithoutRuntimeApi_SaysWhichVariableIsMissing()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => Double.Build(new LambdaEnvironment(_ => null), FixedClock.AtNoon, Stream.Null));

        Assert.Equal(
            "AWS_LAMBDA_RUNTIME_API is not set. Lambda sets it to the host and port of its Runtime API; so does a local one.",
            exception.Message);
    }

    private static LambdaBootstrapBuilder Double => LambdaBootstrapBuilder.Create<int, int>(input => Task.FromResult(input * 2), Json);

    private static Answer Invocation(string requestId, string payload, params (string, string)[] headers) =>
        FakeRuntimeApi.Invocation(requestId, payload, headers);

    private static Task<Served> ServeAsync(LambdaBootstrapBuilder builder, params Answer[] invocations) =>
        Served.AllAsync(builder, [], invocations);
}
