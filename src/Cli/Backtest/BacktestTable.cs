using IncidentServerless.Domain.Messages.Text;
using Spectre.Console;

namespace IncidentServerless.Cli.Backtest;

/// <summary>Backtest lines for people.</summary>
internal static class BacktestTable
{
    private static readonly string[] ChangeHeadings = ["File", "Was", "Would be"];
    private static readonly string[] Headings = ["File", "Disposition", "Severity", "Told first", "What it is, or why not"];

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
                new Text(line.Told ?? ""),
                new Text(line.Signal is { } known ? $"{Words.Of(known.Type)}: {known.Title} (route {known.Route})" : line.Outcome.Reason ?? ""));
        }

        terminal.Write(table);
        Sum(terminal, lines);
    }

    /// <summary>Only what a change of policy would change.</summary>
    public static void WriteChanges(IAnsiConsole terminal, IReadOnlyList<BacktestChange> all)
    {
        var changes = all.Where(change => change.IsOne).ToList();
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in ChangeHeadings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var change in changes)
        {
            table.AddRow(new Text(change.Would.File), new Text(InWords(change.Was)), new Text(InWords(change.Would)));
        }

        if (changes.Count > 0)
        {
            terminal.Write(table);
        }

        terminal.WriteLine($"{changes.Count} of {Times.Count(all.Count, "event")} would become something else.");
    }

    private static string InWords(BacktestLine line) => line.Signal is { } signal
        ? $"{line.Outcome.Disposition}, {Words.Of(signal.Severity)} {Words.Of(signal.Type)} (route {signal.Route}){(line.Told is { } told ? $", {told}" : "")}"
        : $"{line.Outcome.Disposition}: {line.Outcome.Reason}";

    private static void Sum(IAnsiConsole terminal, IReadOnlyList<BacktestLine> lines)
    {
        var counts = lines.CountBy(line => line.Outcome.Disposition).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key}");
        terminal.WriteLine(lines.Count == 0 ? "No *.json or *.jsonl file was found." : $"{Times.Count(lines.Count, "event")}: {string.Join(", ", counts)}");
    }
}
