using IncidentServerless.Cli.Preparation;
using IncidentServerless.Cli.Scenarios;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.LocalCloud.Tools;
using IncidentServerless.Scenarios.Tests.Binary;
using IncidentServerless.Scenarios.Tests.Chaos;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

/// <summary>Plays every story as <c>incident play</c> does.</summary>
[Collection(SuiteCollection.Name)]
public sealed class StoryTests(SuiteFixture suite)
{
    public static TheoryData<string> Names => [.. StoryFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Story_Played_GoesAsExpected(string name)
    {
        var story = await suite.PlayAsync(name);

        Assert.True(story.Succeeded, InWords(story));
        var misfits = story.Executions.SelectMany(MadeCalls.Misfits).ToList();
        Assert.True(misfits is [], string.Join('\n', misfits));
    }

    private static string InWords(PlayedStory story) => string.Join(
        '\n',
        [
            .. story.Lines.Select(line => $"{line.At:HH:mm:ss} {line.Text}"),
            .. story.Failures.Select(failure => $"FAILED {failure}"),
            .. LoggedErrors.Of(story.Outcome),
        ]);
}

/// <summary>The local cloud with the suite on it, started once for all tests that need it.</summary>
public sealed class SuiteFixture : IAsyncLifetime
{
    private readonly Synthesiser synthesiser = new(_ => { });
    private readonly Dictionary<string, Task<PlayedStory>> played = [];
    private SuiteHost host = null!;
    private ScenarioRunner runner = null!;
    private ScenarioRunner patient = null!;

    public async Task InitializeAsync()
    {
        await Prerequisites.CheckAsync();
        var packages = new NpmPackages(BuiltParts.RepositoryRoot);
        await packages.EnsureAsync(_ => { }, CancellationToken.None);
        await synthesiser.SynthesiseAsync([.. await Task.WhenAll(StoryFiles.Names.Select(name => PolicyText.WithAsync(StoryFiles.Find(name).Policy)))], CancellationToken.None);
        host = await SuiteHost.StartAsync(packages, DeployedBinary.Path);
        runner = new ScenarioRunner(host);
        patient = new ScenarioRunner(host, new PatientBrowser());
    }

    public async Task DisposeAsync()
    {
        runner.Dispose();
        patient.Dispose();
        await host.DisposeAsync();
    }

    /// <summary>Plays a story once, however many tests look at it.</summary>
    internal Task<PlayedStory> PlayAsync(string story)
    {
        if (!played.TryGetValue(story, out var playing))
        {
            played[story] = playing = PlayAsync(StoryFiles.Find(story));
        }

        return playing;
    }

    internal async Task<PlayedStory> PlayAsync(Scenario scenario) => await runner.PlayAsync(scenario, await StackAsync(scenario));

    /// <summary>Plays a story on another stack than its own.</summary>
    internal Task<PlayedStory> PlayAsync(Scenario scenario, SynthesisedStack stack) => runner.PlayAsync(scenario, stack);

    /// <summary>The same in a world that is broken on purpose, with people who reload a page that does not come.</summary>
    internal async Task<PlayedStory> PlayBrokenAsync(Scenario scenario, Action<LocalCloud.Boot.Cloud> arrange) =>
        await patient.PlayAsync(scenario, await StackAsync(scenario), arrange);

    internal async Task<SynthesisedStack> StackAsync(Scenario scenario) =>
        await synthesiser.SynthesiseAsync(await PolicyText.WithAsync(scenario.Policy), CancellationToken.None);
}

[CollectionDefinition(Name)]
public sealed class SuiteCollection : ICollectionFixture<SuiteFixture>
{
    public const string Name = "suite";
}
