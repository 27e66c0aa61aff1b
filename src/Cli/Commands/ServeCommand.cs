using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Serving;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Tools;
using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary><c>incident serve</c>: the suite in real time.</summary>
internal static class ServeCommand
{
    public static Command Create(IAnsiConsole terminal)
    {
        var port = new Option<int>("--port") { Description = "The endpoint's port on 127.0.0.1. Default: 4566.", CustomParser = ReadPort, DefaultValueFactory = _ => 4566, HelpName = "number" };
        var binary = new Option<string?>("--binary") { Description = "Runs a published native bootstrap in place of the built assembly.", HelpName = "path" };
        var command = new Command("serve", "Runs the suite in real time, with AWS on one local endpoint, until Ctrl-C; tells what happens as it happens.") { port, binary };
        command.SetAction((parsed, cancellation) => RunAsync(terminal, parsed.GetValue(port), parsed.GetValue(binary), cancellation));
        new CommandHelp(
            [
                ("incident serve", "Runs the suite at http://127.0.0.1:4566."),
                ("incident send --now src/Cli/samples/latency-alarm.json", "From another terminal: an alarm. The page's link opens in a browser."),
                ("aws sqs list-queues --endpoint-url http://127.0.0.1:4566", "The `aws` command works on it, with any credentials."),
            ]).AddTo(command);
        return command;
    }

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort)
        {
            return port;
        }

        result.AddError($"'{text}' is no port: a whole number from 0 (any free one) to {IPEndPoint.MaxPort}");
        return 0;
    }

    private static async Task<int> RunAsync(IAnsiConsole terminal, int port, string? binary, CancellationToken cancellation)
    {
        await Prerequisites.CheckAsync();
        var packages = new NpmPackages(BuiltParts.RepositoryRoot);
        var progress = new Progress(terminal);
        try
        {
            await packages.EnsureAsync(progress.Tell, cancellation);
            var stack = await new Synthesiser(progress.Tell).SynthesiseAsync(await PolicyText.WithAsync(null), cancellation);
            progress.Tell("Starting the local cloud");
            await using var host = await SuiteHost.StartAsync(packages, binary, port);
            await using var cloud = await host.NewWorldAsync(stack, new RealClock(), []);
            await ServeAnnouncement.MakeAsync(cloud, terminal);
            using var teller = new LiveTeller(cloud, terminal);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var schedules = Schedules.KeepAsync(cloud, stop.Token);
            await teller.TellUntilAsync(cancellation);
            await stop.CancelAsync();
            await schedules;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how it ends.
        }

        terminal.WriteLine("Stopped.");
        return ExitCodes.Success;
    }
}
