using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class TaskStateTests
{
    private const string Invoke = "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\"";

    private readonly Bench bench = new();

    [Fact]
    public async Task Task_Succeeds_ItsResultIsTheOutputAndTheHistoryTellsTheCall()
    {
        bench.Answer = _ => new JsonObject { ["StatusCode"] = 200 };

        var execution = await bench.RunAsync($$"""  "A":{ {{Invoke}},"Arguments":{"FunctionName":"f","Payload":"{% $states.input %}"},"End":true} """, """{"id":7}""");

        Assert.Equal("""{"StatusCode":200}""", execution.Output);
        Assert.Equal(
            [
                "1<0 ExecutionStarted", "2<0 TaskStateEntered", "3<2 TaskScheduled", "4<3 TaskStarted", "5<4 TaskSucceeded", "6<5 TaskStateExited",
                "7<6 ExecutionSucceeded",
            ],
            Bench.Story(execution));
        Assert.Equal(
            """{"region":"eu-central-1","parameters":"{\"FunctionName\":\"f\",\"Payload\":{\"id\":7}}","resourceType":"lambda","resource":"invoke"}""",
            Bench.Plain(execution.History[2].Details!));
        var request = Assert.Single(bench.Requests);
        Assert.Equal(
            ("arn:aws:states:::lambda:invoke", execution.Arn, "A", "arn:aws:iam::123456789012:role/workflow"),
            (request.Resource, request.ExecutionArn, request.StateName, request.RoleArn));
        Assert.Equal(7, request.Arguments!["Payload"]!["id"]!.GetValue<int>());
    }

    [Fact]
    public async Task Task_ResourceIsAFunction_HasTheFunctionsEventsAndTheInputAsEvent()
    {
        bench.Answer = request => request.Arguments!.DeepClone();

        var execution = await bench.RunAsync("""  "A":{"Type":"Task","Resource":"arn:aws:lambda:eu-central-1:123456789012:function:triage","End":true} """, "[1]");

        Assert.Equal("[1]", execution.Output);
        Assert.Equal(["LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded"], execution.History.Skip(2).Take(3).Select(item => item.Type));
    }

    [Fact]
    public async Task Output_OfATask_SeesInputAndResult()
    {
        bench.Answer = _ => new JsonObject { ["Payload"] = new JsonObject { ["severity"] = 2 } };

        var execution = await bench.RunAsync(
            $$"""  "A":{ {{Invoke}},"Output":{"in":"{% $states.input %}","severity":"{% $states.result.Payload.severity %}"},"End":true} """, "\"x\"");

        Assert.Equal("""{"in":"x","severity":2}""", execution.Output);
    }

    [Theory]
    [InlineData("States.ALL", true)]
    [InlineData("States.TaskFailed", true)]
    [InlineData("Lambda.TooManyRequestsException", true)]
    [InlineData("Lambda.Unknown", false)]
    [InlineData("States.Timeout", false)]
    public async Task Catch_ErrorOfTheTask_IsMatchedByItsNameAndByTheGeneralOnes(string name, bool caught)
    {
        bench.Answer = _ => throw new TaskFailedException("Lambda.TooManyRequestsException", "Rate exceeded");

        var execution = await bench.RunAsync(
            $$"""  "A":{ {{Invoke}},"Catch":[{"ErrorEquals":["{{name}}"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"} """);

        Assert.Equal(caught ? "SUCCEEDED" : "FAILED", execution.Status);
        Assert.Equal(caught ? """{"Error":"Lambda.TooManyRequestsException","Cause":"Rate exceeded"}""" : null, execution.Output);
    }

    [Fact]
    public async Task Catch_OutputAndAssign_SeeTheError_AndTheExitFollowsTheFailure()
    {
        bench.Answer = _ => throw new TaskFailedException("Boom", "why");

        var execution = await bench.RunAsync(
            $$"""
            "A":{ {{Invoke}},"Assign":{"never":1},"End":true,"Catch":[
              {"ErrorEquals":["Other"],"Next":"B"},
              {"ErrorEquals":["Boom"],"Assign":{"e":"{% $states.errorOutput.Error %}"},"Output":{"in":"{% $states.input %}"},"Next":"B"}]},
            "B":{"Type":"Pass","Output":"{% [$states.input.in, $e, $exists($never)] %}","End":true}
            """,
            "3");

        Assert.Equal("""[3,"Boom",false]""", execution.Output);
        Assert.Equal("6<5 TaskStateExited", Bench.Story(execution).ElementAt(5));
    }

    [Fact]
    public async Task Arguments_GiveNothing_FailNamingTheFieldBeforeAnythingIsScheduled()
    {
        var execution = await bench.RunAsync(
            $$"""  "A":{"Type":"Pass","Next":"B"},"B":{ {{Invoke}},"Arguments":{"Payload":{"list":["{% $states.input.none %}"]} },"End":true} """);

        Assert.Equal("States.QueryEvaluationError", execution.Error);
        Assert.Equal(
            "An error occurred while executing the state 'B' (entered at the event id #4). The JSONata expression '$states.input.none' specified for the field 'Arguments/Payload/list[0]' returned nothing (undefined).",
            execution.Cause);
        Assert.Equal(["4<3 TaskStateEntered", "5<3 EvaluationFailed", "6<5 ExecutionFailed"], Bench.Story(execution).Skip(3));
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public async Task Catch_QueryEvaluationError_IsCaught()
    {
        var execution = await bench.RunAsync(
            $$"""  "A":{ {{Invoke}},"Arguments":"{% $nothing %}","Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Next":"B"}],"End":true},"B":{"Type":"Succeed","Output":"{% $states.input.Error %}"} """);

        Assert.Equal("\"States.QueryEvaluationError\"", execution.Output);
    }

    [Theory]
    [InlineData("arn:aws:states:::lambda:invoke", "lambda")]
    [InlineData("arn:aws:lambda:eu-central-1:123456789012:function:big", "arn:aws:lambda:eu-central-1:123456789012:function:big")]
    public async Task Result_LargerThanTheLimit_FailsTheTaskByName(string resource, string subject)
    {
        bench.Answer = _ => new string('x', 262_143);

        var execution = await bench.RunAsync(
            $$"""  "A":{"Type":"Task","Resource":"{{resource}}","Catch":[{"ErrorEquals":["States.DataLimitExceeded"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"} """);

        Assert.Equal(
            $$"""{"Error":"States.DataLimitExceeded","Cause":"The state/task '{{subject}}' returned a result with a size exceeding the maximum number of bytes service limit."}""",
            execution.Output);
    }

    [Fact]
    public async Task Result_AsLargeAsTheLimit_Passes()
    {
        bench.Answer = _ => new string('x', 262_142);

        var execution = await bench.RunAsync($$"""  "A":{ {{Invoke}},"End":true} """);

        Assert.Equal("SUCCEEDED", execution.Status);
    }

    [Fact]
    public async Task Timeout_OfASlowCall_StrikesOnTime()
    {
        bench.AnswerAsync = async (request, cancellation) =>
        {
            await request.PassTimeUntilAsync(bench.Clock.UtcNow.AddSeconds(70), cancellation);
            return new JsonObject();
        };

        var execution = await bench.RunAsync(
            $$"""  "A":{ {{Invoke}},"TimeoutSeconds":"{% $states.input %}","Catch":[{"ErrorEquals":["States.Timeout"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"} """, "60");

        Assert.Equal("""{"Error":"States.Timeout","Cause":null}""", execution.Output);
        Assert.Equal(Bench.Start.AddSeconds(60), execution.StopDate);
        Assert.Equal("""{"resourceType":"lambda","resource":"invoke","error":"States.Timeout"}""", execution.History.Single(item => item.Type == "TaskTimedOut").Details!.ToJsonString());
        Assert.Equal(60, (long)execution.History.Single(item => item.Type == "TaskScheduled").Details!["timeoutInSeconds"]!);
    }

    [Fact]
    public async Task Call_ThatTakesTimeWithinTheTimeout_Succeeds()
    {
        bench.AnswerAsync = async (request, cancellation) =>
        {
            await request.PassTimeUntilAsync(bench.Clock.UtcNow.AddSeconds(50), cancellation);
            return "done";
        };

        var execution = await bench.RunAsync($$"""  "A":{ {{Invoke}},"TimeoutSeconds":60,"End":true} """);

        Assert.Equal(("\"done\"", Bench.Start.AddSeconds(50)), (execution.Output, execution.StopDate));
    }

    [Fact]
    public async Task Credentials_ReachTheCallAndTheHistory()
    {
        var execution = await bench.RunAsync($$"""  "A":{ {{Invoke}},"Credentials":{"RoleArn":"{% $states.input %}"},"End":true} """, "\"arn:aws:iam::1:role/other\"");

        Assert.Equal("arn:aws:iam::1:role/other", Assert.Single(bench.Requests).RoleArn);
        Assert.Equal("arn:aws:iam::1:role/other", (string?)execution.History[2].Details!["taskCredentials"]!["roleArn"]);
    }

    [Fact]
    public async Task Catch_RuntimeError_IsNotCaught()
    {
        bench.Answer = _ => throw new TaskFailedException("States.Runtime", "beyond help");

        var execution = await bench.RunAsync($$"""  "A":{ {{Invoke}},"Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"} """);

        Assert.Equal(("FAILED", "States.Runtime", "beyond help"), (execution.Status, execution.Error, execution.Cause));
        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task Integration_BreaksInAnUnforeseenWay_NoCatchHidesIt()
    {
        bench.Answer = _ => throw new InvalidOperationException("a bug");

        var execution = await bench.RunAsync($$"""  "A":{ {{Invoke}},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"} """);

        Assert.Equal(("FAILED", "States.Runtime"), (execution.Status, execution.Error));
        Assert.Contains("The local cloud failed in arn:aws:states:::lambda:invoke: InvalidOperationException: a bug", execution.Cause);
    }
}
