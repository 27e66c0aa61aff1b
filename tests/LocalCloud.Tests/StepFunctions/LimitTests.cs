namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class LimitTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task History_Full_FailsTheExecutionWithItsLastEvent_AndNoCatchHelps()
    {
        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Parallel","End":true,"Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Z"}],"Branches":[
              {"StartAt":"L","States":{"L":{"Type":"Choice","Choices":[{"Condition":true,"Next":"L"}],"Default":"E"},"E":{"Type":"Succeed"} } }]},
            "Z":{"Type":"Succeed"}
            """);

        Assert.Equal(
            ("FAILED", "States.Runtime", "The execution reached the maximum number of history events (25000)."), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal(25_000, execution.History.Count);
        Assert.Equal("25000<24999 ExecutionFailed", Bench.Story(execution).Last());
    }

    [Fact]
    public async Task Output_OfAState_AsLargeAsTheLimit_Passes() =>
        Assert.Equal("SUCCEEDED", (await bench.RunAsync("""  "A":{"Type":"Pass","Output":"{% $pad('', 131071, 'ä') %}","End":true} """)).Status);

    [Fact]
    public async Task Output_OfAState_LargerThanTheLimitInBytes_FailsBehindItsEntry()
    {
        var execution = await bench.RunAsync("""  "A":{"Type":"Pass","Output":"{% $pad('', 131072, 'ä') %}","End":true} """);

        Assert.Equal("States.DataLimitExceeded", execution.Error);
        Assert.Equal("The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit.", execution.Cause);
        Assert.Equal(["2<0 PassStateEntered", "3<2 ExecutionFailed"], Bench.Story(execution).Skip(1));
    }
}
