using IncidentServerless.Domain.Messages.Text;
using Spectre.Console;

namespace IncidentServerless.Cli.Backtest;

/// <summary>False alarms, by the route that made incidents of them. A repeated alert that joined an open incident has no outcome of its own.</summary>
internal static class OutcomeTable
{
    public static void Write(IAnsiConsole terminal, Outcomes outcomes, IReadOnlyList<BacktestLine> lines) => Write(
        terminal,
        ["Route", "Opened", "Outcome known", "False alarms"],
        lines.Where(line => line.Opens).GroupBy(line => line.Signal!.Route).Select(route => new[]
        {
            route.Key,
            Number(route.Count()),
            Number(route.Count(line => outcomes.IsFalseAlarm(line.IncidentId) is not null)),
            Number(route.Count(line => outcomes.IsFalseAlarm(line.IncidentId) is true)),
        }));

    /// <summary>What a change of policy would have spared, and lost.</summary>
    public static void WriteChanges(IAnsiConsole terminal, Outcomes outcomes, IReadOnlyList<BacktestChange> all)
    {
        var known = all.Where(change => change.Was.Opens && outcomes.IsFalseAlarm(change.Was.IncidentId) is not null).ToLookup(change => outcomes.IsFalseAlarm(change.Was.IncidentId) is true);
        Write(
            terminal,
            ["Route (was)", "False alarms", "Spared", "Real ones", "Lost"],
            known[true].Concat(known[false]).GroupBy(change => change.Was.Signal!.Route).Select(route => new[]
            {
                route.Key,
                Number(route.Count(known[true].Contains)),
                Number(route.Count(change => known[true].Contains(change) && IsSpared(change))),
                Number(route.Count(known[false].Contains)),
                Number(route.Count(change => known[false].Contains(change) && IsSpared(change))),
            }));
        terminal.WriteLine(Sentence(known[true], "false alarm"));
        terminal.WriteLine(Sentence(known[false], "real one"));
    }

    /// <summary>It opened an incident and opens none any more, or woke somebody and wakes nobody.</summary>
    private static bool IsSpared(BacktestChange change) => (change.Was.Opens && !change.Would.Opens) || (change.Was.Pages && !change.Would.Pages);

    private static string Sentence(IEnumerable<BacktestChange> changes, string what)
    {
        var all = changes.ToList();
        return $"Of {Times.Count(all.Count, what)}, {all.Count(change => change.Was.Pages && !change.Would.Pages)} would no longer page anybody, and {all.Count(change => !change.Would.Opens)} would open no incident.";
    }

    private static void Write(IAnsiConsole terminal, string[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var row in rows.OrderBy(row => row[0], StringComparer.Ordinal))
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        terminal.Write(table);
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
