using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary>Says what takes a while, before the first story.</summary>
internal sealed class Progress(IAnsiConsole terminal)
{
    public void Tell(string what) => terminal.Write(new Text($"{what} ...\n", new Style(Color.Grey)));
}
