using System.CommandLine;
using IncidentServerless.Cli.Scenarios;
using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary><c>incident list</c>: the scenarios and what they are about.</summary>
internal static class ListCommand
{
    public static Command Create(IAnsiConsole terminal)
    {
        var command = new Command("list", "Lists the scenarios.");
        command.SetAction(_ => Run(terminal));
        new CommandHelp([("incident list", "Names every scenario and says what it is about.")]).AddTo(command);
        return command;
    }

    private static int Run(IAnsiConsole terminal)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(new TableColumn("") { NoWrap = true, Padding = new Padding(0, 0, 2, 0) }).AddColumn(new TableColumn("") { Padding = new Padding(0, 0, 0, 0) });
        foreach (var scenario in StoryFiles.All())
        {
            table.AddRow(new Text(scenario.Name, new Style(decoration: Decoration.Bold)), new Text(scenario.Title));
        }

        terminal.Write(table);
        return ExitCodes.Success;
    }
}
