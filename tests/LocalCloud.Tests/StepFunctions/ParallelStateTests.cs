using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class ParallelStateTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Parallel_AllSucceed_OutputsInTheOrderOfTheBranches()
    {
        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":20,"Output":"slow","End":true} } },
              {"StartAt":"P","States":{"P":{"Type":"Pass","Output":"quick","End":true} } }]}
            """);

        Assert.Equal("""["slow","quick"]""", execution.Output);
        Assert.Equal(
            [
                "2<0 ParallelStateEntered", "3<2 ParallelStateStarted", "4<3 WaitStateEntered", "5<3 PassStateEntered", "6<5 PassStateExited",
                "7<4 WaitStateExited", "8<7 ParallelStateSucceeded", "9<7 ParallelStateExited", "10<9 ExecutionSucceeded",
            ],
            Bench.Story(execution).Skip(1));
    }

    [Fact]
    public async Task Parallel_Variables_AreReadFromOutsideAndStayInside()
    {
        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Pass","Assign":{"n":1},"Next":"B"},
            "B":{"Type":"Parallel","Next":"C","Branches":[
              {"StartAt":"P","States":{"P":{"Type":"Pass","Assign":{"n":2,"inner":true},"Next":"Q"},"Q":{"Type":"Pass","Output":"{% $n %}","End":true} } },
              {"StartAt":"R","States":{"R":{"Type":"Pass","Output":"{% $n %}","End":true} } }]},
            "C":{"Type":"Succeed","Output":"{% [$states.input, $n, $exists($inner)] %}"}
            """);

        Assert.Equal("[2,1,1,false]", execution.Output);
    }

    [Fact]
    public async Task Parallel_OneTaskFails_TheOthersAreAbortedAndTheHistoryPointsAtTheFailure()
    {
        bench.Answer = _ => throw new TaskFailedException("Boom", null);

        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Parallel","Catch":[{"ErrorEquals":["Boom"],"Next":"Z"}],"End":true,"Branches":[
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":20,"End":true} } },
              {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true} } }]},
            "Z":{"Type":"Succeed"}
            """);

        Assert.Equal(
            [
                "3<2 ParallelStateStarted", "4<3 WaitStateEntered", "5<3 TaskStateEntered", "6<5 TaskScheduled", "7<6 TaskStarted", "8<7 TaskFailed",
                "9<8 TaskStateAborted", "10<8 WaitStateAborted", "11<8 ParallelStateFailed", "12<11 ParallelStateExited",
            ],
            Bench.Story(execution).Skip(2).Take(10));
        Assert.Equal(("SUCCEEDED", Bench.Start), (execution.Status, execution.StopDate));
    }

    [Fact]
    public async Task Parallel_Retried_StartsAllBranchesAnew()
    {
        var left = 1;
        bench.Answer = _ => left-- > 0 ? throw new TaskFailedException("Boom", null) : (JsonNode)"ok";

        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Parallel","Retry":[{"ErrorEquals":["Boom"],"IntervalSeconds":5}],"End":true,"Branches":[
              {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true} } }]}
            """);

        Assert.Equal(("""["ok"]""", Bench.Start.AddSeconds(5)), (execution.Output, execution.StopDate));
        Assert.Equal(["7<6 TaskFailed", "8<7 TaskStateAborted", "9<7 ParallelStateStarted"], Bench.Story(execution).Skip(6).Take(3));
    }

    [Fact]
    public async Task Parallel_FailStateInABranch_FailsTheExecutionWithItsError()
    {
        var execution = await bench.RunAsync(
            """  "A":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Stop","Cause":"enough"} } }]} """);

        Assert.Equal(("FAILED", "Stop", "enough"), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal(["4<3 FailStateEntered", "5<4 ParallelStateFailed", "6<5 ExecutionFailed"], Bench.Story(execution).Skip(3));
    }

    [Fact]
    public async Task Parallel_Arguments_AreTheBranchesInput()
    {
        var execution = await bench.RunAsync(
            """  "A":{"Type":"Parallel","Arguments":"{% $states.input.x %}","End":true,"Branches":[{"StartAt":"P","States":{"P":{"Type":"Pass","End":true} } }]} """,
            """{"x":5}""");

        Assert.Equal("[5]", execution.Output);
    }

    [Fact]
    public async Task Parallel_InsideOfAParallel_AbortsAllTheWayDown()
    {
        var execution = await bench.RunAsync(
            """
            "A":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"Inner","States":{"Inner":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true} } }]} } },
              {"StartAt":"S","States":{"S":{"Type":"Wait","Seconds":5,"Next":"F"},"F":{"Type":"Fail","Error":"Stop"} } }]}
            """);

        Assert.Equal(("Stop", Bench.Start.AddSeconds(5)), (execution.Error, execution.StopDate));
        Assert.Equal(
            ["10<9 WaitStateAborted", "11<9 ParallelStateAborted", "12<9 ParallelStateFailed", "13<12 ExecutionFailed"],
            Bench.Story(execution).Skip(9));
    }
}
