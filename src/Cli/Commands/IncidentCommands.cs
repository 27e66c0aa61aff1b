using System.CommandLine;

namespace IncidentServerless.Cli.Commands;

/// <summary>The commands, and what their help says.</summary>
internal static class IncidentCommands
{
    public static RootCommand Create(TextWriter output)
    {
        var terminal = Terminal.On(output);
        var root = new RootCommand(
            "Runs the incident suite on this machine: the functions, workflows and event rules that deploy, from the template that CDK synthesises, against AWS in one process.")
        {
            PlayCommand.Create(terminal),
            ListCommand.Create(terminal),
            ServeCommand.Create(terminal),
            SendCommand.Create(terminal),
            BacktestCommand.Create(terminal),
            OnCallCommand.Create(terminal),
            ItemCommand.Create(terminal),
        };
        root.SetAction((_, cancellation) => PlayCommand.RunAsync(terminal, [], null, false, false, cancellation));
        new CommandHelp(
            [
                ("incident", "Plays every scenario on a virtual clock, tells each one's story, and ends with a table."),
                ("incident play latency-alarm", "Plays one of them."),
                ("incident serve", "Runs the suite in real time, at http://127.0.0.1:4566, until Ctrl-C."),
            ],
            """
            From the repository, `incident` is `dotnet run --project src/Cli --`; it needs Node.js 20 and Java 17 or newer.
            Exit codes: 0 all is well, 1 an expectation did not hold, 2 the command line, a file or this machine is not as needed.
            """).AddTo(root);
        return root;
    }
}
