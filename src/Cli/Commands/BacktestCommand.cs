using System.CommandLine;
using IncidentServerless.Cli.Backtest;
using IncidentServerless.Domain.Policy;
using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary><c>incident backtest</c>: what the suite would make of event files.</summary>
internal static class BacktestCommand
{
    public static Command Create(IAnsiConsole terminal)
    {
        var paths = new Argument<string[]>("path") { Description = "A file, or a folder that is searched for *.json and *.jsonl.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object on a line for each event, for programs." };
        var policy = new Option<string?>("--policy") { Description = "The policy to judge by. Default: cdk/incident-policy.json, the one that deploys.", HelpName = "file" };
        paths.Validators.Add(UsageFault.RefuseUnknownOptions);
        var command = new Command("backtest", "Says what would become of events: each is judged by itself, as if the account were empty. Nothing is started and nothing is sent.") { paths, json, policy };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(paths), parsed.GetValue(json), parsed.GetValue(policy)));
        new CommandHelp(
            [
                ("incident backtest events/", "A table of every event under events/."),
                ("incident backtest events/ --json > dispositions.jsonl", "The same for programs."),
                ("incident backtest events/ --policy new-policy.json", "The same, by a policy that is not deployed yet."),
            ],
            """
            A .json file is one event, as it would reach the classifier's queue: an EventBridge event, or an SNS message. A .jsonl file has one on each line. A file that cannot be read is Unparsed, with the reason.
            Members of a JSON line: file (from PATH on), disposition, reason, type, severity, dedupKey, route, title; null where it does not apply.
            """).AddTo(command);
        return command;
    }

    private static int Run(IAnsiConsole terminal, string[] paths, bool json, string? policyFile)
    {
        var policy = Read(policyFile);
        var lines = EventFiles.Find(paths).Select(each => BacktestLine.Of(each, policy));
        if (json)
        {
            foreach (var line in lines)
            {
                terminal.Profile.Out.Writer.WriteLine(line.ToJson());
            }
        }
        else
        {
            BacktestTable.Write(terminal, [.. lines]);
        }

        return ExitCodes.Success;
    }

    private static IncidentPolicy Read(string? policyFile)
    {
        var file = policyFile ?? Preparation.BuiltParts.Policy;
        try
        {
            return PolicyReader.Read(File.ReadAllText(file));
        }
        catch (PolicyException faults)
        {
            throw new RefusedException($"{file} cannot be used as a policy:\n{faults.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The policy {file} cannot be read: {fault.Message}");
        }
    }
}
