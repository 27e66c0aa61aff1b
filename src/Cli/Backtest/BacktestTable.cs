using IncidentServerless.Domain.Messages.Text;
using Spectre.Console;

namespace IncidentServerless.Cli.Backtest;

/// <summary>Backtest lines for people.</summary>
internal static class BacktestTable
{
    private static readonly string[] Headings = ["File", "Disposition", "Severity", "What it is, or why not"];

    public static void Write(IAnsiConsole terminal, IReadOnlyList<BacktestLine> lines)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in Headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var line in lines)
        {
            table.AddRow(
                new Text(line.File),
                new Text(line.Outcome.Disposition.ToString()),
                new Text(line.Signal is { } signal ? Words.Of(signal.Severity) : ""),
                new Text(line.Signal is { } known ? $"{Words.Of(known.Type)}: {known.Title} (route {known.Route})" : line.Outcome.Reason ?? ""));
        }

        terminal.Write(table);
        var counts = lines.CountBy(line => line.Outcome.Disposition).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key}");
        terminal.WriteLine(lines.Count == 0 ? "No *.json or *.jsonl file was found." : $"{Times.Count(lines.Count, "event")}: {string.Join(", ", counts)}");
    }
}
