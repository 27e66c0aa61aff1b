using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Account;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Account;

[Collection("cloud")]
public sealed class SimulatedAccountTests(CloudFixture fixture)
{
    [Fact]
    public async Task Call_WithAnAnswer_ResultHasMembersWithCapitals()
    {
        var (output, _, _) = await RunAsync("cloudwatchlogs:filterLogEvents", """{"LogGroupName": "/ecs/x"}""",
            """{"cloudwatchlogs:FilterLogEvents": [{"answer": {"events": [{"message": "boom", "eventId": "1"}]}}]}""");

        Assert.Equal("""{"Events":[{"Message":"boom","EventId":"1"}]}""", output);
    }

    [Fact]
    public async Task Call_WithWhen_FirstFittingAnswerIsGiven()
    {
        var (output, _, _) = await RunAsync("lambda:getFunctionConcurrency", """{"FunctionName": "b"}""",
            """{"lambda:GetFunctionConcurrency": [{"when": {"FunctionName": ["a"]}, "answer": {"N": 1}}, {"when": {"FunctionName": ["b"]}, "answer": {"N": 2}}]}""");

        Assert.Equal("""{"N":2}""", output);
    }

    [Fact]
    public async Task Call_WithAfter_AnswersOtherwiseWhenTheOtherCallWasMade()
    {
        var answers = """{"cloudwatch:DescribeAlarms": [{"after": "lambda:PutFunctionConcurrency", "answer": {"State": "OK"}}, {"answer": {"State": "ALARM"}}], "lambda:PutFunctionConcurrency": [{"answer": {}}]}""";
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(),
            Workflow("arn:aws:states:::aws-sdk:cloudwatch:describeAlarms", "{}", "Look"), Workflow("arn:aws:states:::aws-sdk:lambda:putFunctionConcurrency", "{}", "Act")),
            (JsonObject)JsonNode.Parse(answers)!);

        var before = (await cloud.RunAsync("Look")).Output;
        await cloud.RunAsync("Act");
        var started = await cloud.CallAsync("states", "StartExecution", new() { ["stateMachineArn"] = "arn:aws:states:eu-west-1:111122223333:stateMachine:Look", ["name"] = "e2" });
        await fixture.Clock.IdleAsync();

        Assert.Equal("""{"State":"ALARM"}""", before);
        Assert.Equal("""{"State":"OK"}""", cloud.StateMachines!.Execution((string)started["executionArn"]!).Output);
    }

    [Fact]
    public async Task Call_AnsweredANumberOfTimes_GetsTheNextAnswerAfterwards()
    {
        await using var cloud = await fixture.WorldAsync(
            Of(Role(Everything), Function(), Workflow("arn:aws:states:::aws-sdk:cloudwatch:describeAlarms", "{}", "Look")),
            (JsonObject)JsonNode.Parse("""{"cloudwatch:DescribeAlarms": [{"times": 1, "fail": {"error": "ThrottlingException", "message": "Rate exceeded"}}, {"answer": {"State": "OK"}}]}""")!);

        var first = await cloud.RunAsync("Look");
        var started = await cloud.CallAsync("states", "StartExecution", new() { ["stateMachineArn"] = "arn:aws:states:eu-west-1:111122223333:stateMachine:Look", ["name"] = "again" });
        await fixture.Clock.IdleAsync();

        Assert.Equal("CloudWatch.CloudWatchException", first.Error);
        Assert.Equal("""{"State":"OK"}""", cloud.StateMachines!.Execution((string)started["executionArn"]!).Output);
    }

    [Fact]
    public async Task Call_ThatFails_HasTheSdksErrorName()
    {
        var (_, error, cause) = await RunAsync("health:describeEvents", "{}",
            """{"health:DescribeEvents": [{"fail": {"error": "SubscriptionRequiredException", "message": "No plan."}}]}""");

        Assert.Equal("Health.SubscriptionRequiredException", error);
        Assert.StartsWith("No plan. (Service: Health, Status Code: 400, ", cause);
    }

    [Theory]
    [InlineData("costexplorer:getCostAndUsage", "costexplorer:GetCostAndUsage", "ThrottlingException", "CostExplorer.CostExplorerException")]
    [InlineData("costexplorer:getCostAndUsage", "costexplorer:GetCostAndUsage", "AccessDeniedException", "CostExplorer.CostExplorerException")]
    [InlineData("budgets:describeBudgets", "budgets:DescribeBudgets", "AccessDeniedException", "Budgets.AccessDeniedException")]
    [InlineData("budgets:describeBudgets", "budgets:DescribeBudgets", "ThrottlingException", "Budgets.ThrottlingException")]
    public async Task Call_ThatFailsAsAnyServiceMay_HasTheServicesOwnErrorWhereTheSdkHasNoOther(string action, string call, string code, string expected)
    {
        var (_, error, _) = await RunAsync(action, "{}", $$"""{"{{call}}": [{"fail": "{{code}}"}]}""");

        Assert.Equal(expected, error);
    }

    [Fact]
    public async Task Call_WithoutAnAnswer_FailsNamingWhatIsMissing()
    {
        var (_, error, cause) = await RunAsync("costexplorer:getCostAndUsage", """{"Granularity": "DAILY"}""", "{}");

        Assert.Equal("CostExplorer.CostExplorerException", error);
        Assert.StartsWith("""The simulated account has no answer to costexplorer:GetCostAndUsage for {"Granularity":"DAILY"}: add one to the scenario's 'account'.""", cause);
    }

    [Theory]
    [InlineData("""{"lambda:X": [{"answer": {}}, {"answer": {}}]}""", "An answer to lambda:X without 'when', 'after' and 'times' must come last: the ones behind it would never be given.")]
    [InlineData("""{"lambda:X": [{"anser": {}}]}""", "An answer to lambda:X has the unknown member 'anser'; it may have when, after, times, answer, fail.")]
    [InlineData("""{"lambda:X": [{"when": {"a": ["b"]}}]}""", "An answer to lambda:X must have either 'answer' or 'fail'.")]
    [InlineData("""{"lambda": [{"answer": {}}]}""", "'lambda' names no call: write service:Operation, for example lambda:PutFunctionConcurrency.")]
    public async Task Answers_ThatCannotBeUsed_AreRefusedInWords(string answers, string expected)
    {
        var error = await Assert.ThrowsAsync<AccountAnswerException>(() => fixture.WorldAsync(Of(Role()), (JsonObject)JsonNode.Parse(answers)!));

        Assert.Equal(expected, error.Message);
    }

    private async Task<(string? Output, string? Error, string? Cause)> RunAsync(string call, string arguments, string answers)
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Workflow($"arn:aws:states:::aws-sdk:{call}", arguments)), (JsonObject)JsonNode.Parse(answers)!);
        var execution = await cloud.RunAsync();
        Assert.Single(cloud.Observations.Of<AccountCalled>());
        return (execution.Output, execution.Error, execution.Cause);
    }
}
