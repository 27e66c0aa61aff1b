using IncidentServerless.Cli.Preparation;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Cli.Scenarios.Script;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>Plays scenarios, each in a fresh world whose virtual time jumps from one event to the next.</summary>
internal sealed class ScenarioRunner(SuiteHost host, HttpMessageHandler? browser = null) : IDisposable
{
    private readonly HttpClient http = new(browser ?? new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    /// <param name="arrange">Done to the new world before the story begins, for tests that break it.</param>
    public async Task<PlayedStory> PlayAsync(Scenario scenario, SynthesisedStack stack, Action<Cloud>? arrange = null, CancellationToken cancellation = default)
    {
        var clock = new VirtualClock(scenario.Start);
        await using var cloud = await host.NewWorldAsync(stack, clock, scenario.Account);
        arrange?.Invoke(cloud);
        using var stage = new Stage(scenario.Name, cloud, http);
        await PerformAsync(scenario, stage, clock, cancellation);
        var outcome = await OutcomeAsync(scenario, stage);
        var lines = Storyteller.Tell(outcome, stage.Suite, stage.Deeds);
        string[] failures =
        [
            .. stage.Failures,
            .. scenario.Expectations.SelectMany(expectation => expectation.Failures(outcome)),
            .. Unexpected.In(outcome, scenario.Expectations),
        ];
        var used = cloud.UsedGrants.ToHashSet();
        return new PlayedStory(scenario, outcome, lines, failures, [.. cloud.StateMachines?.Executions ?? []])
        {
            Grants = cloud.Grants.ToLookup(used.Contains),
        };
    }

    public void Dispose() => http.Dispose();

    private static async Task PerformAsync(Scenario scenario, Stage stage, VirtualClock clock, CancellationToken cancellation)
    {
        var at = TimeSpan.Zero;
        try
        {
            foreach (var step in scenario.Script)
            {
                at = step.At;
                await clock.RunUntilAsync(scenario.Start + at).WaitAsync(cancellation);
                await PerformAsync(step, stage, clock);
            }

            at = scenario.Until;
            await clock.RunUntilAsync(scenario.Start + at).WaitAsync(cancellation);
        }
        catch (Exception fault) when (fault is StoryException or ClockStuckException or TimerFailedException or AwsError or HttpRequestException or ArgumentException)
        {
            stage.Failures.Add($"The script stopped at {StoryTime.Print(at)}: {fault.Message}");
        }
    }

    private static async Task PerformAsync(Step step, Stage stage, VirtualClock clock)
    {
        using var hold = clock.Hold("a step of the script");
        await step.Deed.PerformAsync(stage);
    }

    private static async Task<Outcome> OutcomeAsync(Scenario scenario, Stage stage) => new(
        scenario.Start,
        stage.Sent,
        await stage.Book.IncidentsAsync(),
        await stage.Book.LedgerAsync(),
        [.. stage.Cloud.Observations.Select(stage.Suite.Named)]);
}
