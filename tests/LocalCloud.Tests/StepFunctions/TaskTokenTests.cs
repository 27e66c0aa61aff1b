using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class TaskTokenTests
{
    private const string Waiting =
        """
        "A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","TimeoutSeconds":600,
          "Arguments":{"MessageBody":"{% $states.context.Task.Token %}"},"Next":"B",
          "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}]},
        "B":{"Type":"Succeed"}
        """;

    private readonly Bench bench = new();

    public TaskTokenTests() => bench.Answer = _ => new JsonObject { ["MessageId"] = "m1" };

    [Fact]
    public async Task Success_ItsOutputIsTheResult()
    {
        var (execution, token) = await WaitAsync();

        await bench.Clock.RunUntilAsync(Bench.Start.AddMinutes(5));
        await SendAsync("SendTaskSuccess", token, ("output", """{"by":"anna"}"""));
        var ended = await EndAsync(execution);

        Assert.Equal(("SUCCEEDED", """{"by":"anna"}""", Bench.Start.AddMinutes(5)), (ended.Status, ended.Output, ended.StopDate));
        Assert.Equal(
            ["3<2 TaskScheduled", "4<3 TaskStarted", "5<4 TaskSubmitted", "6<5 TaskSucceeded", "7<6 TaskStateExited"],
            Bench.Story(ended).Skip(2).Take(5));
        Assert.Equal("""{"output":"{\"MessageId\":\"m1\"}","resourceType":"sqs","resource":"sendMessage.waitForTaskToken"}""", Bench.Plain(ended.History[4].Details!));
    }

    [Fact]
    public async Task Success_BeforeTheCallIsAnswered_IsKept()
    {
        bench.AnswerAsync = async (request, _) =>
        {
            await SendAsync("SendTaskSuccess", (string)request.Arguments!["MessageBody"]!, ("output", "1"));
            return new JsonObject();
        };

        var execution = await bench.RunAsync(Waiting);

        Assert.Equal(("1", Bench.Start), (execution.Output, execution.StopDate));
    }

    [Fact]
    public async Task Failure_WithoutErrorAndCause_IsCaughtWithNulls()
    {
        var (execution, token) = await WaitAsync();

        await SendAsync("SendTaskFailure", token);
        var ended = await EndAsync(execution);

        Assert.Equal("""{"Error":null,"Cause":null}""", ended.Output);
        Assert.Equal("""{"resourceType":"sqs","resource":"sendMessage.waitForTaskToken"}""", ended.History.Single(item => item.Type == "TaskFailed").Details!.ToJsonString());
    }

    [Fact]
    public async Task Failure_WithErrorAndCause_ReachesTheCatch()
    {
        var (execution, token) = await WaitAsync();

        await SendAsync("SendTaskFailure", token, ("error", "Rejected"), ("cause", "not now"));

        Assert.Equal("""{"Error":"Rejected","Cause":"not now"}""", (await EndAsync(execution)).Output);
    }

    [Fact]
    public async Task Timeout_NoAnswer_StrikesOnTime()
    {
        var execution = await bench.RunAsync(Waiting);

        Assert.Equal(("""{"Error":"States.Timeout","Cause":null}""", Bench.Start.AddSeconds(600)), (execution.Output, execution.StopDate));
    }

    [Fact]
    public async Task Answer_AfterTheTimeout_IsTooLate()
    {
        var (_, token) = await WaitAsync();
        await bench.Clock.RunUntilAsync(Bench.Start.AddSeconds(601));

        Assert.Equal("TaskTimedOut", (await RefusalAsync("SendTaskSuccess", token, ("output", "{}"))).Code);
        Assert.Equal("TaskTimedOut", (await RefusalAsync("SendTaskFailure", token)).Code);
        Assert.Equal("TaskTimedOut", (await RefusalAsync("SendTaskHeartbeat", token)).Code);
    }

    [Fact]
    public async Task Answer_ASecondTime_IsTooLate()
    {
        var (_, token) = await WaitAsync();
        await SendAsync("SendTaskSuccess", token, ("output", "{}"));

        var refusal = await RefusalAsync("SendTaskSuccess", token, ("output", "{}"));

        Assert.Equal(("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Answer_AfterTheExecutionWasStopped_IsTooLate()
    {
        var (execution, token) = await WaitAsync();
        await bench.CallAsync("StopExecution", new JsonObject { ["executionArn"] = execution });
        await bench.Clock.IdleAsync(Bench.Start);

        Assert.Equal("TaskTimedOut", (await RefusalAsync("SendTaskSuccess", token, ("output", "{}"))).Code);
    }

    [Fact]
    public async Task Answer_UnknownToken_DoesNotExist_AndNoTokenIsInvalid()
    {
        var (_, token) = await WaitAsync();

        Assert.Equal("TaskDoesNotExist", (await RefusalAsync("SendTaskSuccess", token[..^8] + "AAAAAAA=", ("output", "{}"))).Code);
        Assert.Equal("InvalidToken", (await RefusalAsync("SendTaskSuccess", "anything", ("output", "{}"))).Code);
    }

    [Fact]
    public async Task Success_OutputIsNoJson_IsRefusedAndTheTaskWaitsOn()
    {
        var (execution, token) = await WaitAsync();

        Assert.Equal("InvalidOutput", (await RefusalAsync("SendTaskSuccess", token, ("output", "{"))).Code);

        Assert.Equal("RUNNING", bench.StepFunctions.Execution(execution).Status);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(2, 70)]
    public async Task Heartbeat_MissedForItsSeconds_TimesTheTaskOut(int beats, int expected)
    {
        string? token = null;
        bench.Answer = request =>
        {
            token = (string)request.Arguments!["t"]!;
            return new JsonObject();
        };
        var execution = await bench.StartAsync(await bench.CreateAsync(
            """
            "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","HeartbeatSeconds":30,"Arguments":{"t":"{% $states.context.Task.Token %}"},
              "Catch":[{"ErrorEquals":["States.HeartbeatTimeout"],"Next":"B"}],"End":true},
            "B":{"Type":"Succeed"}
            """));
        for (var beat = 1; beat <= beats; beat++)
        {
            await bench.Clock.RunUntilAsync(Bench.Start.AddSeconds(20 * beat));
            await SendAsync("SendTaskHeartbeat", token!);
        }

        var ended = await EndAsync(execution);

        Assert.Equal(("SUCCEEDED", Bench.Start.AddSeconds(expected)), (ended.Status, ended.StopDate));
        Assert.Equal("""{"Error":"States.Timeout","Cause":null}""", ended.Output);
    }

    [Fact]
    public async Task Token_OfTheSameRunAgain_IsTheSame()
    {
        var (_, token) = await WaitAsync();
        var (_, again) = await new TaskTokenTests().WaitAsync();

        Assert.Equal(token, again);
    }

    [Fact]
    public async Task Success_BetweenTwoTimers_TheNextWaitBeginsAtItsMoment()
    {
        var (execution, token) = await WaitAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Arguments":{"MessageBody":"{% $states.context.Task.Token %}"},"Next":"B"},
            "B":{"Type":"Wait","Seconds":10,"Next":"C"},"C":{"Type":"Succeed"}
            """);
        bench.Clock.Schedule(Bench.Start.AddSeconds(100), () => SendAsync("SendTaskSuccess", token, ("output", "{}")));
        bench.Clock.Schedule(Bench.Start.AddSeconds(100.5), () => Task.CompletedTask);

        Assert.Equal(Bench.Start.AddSeconds(110), (await EndAsync(execution)).StopDate);
    }

    private async Task<(string Execution, string Token)> WaitAsync(string states = Waiting)
    {
        var execution = await bench.StartAsync(await bench.CreateAsync(states));
        await bench.Clock.IdleAsync(Bench.Start);
        return (execution, (string)Assert.Single(bench.Requests).Arguments!["MessageBody"]!);
    }

    private async Task<ExecutionRecord> EndAsync(string execution)
    {
        await bench.Clock.IdleAsync(Bench.Start.AddYears(1));
        return bench.StepFunctions.Execution(execution);
    }

    private Task SendAsync(string operation, string token, params (string Name, string Value)[] more) => bench.CallAsync(operation, Input(token, more));

    private Task<LocalCloud.Endpoint.AwsError> RefusalAsync(string operation, string token, params (string Name, string Value)[] more) =>
        bench.RefusalAsync(operation, Input(token, more));

    private static JsonObject Input(string token, (string Name, string Value)[] more)
    {
        var input = new JsonObject { ["taskToken"] = token };
        foreach (var (name, value) in more)
        {
            input[name] = value;
        }

        return input;
    }
}
