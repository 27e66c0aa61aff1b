using System.CommandLine;
using IncidentServerless.Cli.Backtest;
using IncidentServerless.Cli.Preparation;
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
        var compare = new Option<string?>("--compare") { Description = "Another policy: only what would change from it is shown.", HelpName = "file" };
        var outcomes = new Option<string?>("--outcomes") { Description = "What people said of the incidents that these events opened: how many were false alarms is counted by route.", HelpName = "file" };
        paths.Validators.Add(UsageFault.RefuseUnknownOptions);
        var command = new Command("backtest", "Says what would become of events: each is judged by itself, as if the account were empty. Nothing is started and nothing is sent.") { paths, json, policy, compare, outcomes };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(paths), parsed.GetValue(json), parsed.GetValue(policy), parsed.GetValue(compare), parsed.GetValue(outcomes) is { } file ? Outcomes.Read(file) : null));
        new CommandHelp(
            [
                ("incident backtest events/", "A table of every event under events/."),
                ("incident backtest events/ --json > dispositions.jsonl", "The same for programs."),
                ("incident backtest events/ --policy new-policy.json", "The same, by a policy that is not deployed yet."),
                ("incident backtest events/ --policy new-policy.json --compare cdk/incident-policy.json", "What the new policy would change."),
                ("incident backtest events/ --policy new-policy.json --compare old-policy.json --outcomes said.jsonl", "The same, and how many false alarms it would spare, and real ones lose."),
            ],
            """
            A .json file is one event, as it would reach the classifier's queue: an EventBridge event, an SNS message, a finding by itself; or a list of them, or the entries of PutEvents. A .jsonl file has one on each line. A file that cannot be read is Unparsed, with the reason.
            Members of a JSON line: file (from PATH on), disposition, reason, type, severity, dedupKey, route, title; null where it does not apply. With --compare: file, was and would, each with the other members.
            Outcomes are what a program receives that subscribes to the updates topic, a message on each line, or what is in the incident table: aws dynamodb scan --filter-expression "SK = :meta" --expression-attribute-values '{":meta":{"S":"META"}}' --query "Items[].state.S" --output json --table-name TABLE. With them a JSON line has outcome too: false-alarm, real, or null where it is not known.
            """).AddTo(command);
        return command;
    }

    private static int Run(IAnsiConsole terminal, string[] paths, bool json, string? policyFile, string? compared, Outcomes? outcomes)
    {
        var policy = PolicyFile.Read(policyFile);
        var lines = EventFiles.Find(paths).Select(each => BacktestLine.Of(each, policy));
        if (compared is not null)
        {
            var other = PolicyFile.Read(compared);
            Compare(terminal, [.. EventFiles.Find(paths).Select(each => new BacktestChange(BacktestLine.Of(each, other), BacktestLine.Of(each, policy)))], json, outcomes);
        }
        else if (json)
        {
            foreach (var line in lines)
            {
                terminal.Profile.Out.Writer.WriteLine(line.ToJson(outcomes));
            }
        }
        else
        {
            IReadOnlyList<BacktestLine> all = [.. lines];
            BacktestTable.Write(terminal, all);
            if (outcomes is not null)
            {
                OutcomeTable.Write(terminal, outcomes, all);
            }
        }

        return ExitCodes.Success;
    }

    private static void Compare(IAnsiConsole terminal, IReadOnlyList<BacktestChange> all, bool json, Outcomes? outcomes)
    {
        if (!json)
        {
            BacktestTable.WriteChanges(terminal, all);
            if (outcomes is not null)
            {
                OutcomeTable.WriteChanges(terminal, outcomes, all);
            }

            return;
        }

        foreach (var change in all.Where(change => change.IsOne))
        {
            terminal.Profile.Out.Writer.WriteLine(change.ToJson(outcomes));
        }
    }
}
