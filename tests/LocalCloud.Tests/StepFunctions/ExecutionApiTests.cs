using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class ExecutionApiTests
{
    private const string Waiting = """  "A":{"Type":"Wait","Seconds":60,"End":true} """;

    private readonly Bench bench = new();

    [Fact]
    public async Task Start_SameNameAndInputWhileItRuns_AnswersTheSameExecution()
    {
        var machine = await bench.CreateAsync(Waiting);

        var first = await StartAsync(machine, "{}", "one");
        await bench.Clock.RunUntilAsync(Bench.Start.AddSeconds(5));
        var second = await StartAsync(machine, "{}", "one");

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal("arn:aws:states:eu-central-1:123456789012:execution:machine:one", (string?)first["executionArn"]);
        Assert.Single(bench.StepFunctions.Executions);
    }

    [Fact]
    public async Task Start_SameNameOtherInput_AlreadyExists()
    {
        var machine = await bench.CreateAsync(Waiting);
        await StartAsync(machine, "{}", "one");

        var refusal = await bench.RefusalAsync("StartExecution", Starting(machine, "{ }", "one"));

        Assert.Equal(
            ("ExecutionAlreadyExists", "Execution Already Exists: 'arn:aws:states:eu-central-1:123456789012:execution:machine:one'"),
            (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Start_NameOfAClosedExecution_AlreadyExistsEvenWithTheSameInput()
    {
        var machine = await bench.CreateAsync(Waiting);
        await StartAsync(machine, "{}", "one");
        await bench.Clock.IdleAsync();

        Assert.Equal("ExecutionAlreadyExists", (await bench.RefusalAsync("StartExecution", Starting(machine, "{}", "one"))).Code);
    }

    [Fact]
    public async Task Start_WithoutName_GivesOneThatTheSameRunGivesAgain()
    {
        var names = new List<string>();
        foreach (var run in new[] { bench, new Bench() })
        {
            var machine = await run.CreateAsync(Waiting);
            names.Add(await run.StartAsync(machine));
            names.Add(await run.StartAsync(machine));
        }

        Assert.Equal(names[..2], names[2..]);
        Assert.NotEqual(names[0], names[1]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{ \"a\" : 1 }")]
    public async Task Start_AnyJson_IsTheInput_AndDescribedAsGiven(string input)
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Succeed"} """, input);

        var description = await bench.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = execution.Arn });

        Assert.Equal(input, (string?)description["input"]);
        Assert.Equal(JsonNode.Parse(input)?.ToJsonString() ?? "null", execution.Output);
    }

    [Theory]
    [InlineData("", "Invalid State Machine Execution Input: 'Invalid execution input.'")]
    [InlineData("{", null)]
    public async Task Start_InputIsNoJson_IsRefused(string input, string? message)
    {
        var refusal = await bench.RefusalAsync("StartExecution", Starting(await bench.CreateAsync(Waiting), input, "one"));

        Assert.Equal("InvalidExecutionInput", refusal.Code);
        Assert.Equal(message ?? refusal.Message, refusal.Message);
    }

    [Fact]
    public async Task Start_InputLargerThanTheLimit_IsRefused() =>
        Assert.Equal("ValidationException", (await bench.RefusalAsync("StartExecution", Starting(await bench.CreateAsync(Waiting), $"\"{new string('x', 262_143)}\"", "one"))).Code);

    [Theory]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("")]
    public async Task Start_NameWithForbiddenCharacters_IsInvalid(string name) =>
        Assert.Equal($"Invalid Name: '{name}'", (await bench.RefusalAsync("StartExecution", Starting(await bench.CreateAsync(Waiting), "{}", name))).Message);

    [Fact]
    public async Task Start_UnknownMachine_DoesNotExist() =>
        Assert.Equal("State Machine Does Not Exist: 'arn:x'", (await bench.RefusalAsync("StartExecution", Starting("arn:x", "{}", "one"))).Message);

    [Fact]
    public async Task Describe_Running_ThenSucceeded_TellsDatesInSecondsAndTheOutput()
    {
        var execution = await bench.StartAsync(await bench.CreateAsync(Waiting), "{}", "one");
        var running = await bench.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = execution });
        await bench.Clock.IdleAsync();
        var ended = await bench.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = execution });

        Assert.Equal(("RUNNING", null, null), ((string?)running["status"], running["stopDate"], running["output"]));
        Assert.Equal(("SUCCEEDED", "{}"), ((string?)ended["status"], (string?)ended["output"]));
        Assert.Equal(Bench.Start.ToUnixTimeSeconds(), (double)ended["startDate"]!);
        Assert.Equal(Bench.Start.ToUnixTimeSeconds() + 60, (double)ended["stopDate"]!);
        Assert.Equal("Execution is SUCCEEDED and cannot be redriven", (string?)ended["redriveStatusReason"]);
    }

    [Fact]
    public async Task Describe_Unknown_DoesNotExist() =>
        Assert.Equal("Execution Does Not Exist: 'arn:x'", (await bench.RefusalAsync("DescribeExecution", new JsonObject { ["executionArn"] = "arn:x" })).Message);

    [Fact]
    public async Task Stop_Running_AbortsItWithErrorAndCause_AndASecondTimeChangesNothing()
    {
        var execution = await bench.StartAsync(await bench.CreateAsync(Waiting));
        await bench.Clock.RunUntilAsync(Bench.Start.AddSeconds(7));

        var first = await bench.CallAsync("StopExecution", new JsonObject { ["executionArn"] = execution, ["error"] = "Enough", ["cause"] = "by hand" });
        await bench.Clock.IdleAsync();
        var second = await bench.CallAsync("StopExecution", new JsonObject { ["executionArn"] = execution });

        var record = bench.StepFunctions.Execution(execution);
        Assert.Equal(("ABORTED", "Enough", "by hand", Bench.Start.AddSeconds(7)), (record.Status, record.Error, record.Cause, record.StopDate));
        Assert.Equal(["1<0 ExecutionStarted", "2<0 WaitStateEntered", "3<0 ExecutionAborted"], Bench.Story(record));
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task Timeout_OfTheStateMachine_EndsItOnTimeWithoutErrorAndCause()
    {
        var execution = await bench.RunAsync(Waiting, top: "\"TimeoutSeconds\":30,");

        Assert.Equal(("TIMED_OUT", null, null, Bench.Start.AddSeconds(30)), (execution.Status, execution.Error, execution.Cause, execution.StopDate));
        Assert.Equal("States.Timeout", (string?)execution.History[^1].Details!["error"]);
    }

    [Fact]
    public async Task List_NewestFirst_ByStatus_InPages()
    {
        var machine = await bench.CreateAsync(Waiting);
        await StartAsync(machine, "{}", "old");
        await bench.Clock.IdleAsync();
        await StartAsync(machine, "{}", "b");
        await StartAsync(machine, "{}", "c");

        var first = await bench.CallAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = machine, ["maxResults"] = 2 });
        var second = await bench.CallAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = machine, ["maxResults"] = 2, ["nextToken"] = first["nextToken"]!.DeepClone() });
        var running = await bench.CallAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = machine, ["statusFilter"] = "RUNNING" });

        Assert.Equal(["c", "b"], ExecutionNames(first));
        Assert.Equal(["old"], ExecutionNames(second));
        Assert.Null(second["nextToken"]);
        Assert.Equal(["c", "b"], ExecutionNames(running));
    }

    [Fact]
    public async Task History_PagesAndReversesAndHidesData()
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Pass","End":true} """, """{"secret":1}""");

        var page = await bench.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = execution.Arn, ["maxResults"] = 3, ["reverseOrder"] = true });
        var hidden = await bench.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = execution.Arn, ["includeExecutionData"] = false });

        Assert.Equal([4, 3, 2], page["events"]!.AsArray().Select(item => (long)item!["id"]!));
        Assert.NotNull(page["nextToken"]);
        Assert.Equal("""{"secret":1}""", (string?)page["events"]![2]!["stateEnteredEventDetails"]!["input"]);
        Assert.DoesNotContain("secret", hidden.ToJsonString());
    }

    [Fact]
    public async Task StatusChanged_TellsEachStatusOnce()
    {
        var told = new List<ExecutionStatusChange>();
        bench.StepFunctions.StatusChanged += told.Add;

        var execution = await bench.RunAsync(Waiting, "[1]");

        Assert.Equal(["RUNNING", "SUCCEEDED"], told.Select(change => change.Status));
        Assert.Equal((execution.Arn, "[1]", "[1]", Bench.Start.AddSeconds(60)), (told[1].ExecutionArn, told[1].Input, told[1].Output, told[1].StopDate));
        Assert.Null(told[0].StopDate);
    }

    [Fact]
    public async Task StatusChanged_ListenerFails_TheExecutionGoesOnAndTheRunTellsIt()
    {
        bench.StepFunctions.StatusChanged += _ => throw new InvalidOperationException("no bus");
        var execution = await bench.StartAsync(await bench.CreateAsync(""" "A":{"Type":"Succeed"} """));

        var failure = await Assert.ThrowsAsync<TimerFailedException>(() => bench.Clock.IdleAsync());

        Assert.Equal("The callback of a timer failed: no bus", failure.Message);
        while (bench.Clock.Holds.Count > 0)
        {
            await Task.Yield();
        }

        Assert.Equal("SUCCEEDED", bench.StepFunctions.Execution(execution).Status);
    }

    [Fact]
    public async Task Start_OnRealTime_RunsToItsEnd()
    {
        var real = new Bench(clock: new RealClock());
        var ended = new TaskCompletionSource<ExecutionStatusChange>();
        real.StepFunctions.StatusChanged += change =>
        {
            if (change.Status != "RUNNING")
            {
                ended.SetResult(change);
            }
        };

        await real.StartAsync(await real.CreateAsync(
            """
            "A":{"Type":"Parallel","Branches":[{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true} } }],"Next":"B"},
            "B":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","TimeoutSeconds":60,"End":true}
            """));

        var end = await ended.Task;
        Assert.Equal(("SUCCEEDED", "{}"), (end.Status, end.Output));
    }

    [Fact]
    public async Task Call_MemberMissing_IsAValidationException() => Assert.Equal(
        "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null",
        (await bench.RefusalAsync("StartExecution", [])).Message);

    [Fact]
    public async Task Call_UnknownOperation_NamesWhatThereIs() =>
        Assert.Contains("does not offer StartSyncExecution; it offers CreateStateMachine", (await bench.RefusalAsync("StartSyncExecution", [])).Message);

    private static JsonObject Starting(string machine, string input, string name) => new() { ["stateMachineArn"] = machine, ["input"] = input, ["name"] = name };

    private Task<JsonObject> StartAsync(string machine, string input, string name) => bench.CallAsync("StartExecution", Starting(machine, input, name));

    private static IEnumerable<string?> ExecutionNames(JsonObject list) => list["executions"]!.AsArray().Select(item => (string?)item!["name"]);
}
