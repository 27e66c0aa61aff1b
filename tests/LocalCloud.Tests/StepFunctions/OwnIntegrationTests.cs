using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class OwnIntegrationTests
{
    private const string ChildArn = "arn:aws:states:eu-central-1:123456789012:stateMachine:child";

    private readonly Bench bench = new();

    [Fact]
    public async Task StartExecution_RequestResponse_GoesOnWhileTheChildRuns()
    {
        await bench.CreateAsync("""  "A":{"Type":"Wait","Seconds":60,"End":true} """, name: "child");

        var parent = await bench.RunAsync(Start("states:startExecution"));

        Assert.Equal(Bench.Start, parent.StopDate);
        var result = JsonNode.Parse(parent.Output!)!.AsObject();
        Assert.Equal("arn:aws:states:eu-central-1:123456789012:execution:child:c1", (string?)result["ExecutionArn"]);
        Assert.Equal(["ExecutionArn", "StartDate", "SdkHttpMetadata", "SdkResponseMetadata"], result.Select(member => member.Key));
        Assert.Equal(("SUCCEEDED", Bench.Start.AddSeconds(60)), (Child().Status, Child().StopDate));
        Assert.Equal("""{"x":1}""", Child().Input);
    }

    [Theory]
    [InlineData("sync", "\"[2]\"")]
    [InlineData("sync:2", "[2]")]
    public async Task StartExecution_Sync_WaitsForTheChildsOutput(string pattern, string output)
    {
        await bench.CreateAsync("""  "A":{"Type":"Wait","Seconds":60,"Output":[2],"End":true} """, name: "child");

        var parent = await bench.RunAsync(Start($"states:startExecution.{pattern}"));

        Assert.Equal(Bench.Start.AddSeconds(60), parent.StopDate);
        var result = JsonNode.Parse(parent.Output!)!;
        Assert.Equal(output, result["Output"]!.ToJsonString());
        Assert.Equal("SUCCEEDED", (string?)result["Status"]);
        Assert.Equal(["TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded"], parent.History.Skip(2).Take(4).Select(item => item.Type));
    }

    [Fact]
    public async Task StartExecution_SyncChildFails_FailsTheTaskWithItsDescription()
    {
        await bench.CreateAsync("""  "A":{"Type":"Fail","Error":"Empty","Cause":"no rows"} """, name: "child");

        var parent = await bench.RunAsync(Start("states:startExecution.sync:2"));

        Assert.Equal(("FAILED", "States.TaskFailed"), (parent.Status, parent.Error));
        var cause = JsonNode.Parse(parent.Cause!)!;
        Assert.Equal(("FAILED", "Empty", "no rows"), ((string?)cause["Status"], (string?)cause["Error"], (string?)cause["Cause"]));
    }

    [Fact]
    public async Task StartExecution_SyncParentStopped_StopsTheChild()
    {
        await bench.CreateAsync("""  "A":{"Type":"Wait","Seconds":60,"End":true} """, name: "child");
        var parent = await bench.StartAsync(await bench.CreateAsync(Start("states:startExecution.sync")));
        await bench.Clock.RunUntilAsync(Bench.Start.AddSeconds(10));

        await bench.CallAsync("StopExecution", new JsonObject { ["executionArn"] = parent });
        await bench.Clock.IdleAsync();

        Assert.Equal(("ABORTED", Bench.Start.AddSeconds(10)), (Child().Status, Child().StopDate));
    }

    [Theory]
    [InlineData("states:startExecution", "StepFunctions.ExecutionAlreadyExistsException")]
    [InlineData("aws-sdk:sfn:startExecution", "Sfn.ExecutionAlreadyExistsException")]
    public async Task StartExecution_NameTaken_FailsTheTaskAsTheIntegrationDoes(string resource, string error)
    {
        await bench.StartAsync(await bench.CreateAsync("""  "A":{"Type":"Succeed"} """, name: "child"), "{}", "c1");
        await bench.Clock.IdleAsync();

        var parent = await bench.RunAsync(Start(resource, resource.StartsWith("aws", StringComparison.Ordinal) ? "\"{}\"" : "{}"));

        Assert.Equal(error, parent.Error);
        Assert.StartsWith("Execution Already Exists: 'arn:aws:states:eu-central-1:123456789012:execution:child:c1' (Service: ", parent.Cause);
    }

    [Fact]
    public async Task Sdk_DescribeExecution_AnswersInPascalCaseWithIsoDates()
    {
        await bench.StartAsync(await bench.CreateAsync("""  "A":{"Type":"Succeed"} """, name: "child"), "{}", "c1");
        await bench.Clock.IdleAsync();

        var parent = await bench.RunAsync(
            """  "A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:describeExecution","Arguments":{"ExecutionArn":"arn:aws:states:eu-central-1:123456789012:execution:child:c1"},"End":true} """);

        var result = JsonNode.Parse(parent.Output!)!;
        Assert.Equal(("c1", "2025-03-01T12:00:00.000Z"), ((string?)result["Name"], (string?)result["StartDate"]));
        Assert.True((bool)result["InputDetails"]!["Included"]!);
        Assert.Null(result["SdkResponseMetadata"]);
    }

    [Fact]
    public async Task Sdk_SendTaskSuccess_WakesTheOtherExecution()
    {
        string? token = null;
        bench.Answer = request =>
        {
            token = (string)request.Arguments!["t"]!;
            return new JsonObject();
        };
        var waiting = await bench.StartAsync(await bench.CreateAsync(
            """  "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Arguments":{"t":"{% $states.context.Task.Token %}"},"End":true} """, name: "waiting"));
        await bench.Clock.IdleAsync();

        await bench.RunAsync(
            """  "A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:sendTaskSuccess","Arguments":{"TaskToken":"{% $states.input %}","Output":"[1]"},"End":true} """, $"\"{token}\"");

        Assert.Equal("[1]", bench.StepFunctions.Execution(waiting).Output);
    }

    [Fact]
    public async Task Sdk_InvalidToken_HasTheSdksErrorName()
    {
        var execution = await bench.RunAsync(
            """  "A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:sendTaskHeartbeat","Arguments":{"TaskToken":"no token"},"End":true} """);

        Assert.Equal("Sfn.InvalidTokenException", execution.Error);
        Assert.StartsWith("Invalid Token: 'Invalid token' (Service: Sfn, Status Code: 400, Request ID: ", execution.Cause);
    }

    [Fact]
    public async Task Authorize_DeniesTheRole_TheTaskFails()
    {
        await bench.CreateAsync("""  "A":{"Type":"Succeed"} """, name: "child");
        bench.Authorize = call => throw new AwsError("AccessDeniedException", $"{call.Caller.RoleArn} may not {call.Operation}");

        var parent = await bench.RunAsync(Start("aws-sdk:sfn:startExecution", "\"{}\""));

        Assert.Equal("Sfn.AccessDeniedException", parent.Error);
        Assert.StartsWith("arn:aws:iam::123456789012:role/workflow may not StartExecution", parent.Cause);
        Assert.Single(bench.StepFunctions.Executions);
    }

    private static string Start(string resource, string input = """{"x":1}""") =>
        $$"""  "A":{"Type":"Task","Resource":"arn:aws:states:::{{resource}}","Arguments":{"StateMachineArn":"{{ChildArn}}","Name":"c1","Input":{{input}} },"End":true} """;

    private ExecutionRecord Child() => bench.StepFunctions.Executions.Single(execution => execution.MachineName == "child");
}
