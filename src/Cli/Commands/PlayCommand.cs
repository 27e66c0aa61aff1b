using System.CommandLine;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Cli.Scenarios;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.LocalCloud.Tools;
using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary><c>incident play</c>: plays scenarios and tells their stories.</summary>
internal static class PlayCommand
{
    public static Command Create(IAnsiConsole terminal)
    {
        var names = new Argument<string[]>("name") { Description = "Scenarios, as `incident list` names them, or files of your own. Default: all.", Arity = ArgumentArity.ZeroOrMore };
        var binary = new Option<string?>("--binary") { Description = "Runs a published native bootstrap in place of the built assembly.", HelpName = "path" };
        var quiet = new Option<bool>("--quiet") { Description = "Tells no stories: only the table, and what failed." };
        var texts = new Option<bool>("--texts") { Description = "Prints whole what people got to read: pages, updates, mails, the post-mortem." };
        names.Validators.Add(UsageFault.RefuseUnknownOptions);
        var command = new Command("play", "Plays scenarios on a virtual clock and tells what happens; weeks pass in seconds.") { names, binary, quiet, texts };
        command.SetAction((parsed, cancellation) =>
            RunAsync(terminal, parsed.GetValue(names) ?? [], parsed.GetValue(binary), parsed.GetValue(quiet), parsed.GetValue(texts), cancellation));
        new CommandHelp(
            [
                ("incident play", "Plays every scenario."),
                ("incident play latency-alarm nobody-answers", "Plays two of them."),
                ("incident play two-weeks --texts", "Plays one, and shows every message as its readers get it."),
                ("incident play my-story.json", "Plays a file of your own."),
                ("incident play --quiet --binary out/bootstrap", "Checks a native binary against every scenario."),
            ],
            "Each scenario is a JSON file: what happens and when, and what must have come of it. See src/Cli/Scenarios/stories.").AddTo(command);
        return command;
    }

    public static async Task<int> RunAsync(IAnsiConsole terminal, string[] names, string? binary, bool quiet, bool texts, CancellationToken cancellation)
    {
        await Prerequisites.CheckAsync();
        IReadOnlyList<Scenario> scenarios = names.Length == 0 ? StoryFiles.All() : [.. names.Select(StoryFiles.Find)];
        var packages = new NpmPackages(BuiltParts.RepositoryRoot);
        var progress = new Progress(terminal);
        await packages.EnsureAsync(progress.Tell, cancellation);
        await using var host = await SuiteHost.StartAsync(packages, binary);
        var stacks = await SynthesiseAsync(scenarios, new Synthesiser(progress.Tell), cancellation);
        using var runner = new ScenarioRunner(host);
        var printer = new StoryPrinter(terminal);
        List<PlayedStory> played = [];
        // Those of one policy after each other: their functions' processes are the same.
        foreach (var (scenario, stack) in scenarios.Zip(stacks).GroupBy(pair => pair.Second).SelectMany(group => group))
        {
            var story = await runner.PlayAsync(scenario, stack, cancellation: cancellation);
            played.Add(story);
            Tell(printer, story, quiet);
            if (texts)
            {
                printer.Show(FullTexts.Of(story.Outcome));
            }
        }

        SummaryTable.Write(terminal, played);
        return played.TrueForAll(story => story.Succeeded) ? ExitCodes.Success : ExitCodes.Failed;
    }

    /// <summary>One for each scenario, in their order.</summary>
    private static async Task<IReadOnlyList<SynthesisedStack>> SynthesiseAsync(IReadOnlyList<Scenario> scenarios, Synthesiser synthesiser, CancellationToken cancellation)
    {
        List<string> policies = [];
        foreach (var scenario in scenarios)
        {
            policies.Add(await PolicyText.WithAsync(scenario.Policy));
        }

        return await synthesiser.SynthesiseAsync(policies, cancellation);
    }

    private static void Tell(StoryPrinter printer, PlayedStory story, bool quiet)
    {
        if (quiet && story.Succeeded)
        {
            return;
        }

        printer.Begin(story.Scenario);
        if (!quiet)
        {
            printer.Tell(story);
        }

        if (!story.Succeeded)
        {
            printer.Fail(story);
        }
    }
}
