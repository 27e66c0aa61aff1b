using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class SimpleStateTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Pass_WithoutOutput_PassesItsInputOn()
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Pass","End":true} """, """{"alarm":"cpu"}""");

        Assert.Equal("SUCCEEDED", execution.Status);
        Assert.Equal("""{"alarm":"cpu"}""", execution.Output);
        Assert.Equal(["1<0 ExecutionStarted", "2<0 PassStateEntered", "3<2 PassStateExited", "4<3 ExecutionSucceeded"], Bench.Story(execution));
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("[]", "[]")]
    [InlineData("\"{% $states.input.n + 1 %}\"", "3")]
    [InlineData("{\"deep\":[{\"n\":\"{% $states.input.n %}\",\"n.$\":\"$.n\"}]}", "{\"deep\":[{\"n\":2,\"n.$\":\"$.n\"}]}")]
    [InlineData("\" {% $states.input %} \"", "\" {% $states.input %} \"")]
    [InlineData("\"{% $states.context.State.Name & ' of ' & $states.context.StateMachine.Name %}\"", "\"A of machine\"")]
    [InlineData("\"{% $states.context.Execution.StartTime %}\"", "\"2025-03-01T12:00:00.000Z\"")]
    [InlineData("\"{% $now() %}\"", "\"2025-03-01T12:00:00.000Z\"")]
    public async Task Pass_Output_IsAnyJsonWithExpressionsAnywhere(string output, string expected)
    {
        var execution = await bench.RunAsync($$"""  "A":{"Type":"Pass","Output":{{output}},"End":true} """, """{"n":2}""");

        Assert.Equal(expected, execution.Output);
    }

    [Fact]
    public async Task Assign_SeesTheValuesFromBefore_AndLastsToTheEnd()
    {
        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Pass","Assign":{"n":1},"Next":"B"},
            "B":{"Type":"Pass","Assign":{"n":2,"old":"{% $n %}"},"Output":"{% $n %}","Next":"C"},
            "C":{"Type":"Succeed","Output":"{% [$states.input, $old, $n] %}"}
            """);

        Assert.Equal("[1,1,2]", execution.Output);
        Assert.Equal("""{"n":"2","old":"1"}""", execution.History.Single(item => item is { Type: "PassStateExited", StateName: "B" }).Details!["assignedVariables"]!.ToJsonString());
    }

    [Fact]
    public async Task Fail_ErrorAndCauseFromExpressions_FailTheExecution()
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Fail","Error":"{% $states.input.kind %}","Cause":"{% 'no ' & $states.input.what %}"} """, """{"kind":"Empty","what":"rows"}""");

        Assert.Equal(("FAILED", "Empty", "no rows"), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal(["1<0 ExecutionStarted", "2<0 FailStateEntered", "3<2 ExecutionFailed"], Bench.Story(execution));
    }

    [Fact]
    public async Task Fail_WithoutErrorAndCause_LeavesTheDetailsOut()
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Fail"} """);

        Assert.Equal(("FAILED", null, null), (execution.Status, execution.Error, execution.Cause));
        Assert.Null(execution.History[^1].Details);
    }

    [Theory]
    [InlineData("""{"severity":1}""", "\"page\"")]
    [InlineData("""{"severity":3}""", "\"ticket\"")]
    [InlineData("""{"severity":4}""", "\"nothing\"")]
    public async Task Choice_FirstTrueCondition_DecidesAndBringsItsOutput(string input, string expected)
    {
        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Choice","Output":"nothing","Default":"C","Choices":[
              {"Condition":"{% $states.input.severity <= 2 %}","Output":"page","Next":"C"},
              {"Condition":"{% $states.input.severity <= 3 %}","Output":"ticket","Next":"C"}]},
            "C":{"Type":"Succeed"}
            """,
            input);

        Assert.Equal(expected, execution.Output);
    }

    [Fact]
    public async Task Choice_NothingMatchesAndNoDefault_Fails()
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Choice","Choices":[{"Condition":"{% false %}","Next":"B"}]},"B":{"Type":"Succeed"} """);

        Assert.Equal("States.NoChoiceMatched", execution.Error);
        Assert.Equal(
            "An error occurred while executing the state 'A' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
            execution.Cause);
    }

    [Fact]
    public async Task Choice_ConditionIsNoBoolean_FailsNamingThePlace()
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Choice","Choices":[{"Condition":"{% 'yes' %}","Next":"B"}]},"B":{"Type":"Succeed"} """);

        Assert.Equal("States.QueryEvaluationError", execution.Error);
        Assert.Equal(
            """An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression ''yes'' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: "yes".""".TrimEnd('.'),
            execution.Cause);
    }

    [Theory]
    [InlineData("\"Seconds\":90", 90)]
    [InlineData("\"Seconds\":\"{% $states.input.minutes * 60 %}\"", 120)]
    [InlineData("\"Timestamp\":\"2025-03-01T13:00:10.000000001+01:00\"", 10)]
    [InlineData("\"Timestamp\":\"2020-01-01T00:00:00Z\"", 0)]
    public async Task Wait_SecondsOrTimestamp_LetsThatTimePass(string until, int seconds)
    {
        var execution = await bench.RunAsync($$"""  "A":{"Type":"Wait",{{until}},"End":true} """, """{"minutes":2}""");

        Assert.Equal("SUCCEEDED", execution.Status);
        Assert.Equal(Bench.Start.AddSeconds(seconds), execution.StopDate);
    }

    [Theory]
    [InlineData("2025-02-30T00:00:00Z")]
    [InlineData("2025-03-01 00:00:00Z")]
    [InlineData("2025-03-01T00:00:00")]
    public async Task Wait_TimestampThatIsNone_FailsBehindItsEnteredEvent(string timestamp)
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Wait","Timestamp":"{% $states.input %}","End":true} """, $"\"{timestamp}\"");

        Assert.Equal(
            $"An error occurred while executing the state 'A' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {timestamp}",
            execution.Cause);
        Assert.Equal(["1<0 ExecutionStarted", "2<0 WaitStateEntered", "3<2 EvaluationFailed", "4<3 ExecutionFailed"], Bench.Story(execution));
    }

    [Fact]
    public async Task Transitions_AreCountedByStatesEntered()
    {
        ExecutionRecord execution = await bench.RunAsync("""  "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"} """);

        Assert.Equal(3, execution.StateTransitions);
    }
}
