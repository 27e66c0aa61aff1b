using IncidentServerless.Domain.Incidents;
using static IncidentServerless.Workflows.Tests.Running.Replies;

namespace IncidentServerless.Workflows.Tests.Running;

public class LifecycleTests
{
    private static readonly IncidentAnswer StillOpen = Answer(IncidentStatus.Open, FiveMinutes, version: 7);
    private static readonly IncidentAnswer Over = Answer(IncidentStatus.Resolved, wait: null, version: 8);
    private static readonly IncidentAnswer Ended = Answer(IncidentStatus.Closed, wait: null, version: 9);

    [Fact]
    public async Task Lifecycle_OfAnIncidentThatIsResolved_StartsPagingWaitsAndCloses()
    {
        var suite = await QuietSuiteAsync();
        suite.OnReview(StillOpen, Over);
        suite.OnClose(Ended);

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.PassAsync(TimeSpan.FromMinutes(1));
        await suite.WakeAsync("Wait for resolution or change");
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(lifecycle).Status);
        Assert.Equal(
            ["Note what this execution is about", "Start paging", "Start status updates", "Review the incident", "Where does the incident stand?", "Wait for resolution or change", "Review the incident", "Where does the incident stand?", "Close the incident", "The incident is closed"],
            RunningSuite.Path(suite.Execution(lifecycle)));
        Assert.Equal("""{"incidentId":"INC-20260102-ABCDEFGH","generation":1,"part":1}""", suite.ExecutionNamed(ExecutionNames.Paging(RunningSuite.IncidentId, 1, 1)).Input);
        Assert.Equal("""{"incidentId":"INC-20260102-ABCDEFGH","generation":1,"part":1}""", suite.ExecutionNamed(ExecutionNames.StatusUpdates(RunningSuite.IncidentId, 1, 1)).Input);
        Assert.Single(suite.Commands<CloseIncident>("Close the incident"));
        Assert.DoesNotContain(suite.StepFunctions.Executions, execution => execution.MachineName == WorkflowNames.PostIncident);
    }

    [Fact]
    public async Task Lifecycle_OfAnIncidentThatIsFollowedUp_StartsWhatFollowsBeforeItCloses()
    {
        var suite = await QuietSuiteAsync();
        suite.OnReview(Over with { Aftermath = true });
        suite.OnClose(Ended);

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.EndAsync();

        Assert.Equal(["Start what follows", "Close the incident", "The incident is closed"], RunningSuite.Path(suite.Execution(lifecycle)).TakeLast(3));
        Assert.Equal("""{"incidentId":"INC-20260102-ABCDEFGH","generation":1,"part":1}""", suite.ExecutionNamed(ExecutionNames.PostIncident(RunningSuite.IncidentId, 1, 1)).Input);
    }

    [Fact]
    public async Task Wait_AsRegistered_SaysWhatTheReviewSaidAndByWhichTokenToAnswer()
    {
        var suite = await QuietSuiteAsync();
        suite.OnReview(StillOpen, Over);
        suite.OnClose(Ended);

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.EndAsync();

        var wait = Assert.Single(suite.Commands<RegisterWait>("Wait for resolution or change"));
        Assert.Equal<Topic>([Topic.Acknowledged, Topic.Changed], wait.Topics.ToArray());
        Assert.Equal((7, 300, lifecycle, "Wait for resolution or change"), (wait.SeenVersion, wait.TimeoutSeconds, wait.Execution, wait.State));
        Assert.Equal(RunningSuite.Start, wait.At);
        Assert.NotEmpty(wait.TaskToken);
    }

    [Fact]
    public async Task Wait_ThatNobodyAnswers_EndsAfterItsSecondsInAnotherReview()
    {
        var suite = await QuietSuiteAsync();
        suite.OnReview(StillOpen, Over);
        suite.OnClose(Ended);

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(lifecycle).Status);
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(5)], suite.CallsOf("Review the incident").Select(call => call.At - RunningSuite.Start));
    }

    [Fact]
    public async Task Lifecycle_WhosePagingRunsAlready_GoesOn()
    {
        var suite = await QuietSuiteAsync();
        suite.OnDecide(Finish);
        suite.OnReview(Over);
        suite.OnClose(Ended);
        await suite.StartPagingAsync();
        await suite.EndAsync();

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(lifecycle).Status);
        Assert.Single(suite.StepFunctions.Executions, execution => execution.MachineName == "paging");
    }

    [Fact]
    public async Task Lifecycle_ThatIsSuperseded_EndsWithoutWaitingOrClosing()
    {
        var suite = await QuietSuiteAsync();
        suite.OnReview(Answer(IncidentStatus.Resolved, FiveMinutes, superseded: true));

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.EndAsync();

        Assert.Equal("Newer workflows have taken over", RunningSuite.Path(suite.Execution(lifecycle)).Last());
        Assert.Empty(suite.CallsOf("Close the incident"));
        Assert.Empty(suite.CallsOf("Wait for resolution or change"));
    }

    [Theory]
    [InlineData("Lambda.Unknown")]
    [InlineData("Runtime.ExitError")]
    [InlineData("Sandbox.Timedout")]
    [InlineData("IncidentContendedException")]
    public async Task Review_ThatFailsForAMoment_IsRepeatedAsTheSameCommand(string error)
    {
        var suite = await QuietSuiteAsync();
        suite.On("Review the incident", Fail(error), Fail(error), _ => new System.Text.Json.Nodes.JsonObject
        {
            ["Payload"] = System.Text.Json.JsonSerializer.SerializeToNode(Ended, Domain.Json.DomainJson.Default.IncidentAnswer),
        });

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(lifecycle).Status);
        Assert.Equal(3, suite.Commands<ReviewIncident>("Review the incident").Count());
        Assert.Single(suite.Commands<ReviewIncident>("Review the incident").Distinct());
    }

    [Fact]
    public async Task Wait_WhoseRegistrationCrashes_IsRegisteredAgainWithAnotherTokenAndIdentity()
    {
        var suite = await QuietSuiteAsync();
        suite.OnReview(StillOpen, Over);
        suite.OnClose(Ended);
        suite.On("Wait for resolution or change", Fail("Lambda.Unknown"), _ => new System.Text.Json.Nodes.JsonObject());

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.PassAsync(TimeSpan.FromSeconds(10));
        await suite.WakeAsync("Wait for resolution or change");
        await suite.EndAsync();

        var waits = suite.Commands<RegisterWait>("Wait for resolution or change").ToList();
        Assert.Equal(2, waits.Select(wait => wait.TaskToken).Distinct().Count());
        Assert.Equal(2, waits.Select(wait => wait.CommandId).Distinct().Count());
        Assert.Equal("SUCCEEDED", suite.Execution(lifecycle).Status);
        Assert.True(suite.Execution(lifecycle).StopDate < RunningSuite.Start.AddMinutes(1));
    }

    [Fact]
    public async Task Lifecycle_AfterFiveHundredRounds_FailsByNameFarBelowTheHistoryLimit()
    {
        var suite = await QuietSuiteAsync();
        suite.OnReview(StillOpen);

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.EndAsync();

        var execution = suite.Execution(lifecycle);
        Assert.Equal(("FAILED", "TooManyRounds"), (execution.Status, execution.Error));
        Assert.Equal(500, suite.CallsOf("Review the incident").Count());
        Assert.InRange(execution.History.Count, 1, 10_000);
    }

    [Fact]
    public async Task Lifecycle_WhoseFunctionStaysBroken_FailsInsteadOfTryingForEver()
    {
        var suite = await QuietSuiteAsync();
        suite.On("Review the incident", Fail("Lambda.Unknown", "crashed"));

        var lifecycle = await suite.StartLifecycleAsync();
        await suite.EndAsync();

        var execution = suite.Execution(lifecycle);
        Assert.Equal(("FAILED", "Lambda.Unknown"), (execution.Status, execution.Error));
        Assert.InRange(execution.StopDate!.Value - RunningSuite.Start, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
    }

    private static async Task<RunningSuite> QuietSuiteAsync()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Finish);
        suite.OnTell(Finish);
        return suite;
    }
}
