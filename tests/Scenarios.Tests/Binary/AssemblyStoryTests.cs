using IncidentServerless.Cli.Preparation;
using IncidentServerless.Cli.Scenarios;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.LocalCloud.Tools;
using IncidentServerless.Scenarios.Tests.Scenarios;

namespace IncidentServerless.Scenarios.Tests.Binary;

/// <summary>Where all stories are played with the binary, some are played with the built assembly too: both must tell the same.</summary>
[Collection(SuiteCollection.Name)]
public sealed class AssemblyStoryTests(SuiteFixture suite)
{
    [BinaryTheory]
    [InlineData("latency-alarm")]
    [InlineData("looping-function")]
    [InlineData("release-before-alarm")]
    public async Task Assembly_Story_IsToldAsByTheBinary(string name)
    {
        var packages = new NpmPackages(BuiltParts.RepositoryRoot);
        await packages.EnsureAsync(_ => { }, CancellationToken.None);
        await using var host = await SuiteHost.StartAsync(packages);
        using var runner = new ScenarioRunner(host);
        var scenario = StoryFiles.Find(name);

        var played = await runner.PlayAsync(scenario, await suite.StackAsync(scenario));

        Assert.Empty(played.Failures);
        Assert.Equal(Told(await suite.PlayAsync(name)), Told(played));
    }

    // Channels and workflows go on side by side: which of them comes first within one moment is chance.
    private static IEnumerable<string> Told(PlayedStory story) => story.Lines.GroupBy(line => (line.At, line.Order)).SelectMany(moment => moment.Select(line => line.Text).Order(StringComparer.Ordinal));
}
