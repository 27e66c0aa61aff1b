using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class RetryTests
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("", new[] { 0, 1, 3, 7 })]
    [InlineData("\"MaxAttempts\":0,", new[] { 0 })]
    [InlineData("\"IntervalSeconds\":2,\"BackoffRate\":1.5,\"MaxAttempts\":2,", new[] { 0, 2, 5 })]
    [InlineData("\"IntervalSeconds\":10,\"BackoffRate\":10,\"MaxDelaySeconds\":60,", new[] { 0, 10, 70, 130 })]
    [InlineData("\"IntervalSeconds\":5,\"BackoffRate\":1,\"MaxAttempts\":2,\"JitterStrategy\":\"NONE\",", new[] { 0, 5, 10 })]
    public async Task Retry_Delays_GrowByTheBackoffRate(string settings, int[] expected)
    {
        var calls = Failing();

        var execution = await bench.RunAsync(Machine($$"""{ {{settings}}"ErrorEquals":["States.ALL"]}"""));

        Assert.Equal(expected, calls);
        Assert.Equal(("FAILED", "Boom"), (execution.Status, execution.Error));
    }

    [Fact]
    public async Task Retry_FullJitter_StaysWithinTheDelayAndRepeatsItself()
    {
        const string Retrier = """{"ErrorEquals":["States.ALL"],"IntervalSeconds":100,"BackoffRate":1,"JitterStrategy":"FULL"}""";
        var calls = Failing();
        await bench.RunAsync(Machine(Retrier));
        var other = new Bench();
        var again = Failing(other);
        await other.RunAsync(Machine(Retrier));

        Assert.Equal(calls, again);
        Assert.All(calls.Zip(calls.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 100));
        Assert.NotEqual([0, 100, 200, 300], calls);
    }

    [Fact]
    public async Task Retry_EachRetrier_CountsForItself()
    {
        var errors = new Queue<string>(["One", "Two", "One", "Two"]);
        bench.Answer = _ => throw new TaskFailedException(errors.Dequeue(), null);

        var execution = await bench.RunAsync(Machine("""{"ErrorEquals":["One"],"MaxAttempts":2},{"ErrorEquals":["Two"],"MaxAttempts":1}"""));

        Assert.Equal("Two", execution.Error);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Retry_HasNoEventOfItsOwn_TheNextCallFollowsTheFailure_AndCountsAsATransition()
    {
        Failing();

        var execution = await bench.RunAsync(Machine("""{"ErrorEquals":["Boom"],"MaxAttempts":1}"""));

        Assert.Equal(
            ["3<2 TaskScheduled", "4<3 TaskStarted", "5<4 TaskFailed", "6<5 TaskScheduled", "7<6 TaskStarted", "8<7 TaskFailed", "9<8 ExecutionFailed"],
            Bench.Story(execution).Skip(2));
        Assert.Equal(2, execution.StateTransitions);
    }

    [Fact]
    public async Task Retry_Arguments_AreEvaluatedAnewAndTellTheCount()
    {
        var counts = new List<int>();
        bench.Answer = request =>
        {
            counts.Add(request.Arguments!.GetValue<int>());
            throw new TaskFailedException("Boom", null);
        };

        await bench.RunAsync(
            """  "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":"{% $states.context.State.RetryCount %}","Retry":[{"ErrorEquals":["Boom"],"MaxAttempts":2}],"End":true} """);

        Assert.Equal([0, 1, 2], counts);
    }

    [Fact]
    public async Task Retry_SucceedsInTheEnd_TheExecutionDoes()
    {
        var left = 2;
        bench.Answer = _ => left-- > 0 ? throw new TaskFailedException("Boom", null) : (JsonNode)"at last";

        var execution = await bench.RunAsync(Machine("""{"ErrorEquals":["Boom"]}"""));

        Assert.Equal(("SUCCEEDED", "\"at last\"", Bench.Start.AddSeconds(3)), (execution.Status, execution.Output, execution.StopDate));
    }

    private static string Machine(string retriers) =>
        $$"""  "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Retry":[{{retriers}}],"End":true} """;

    /// <summary>Fails every call, and notes its second.</summary>
    private List<int> Failing(Bench? other = null)
    {
        var of = other ?? bench;
        var calls = new List<int>();
        of.Answer = _ =>
        {
            calls.Add((int)(of.Clock.UtcNow - Bench.Start).TotalSeconds);
            throw new TaskFailedException("Boom", null);
        };
        return calls;
    }
}
