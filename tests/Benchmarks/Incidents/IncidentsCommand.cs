using System.CommandLine;
using IncidentServerless.Benchmarks.Measuring;
using IncidentServerless.Cli;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Cli.Scenarios;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Benchmarks.Incidents;

/// <summary><c>incidents</c>: what AWS would charge for, counted while scenarios are played.</summary>
internal static class IncidentsCommand
{
    private static readonly string[] Usual = ["latency-alarm", "nobody-answers", "alarm-storm", "cost-anomaly", "looping-function"];
    private static readonly HashSet<string> Writes = ["PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems"];
    private static readonly HashSet<string> Classifiers = ["ClassifyAlarm", "ClassifyCost", "ClassifyFinding", "ClassifyHealth", "ClassifyLogs"];

    public static Command Create()
    {
        var names = new Argument<string[]>("name") { Description = $"Scenarios, as `incident list` names them. Default: {string.Join(", ", Usual)}.", Arity = ArgumentArity.ZeroOrMore };
        var binary = new Option<string?>("--binary") { Description = "Runs a published native bootstrap in place of the built assembly.", HelpName = "path" };
        var command = new Command("incidents", "DynamoDB writes for each signal and state transitions for each incident, counted in the local cloud.") { names, binary };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(names) is { Length: > 0 } named ? named : Usual, parsed.GetValue(binary), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, string? binary, CancellationToken cancellation)
    {
        await Prerequisites.CheckAsync();
        var packages = new NpmPackages(BuiltParts.RepositoryRoot);
        await packages.EnsureAsync(Console.Error.WriteLine, cancellation);
        var synthesiser = new Synthesiser(Console.Error.WriteLine);
        await using var host = await SuiteHost.StartAsync(packages, binary);
        using var runner = new ScenarioRunner(host);
        var table = new Table("scenario", "signals", "incidents", "writes a signal", "writes an incident", "transitions an incident");
        foreach (var scenario in names.Select(StoryFiles.Find))
        {
            Cloud? cloud = null;
            var stack = await synthesiser.SynthesiseAsync(await PolicyText.WithAsync(scenario.Policy), cancellation);
            var story = await runner.PlayAsync(scenario, stack, world => cloud = world, cancellation);
            if (!story.Succeeded)
            {
                throw new RefusedException($"{scenario.Name} did not go as expected, so its costs mean nothing: {story.Failures[0]}");
            }

            Add(table, story, cloud!);
        }

        table.Write(Console.Out);
        return 0;
    }

    private static void Add(Table table, PlayedStory story, Cloud cloud)
    {
        var writes = cloud.Faults.Calls.Where(call => call.Service == "dynamodb" && Writes.Contains(call.Operation)).ToList();
        var suite = new Suite(cloud.Stack);
        var (signals, incidents) = (story.Outcome.Ledger.Length, story.Outcome.Incidents.Length);
        table.Add(
            story.Scenario.Name,
            $"{signals}",
            $"{incidents}",
            Each(writes.Count(call => Classifiers.Contains(suite.FunctionName(call.Function))), signals),
            Each(writes.Count, incidents),
            Each(story.Transitions, incidents));
    }

    private static string Each(int count, int of) => of == 0 ? "-" : $"{(double)count / of:F1}";
}
