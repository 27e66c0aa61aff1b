using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Lambda;

[Collection("cloud")]
public sealed class LambdaServiceTests(CloudFixture fixture)
{
    [Fact]
    public async Task Invoke_FunctionAnswers_PayloadComesBack()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function()));

        var result = await cloud.Functions.InvokeAsync("Toy", """{"a":"é"}""");

        Assert.True(result.Succeeded);
        Assert.Equal("é", (string?)JsonNode.Parse(result.Payload)!["a"]);
    }

    [Fact]
    public async Task World_WhoseFunctionsAreOthers_EndsTheProcessesOfThoseBefore()
    {
        var pid = await PidAsync("");

        await PidAsync(", \"MemorySize\": 256");

        Assert.NotEqual(pid, await PidAsync(""));
    }

    [Fact]
    public async Task World_WithTheSameFunctions_UsesTheProcessesOfTheOneBefore() => Assert.Equal(await PidAsync(""), await PidAsync(""));

    private async Task<string> PidAsync(string more)
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(more: more)));
        return (await cloud.Functions.InvokeAsync("Toy", """{"do":"pid"}""")).Payload;
    }

    [Fact]
    public async Task Invoke_Deadline_IsVirtualTimePlusTimeout()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function()));
        await fixture.Clock.RunUntilAsync(CloudFixture.Start.AddDays(14));

        var result = await cloud.Functions.InvokeAsync("Toy", """{"do":"deadline"}""");

        Assert.Equal(CloudFixture.Start.AddDays(14).AddSeconds(10).ToUnixTimeMilliseconds().ToString(), result.Payload);
    }

    [Fact]
    public async Task Invoke_FunctionThrows_ErrorIsAnswered()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function()));

        var result = await cloud.Functions.InvokeAsync("Toy", """{"do":"throw"}""");

        Assert.Equal(("Toy", "as asked"), (result.ErrorType, result.ErrorMessage));
    }

    [Fact]
    public async Task Invoke_ProcessExits_FailsAsLambdaDoesAndTheNextInvocationHasANewProcess()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function()));
        var before = await cloud.Functions.InvokeAsync("Toy", """{"do":"pid"}""");

        var result = await cloud.Functions.InvokeAsync("Toy", """{"do":"exit","code":3}""");
        var after = await cloud.Functions.InvokeAsync("Toy", """{"do":"pid"}""");

        Assert.Equal(("Runtime.ExitError", $"RequestId: {result.RequestId} Error: Runtime exited with error: exit status 3"), (result.ErrorType, result.ErrorMessage));
        Assert.NotEqual(before.Payload, after.Payload);
    }

    [Fact]
    public async Task Invoke_FunctionHangs_TimesOutAndTheNextInvocationHasANewProcess()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function().Replace("\"Timeout\": 10", "\"Timeout\": 1")));
        var before = await cloud.Functions.InvokeAsync("Toy", """{"do":"pid"}""");

        var result = await cloud.Functions.InvokeAsync("Toy", """{"do":"hang"}""");

        Assert.Equal(("Sandbox.Timedout", $"RequestId: {result.RequestId} Error: Task timed out after 1.00 seconds"), (result.ErrorType, result.ErrorMessage));
        Assert.NotEqual(before.Payload, (await cloud.Functions.InvokeAsync("Toy", """{"do":"pid"}""")).Payload);
    }

    [Fact]
    public async Task Invoke_WhileTheReservedConcurrencyIsUsedUp_IsThrottled()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(more: """, "ReservedConcurrentExecutions": 1""")));
        var running = cloud.Functions.InvokeAsync("Toy", "{}");

        var error = await Assert.ThrowsAsync<AwsError>(() => cloud.Functions.InvokeAsync("Toy", "{}"));

        Assert.Equal(("TooManyRequestsException", 429), (error.Code, error.Status));
        Assert.True((await running).Succeeded);
    }

    [Fact]
    public async Task Invoke_ProcessNeverStarts_Fails()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(more: """, "Environment": {"Variables": {"FAILS_TO_START": "silently"}}""")));

        var result = await cloud.Functions.InvokeAsync("Toy", "{}");

        Assert.Equal("Runtime.ExitError", result.ErrorType);
        Assert.EndsWith("exit status 7", result.ErrorMessage);
    }

    [Fact]
    public async Task Invoke_ProcessReportsAnInitializationError_FailsWithItEachTimeInANewProcess()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(more: """, "Environment": {"Variables": {"FAILS_TO_START": "no policy"}}""")));

        var first = await cloud.Functions.InvokeAsync("Toy", "{}");
        var second = await cloud.Functions.InvokeAsync("Toy", "{}");

        Assert.Equal(("BadStart", "no policy", "BadStart"), (first.ErrorType, first.ErrorMessage, second.ErrorType));
        Assert.Equal([first.RequestId, second.RequestId], cloud.Observations.Of<FunctionLogged>().Select(logged => logged.RequestId));
    }

    [Fact]
    public async Task Invoke_SameFunctionInTheNextWorld_ReusesTheProcess()
    {
        var template = Of(Role(), Function());
        string first;
        await using (var cloud = await fixture.WorldAsync(template))
            first = (await cloud.Functions.InvokeAsync("Toy", """{"do":"pid"}""")).Payload;

        await using var next = await fixture.WorldAsync(template);

        Assert.Equal(first, (await next.Functions.InvokeAsync("Toy", """{"do":"pid"}""")).Payload);
    }

    [Theory]
    [InlineData("AWS_REGION", "\"eu-west-1\"")]
    [InlineData("GREETING", "\"hello Toy\"")]
    [InlineData("SHELL", "null")]
    public async Task Environment_OfAFunction_IsTheTemplatesAndLambdas(string name, string expected)
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(more: """, "Environment": {"Variables": {"GREETING": {"Fn::Sub": "hello ${AWS::StackName}"}}}""")));

        var result = await cloud.Functions.InvokeAsync("Toy", $$$"""{"do":"env","name":"{{{name}}}"}""");

        Assert.Equal(expected, result.Payload);
    }

    [Fact]
    public async Task Invoke_FunctionWritesALine_IsObserved()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function()));
        var seen = new TaskCompletionSource<FunctionLogged>();
        cloud.Observations.Added += observation =>
        {
            if (observation is FunctionLogged { Line: "a line" } logged)
                seen.TrySetResult(logged);
        };

        await cloud.Functions.InvokeAsync("Toy", """{"do":"log","line":"a line"}""");

        Assert.Equal("Toy", (await seen.Task).Function);
    }

    [Fact]
    public async Task Invoke_UnknownFunction_IsRefused()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role()));

        var error = await Assert.ThrowsAsync<AwsError>(() => cloud.Functions.InvokeAsync("nobody", "{}"));

        Assert.Equal(("ResourceNotFoundException", "Function not found: nobody"), (error.Code, error.Message));
    }

    [Fact]
    public async Task InvokeLater_AlwaysFails_IsTriedThreeTimesAndDeadLettered()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Queue(), Function(more: """, "DeadLetterConfig": {"TargetArn": {"Fn::GetAtt": ["Inbox", "Arn"]}}""")));

        cloud.Functions.InvokeLater("Toy", """{"do":"throw"}""");
        await fixture.Clock.IdleAsync();

        Assert.Equal([0, 60, 180], cloud.Observations.Of<FunctionInvoked>().Select(invoked => (int)(invoked.At - CloudFixture.Start).TotalSeconds));
        var given = Assert.Single(cloud.Observations.Of<MessageDeadLettered>());
        Assert.Equal("""{"do":"throw"}""", given.Body);
    }
}
