using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class MapStateTests
{
    private const string Echo = "\"ItemProcessor\":{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}";

    private const string Call = "\"ItemProcessor\":{\"StartAt\":\"T\",\"States\":{\"T\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"End\":true}}}";

    private readonly Bench bench = new();

    [Theory]
    [InlineData("\"Items\":[1,\"{% $number('2') %}\",3],", "[1,2,3]")]
    [InlineData("\"Items\":\"{% $states.input.list %}\",", "[\"x\",\"y\"]")]
    [InlineData("\"Items\":[],", "[]")]
    [InlineData("\"Items\":[7],\"ItemSelector\":{\"i\":\"{% $states.context.Map.Item.Index %}\",\"v\":\"{% $states.context.Map.Item.Value %}\",\"in\":\"{% $states.input.list[0] %}\"},", "[{\"i\":0,\"v\":7,\"in\":\"x\"}]")]
    public async Task Map_Items_AreProcessedInOrder(string fields, string expected)
    {
        var execution = await bench.RunAsync($$"""  "A":{"Type":"Map",{{fields}}{{Echo}},"End":true} """, """{"list":["x","y"]}""");

        Assert.Equal(expected, execution.Output);
    }

    [Fact]
    public async Task Map_OneAtATime_TheNextIterationFollowsTheLastEventOfTheOneBefore()
    {
        var execution = await bench.RunAsync($$"""  "A":{"Type":"Map","Items":[1,2],"MaxConcurrency":1,{{Echo}},"End":true} """);

        Assert.Equal(
            [
                "2<0 MapStateEntered", "3<2 MapStateStarted", "4<3 MapIterationStarted", "5<4 PassStateEntered", "6<5 PassStateExited", "7<6 MapIterationSucceeded",
                "8<6 MapIterationStarted", "9<8 PassStateEntered", "10<9 PassStateExited", "11<10 MapIterationSucceeded", "12<11 MapStateSucceeded",
                "13<11 MapStateExited", "14<13 ExecutionSucceeded",
            ],
            Bench.Story(execution).Skip(1));
    }

    [Fact]
    public async Task Map_NoItems_SucceedsBehindItsStart()
    {
        var execution = await bench.RunAsync($$"""  "A":{"Type":"Map","Items":[],{{Echo}},"End":true} """);

        Assert.Equal(["3<2 MapStateStarted", "4<3 MapStateSucceeded", "5<3 MapStateExited"], Bench.Story(execution).Skip(2).Take(3));
    }

    [Theory]
    [InlineData("\"MaxConcurrency\":2,", 30)]
    [InlineData("\"MaxConcurrency\":\"{% $states.input %}\",", 20)]
    [InlineData("", 10)]
    public async Task Map_MaxConcurrency_SaysHowManyRunAtOnce(string concurrency, int seconds)
    {
        var execution = await bench.RunAsync(
            $$"""  "A":{"Type":"Map","Items":[1,2,3,4,5,6],{{concurrency}}"ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":10,"End":true} } },"End":true} """, "3");

        Assert.Equal(("[1,2,3,4,5,6]", Bench.Start.AddSeconds(seconds)), (execution.Output, execution.StopDate));
        Assert.All(
            execution.History.Where(item => item.Type == "MapIterationStarted").Take(2), started => Assert.Equal(3, started.PreviousEventId));
    }

    [Fact]
    public async Task Map_OneItemFails_TheOthersAreAborted()
    {
        bench.Answer = request => request.Arguments!.GetValue<int>() == 2 ? throw new TaskFailedException("Boom", "two") : (JsonNode)"ok";

        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Map","Items":[1,2],"End":true,"ItemProcessor":{"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Condition":"{% $states.input = 1 %}","Next":"W"}],"Default":"T"},
              "W":{"Type":"Wait","Seconds":60,"End":true},
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true} } } }
            """);

        Assert.Equal(("FAILED", "Boom", "two", Bench.Start), (execution.Status, execution.Error, execution.Cause, execution.StopDate));
        var failed = execution.History.Single(item => item.Type == "TaskFailed").Id;
        Assert.Equal(
            [$"MapIterationFailed<{failed}", $"WaitStateAborted<{failed}", $"MapIterationAborted<{failed}", $"MapStateFailed<{failed}"],
            execution.History.Where(item => item.Id > failed).SkipLast(1).Select(item => $"{item.Type}<{item.PreviousEventId}"));
        Assert.Equal(execution.History[^2].Id, execution.History[^1].PreviousEventId);
    }

    [Fact]
    public async Task Map_Retried_StartsAllOverBehindTheFailure()
    {
        var left = 1;
        bench.Answer = _ => left-- > 0 ? throw new TaskFailedException("Boom", null) : (JsonNode)"ok";

        var execution = await bench.RunAsync($$"""  "A":{"Type":"Map","Items":[1],"Retry":[{"ErrorEquals":["Boom"]}],{{Call}},"End":true} """);

        Assert.Equal("""["ok"]""", execution.Output);
        Assert.Equal(["8<7 TaskFailed", "9<8 MapIterationFailed", "10<8 MapStateStarted"], Bench.Story(execution).Skip(7).Take(3));
    }

    [Theory]
    [InlineData("\"ToleratedFailureCount\":2,", "SUCCEEDED", null)]
    [InlineData("\"ToleratedFailureCount\":1,", "FAILED", "States.ExceedToleratedFailureThreshold")]
    [InlineData("\"ToleratedFailurePercentage\":50,", "SUCCEEDED", null)]
    [InlineData("\"ToleratedFailurePercentage\":\"{% 49 %}\",", "FAILED", "States.ExceedToleratedFailureThreshold")]
    [InlineData("", "FAILED", "Odd")]
    public async Task Map_ToleratedFailures_FailItOnlyBeyondTheThreshold(string tolerance, string status, string? error)
    {
        bench.Answer = request => request.Arguments!.GetValue<int>() % 2 == 1 ? throw new TaskFailedException("Odd", null) : request.Arguments.DeepClone();

        var execution = await bench.RunAsync($$"""  "A":{"Type":"Map","Items":[1,2,3,4],"MaxConcurrency":1,{{tolerance}}{{Call}},"End":true} """);

        Assert.Equal((status, error), (execution.Status, execution.Error));
        Assert.Equal(error is null ? "[2,4]" : null, execution.Output);
    }

    [Theory]
    [InlineData("\"Items\":\"{% $states.input %}\",", "\"text\"", "The JSONata expression '$states.input' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'string' for value: \"text\"")]
    [InlineData("\"Items\":\"{% function($x){$x} %}\",", "1", "The JSONata expression 'function($x){$x}' specified for the field 'Items' returned an unsupported result type.")]
    [InlineData("", "{\"a\": 1}", "Map state input must be an array but was: {\"a\":1}")]
    public async Task Map_ItemsAreNoArray_FailsTheMapBeforeItStarts(string items, string input, string why)
    {
        var execution = await bench.RunAsync($$"""  "A":{"Type":"Map",{{items}}{{Echo}},"End":true} """, input);

        Assert.Equal($"An error occurred while executing the state 'A' (entered at the event id #2). {why}", execution.Cause);
        Assert.Equal(["3<0 EvaluationFailed", "4<3 MapStateFailed", "5<4 ExecutionFailed"], Bench.Story(execution).Skip(2));
    }

    [Fact]
    public async Task Map_Nested_InnerStatesReadTheOuterVariablesAndTheInnermostItem()
    {
        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Pass","Assign":{"x":"o"},"Next":"M"},
            "M":{"Type":"Map","Items":[[1,2],[3]],"End":true,"ItemProcessor":{"StartAt":"N","States":{
              "N":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"P","States":{
                "P":{"Type":"Pass","Output":"{% $x & $states.context.Map.Item.Index & $states.context.Map.Item.Value %}","End":true} } } } } } }
            """);

        Assert.Equal("""[["o01","o12"],["o03"]]""", execution.Output);
    }

    [Fact]
    public async Task Map_ManyItems_RunsThemAll()
    {
        ExecutionRecord execution = await bench.RunAsync($$"""  "A":{"Type":"Map","Items":"{% [1..500] %}",{{Echo}},"Output":"{% $sum($states.result) %}","End":true} """);

        Assert.Equal("125250", execution.Output);
        Assert.Equal(501, execution.StateTransitions);
    }
}
