using System.Globalization;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Domain.Messages.Text;
using Spectre.Console;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>The table at the end: a row for each scenario.</summary>
internal static class SummaryTable
{
    /// <summary>In a narrower window each disposition gets a line of its own.</summary>
    private const int RoomForAllDispositions = 100;

    private static readonly int[] Numbers = [2, 3, 4, 6];
    private static readonly string[] Headings = ["Scenario", "SEV", "To\npage", "To\nack", "To\nresolve", "Dispositions", "States", ""];

    public static void Write(IAnsiConsole terminal, IReadOnlyList<PlayedStory> stories)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (index, heading) in Headings.Index())
        {
            table.AddColumn(new TableColumn(new Text(heading))
            {
                Padding = new Padding(0, 0, 1, 0),
                NoWrap = true,
                Alignment = Numbers.Contains(index) ? Justify.Right : Justify.Left,
            });
        }

        foreach (var story in stories)
        {
            table.AddRow([.. Row(story, terminal.Profile.Width < RoomForAllDispositions ? "\n" : ", ")]);
        }

        terminal.Write(table);
        var failed = stories.Count(story => !story.Succeeded);
        terminal.Write(new Text(
            failed == 0 ? (stories.Count == 1 ? "It went as expected.\n" : $"All {stories.Count} scenarios went as expected.\n") : $"{failed} of {Times.Count(stories.Count, "scenario")} did not go as expected.\n",
            new Style(failed == 0 ? Color.Green : Color.Red)));
    }

    private static IEnumerable<Text> Row(PlayedStory story, string betweenDispositions)
    {
        var milestones = Milestones.Of(story.Outcome.Incidents);
        yield return new Text(story.Scenario.Name);
        yield return new Text(milestones.Severity is { } severity ? ((int)severity).ToString(CultureInfo.InvariantCulture) : "-");
        yield return new Text(InWords(milestones.ToPage));
        yield return new Text(InWords(milestones.ToAcknowledge));
        yield return new Text(InWords(milestones.ToResolve));
        yield return new Text(Dispositions.InWords(story.Outcome.Ledger.CountBy(entry => entry.Outcome.Disposition).ToDictionary()).Replace(", ", betweenDispositions, StringComparison.Ordinal));
        yield return new Text(story.Transitions.ToString(CultureInfo.InvariantCulture));
        yield return story.Succeeded ? new Text("ok", new Style(Color.Green)) : new Text("FAILED", new Style(Color.Red));
    }

    private static string InWords(TimeSpan? time) => time is { } known ? StoryTime.Print(known).TrimStart('+') : "-";
}
