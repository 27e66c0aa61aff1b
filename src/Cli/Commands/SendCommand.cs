using System.CommandLine;
using System.CommandLine.Parsing;
using IncidentServerless.Cli.Sending;
using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary><c>incident send</c>: puts events onto a running <c>incident serve</c>.</summary>
internal static class SendCommand
{
    public static Command Create(IAnsiConsole terminal)
    {
        var files = new Argument<string[]>("file") { Description = "One event, a JSON array of events, or one on each line.", Arity = ArgumentArity.OneOrMore };
        var endpoint = new Option<Uri>("--endpoint") { Description = "Where `incident serve` runs. Default: http://127.0.0.1:4566", HelpName = "url", CustomParser = ReadUrl, DefaultValueFactory = _ => new Uri("http://127.0.0.1:4566") };
        var now = new Option<bool>("--now") { Description = "Lets alarms happen now, whatever times the file says." };
        files.Validators.Add(UsageFault.RefuseUnknownOptions);
        var command = new Command("send", "Sends events to a running `incident serve`: EventBridge events onto the bus, SNS messages to the topic of alarms, or of costs if they speak of cost.") { files, endpoint, now };
        command.SetAction((parsed, _) => RunAsync(terminal, parsed.GetRequiredValue(files), parsed.GetRequiredValue(endpoint), parsed.GetValue(now)));
        new CommandHelp(
            [
                ("incident send --now src/Cli/samples/latency-alarm.json", "An alarm, as CloudWatch puts it on the bus."),
                ("incident send --now src/Cli/samples/latency-alarm-ok.json", "It recovers."),
                ("incident send src/Cli/samples/budget-mail.json", "A mail of AWS Budgets."),
                ("incident send storm.jsonl --endpoint http://127.0.0.1:4567", "Every line of a file, to a serve on another port."),
            ]).AddTo(command);
        return command;
    }

    private static Uri? ReadUrl(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no URL such as http://127.0.0.1:4566");
        return null;
    }

    private static async Task<int> RunAsync(IAnsiConsole terminal, string[] files, Uri endpoint, bool now)
    {
        using var client = new ServeClient(endpoint);
        var lines = terminal.Profile.Out.Writer;
        var all = files.SelectMany(file => EventFileReader.Read(file).Select(each => (File: file, Event: each))).ToList();
        foreach (var (file, read) in all)
        {
            var outgoing = now ? RecentTimes.At(TimeProvider.System.GetUtcNow(), read) : read;
            await client.SendAsync(outgoing);
            lines.WriteLine($"Sent {outgoing.InWords} ({file})");
        }

        lines.WriteLine("The window of `incident serve` tells what becomes of it.");
        if (await client.TableAsync() is { } table)
        {
            lines.WriteLine("Its table holds what came of it:");
            lines.WriteLine($"  aws dynamodb scan --endpoint-url {endpoint.ToString().TrimEnd('/')} --table-name {table}");
        }

        return ExitCodes.Success;
    }
}
