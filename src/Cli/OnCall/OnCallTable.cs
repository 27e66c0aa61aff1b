using System.Globalization;
using IncidentServerless.Domain.OnCall;
using Spectre.Console;

namespace IncidentServerless.Cli.OnCall;

/// <summary>Schedules for a tired person: who it is now, until when, and who is next; then the shifts, on two lines each where a table has no room.</summary>
internal static class OnCallTable
{
    /// <summary>The narrowest window in which a row of the table stays on one line with names of usual length.</summary>
    private const int WidthOfTables = 100;

    private static readonly string[] Headings = ["From", "UTC", "Until", "UTC", "On call", "Decided by"];
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Write(IAnsiConsole terminal, ScheduleView view)
    {
        terminal.Write(new Text($"{view.Schedule.Name}, {Long(view.At)}, {view.Schedule.Zone.Id}\n", Bold));
        terminal.Write(new Padder(new Text(Now(view)), new Padding(2, 0, 0, 0)));
        terminal.Write(new Padder(new Text(view.Levels is [] ? "No level of an escalation names it." : $"Paged by {string.Join(", ", view.Levels)}."), new Padding(2, 0, 0, 0)));
        if (view.Next is [])
        {
            return;
        }

        terminal.WriteLine();
        terminal.Write(new Padder(terminal.Profile.Width >= WidthOfTables ? Table(view) : Lines(view), new Padding(2, 0, 0, 0)));
    }

    private static string Now(ScheduleView view)
    {
        var ends = view.Then is null ? "for the whole year to come" : $"until {Long(view.Now.Until)}";
        var then = view.Then is null ? "" : $", then {(view.Then.Duty is { } next ? view.NameOf(next) : "nobody")}";
        return view.Now.Duty is { } duty
            ? $"{view.NameOf(duty)} is on call {ends} ({ScheduleView.Decider(duty)}){then}."
            : $"NOBODY is on call {ends}{then}.{(view.At < view.Schedule.Start ? " The schedule has not begun yet." : "")}";
    }

    private static Table Table(ScheduleView view)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var heading in Headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var shift in view.Next)
        {
            table.AddRow(new Text(Short(shift.From)), new Text(Offset(shift.From)), new Text(Short(shift.Until)), new Text(Offset(shift.Until)), new Text(Who(view, shift), Bold), new Text(Decider(shift)));
        }

        return table;
    }

    private static Text Lines(ScheduleView view) => new(string.Join('\n', view.Next.Select(shift =>
        $"{Short(shift.From)} {Offset(shift.From)}  {Who(view, shift)}\n  until {Short(shift.Until)} {Offset(shift.Until)}{(shift.Duty is null ? "" : $", {Decider(shift)}")}")));

    private static string Who(ScheduleView view, Shift shift) => shift.Duty is { } duty ? view.NameOf(duty) : "NOBODY";

    private static string Decider(Shift shift) => shift.Duty is { } duty ? ScheduleView.Decider(duty) : "";

    private static string Long(DateTimeOffset at) => at.ToString("dddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + $" (UTC{Offset(at)})";

    private static string Short(DateTimeOffset at) => at.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Offset(DateTimeOffset at) => at.ToString("zzz", CultureInfo.InvariantCulture);
}
