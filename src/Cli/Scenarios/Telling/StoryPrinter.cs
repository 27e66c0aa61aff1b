using System.Globalization;
using IncidentServerless.Cli.Scenarios.Playing;
using Spectre.Console;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>Prints stories: a line a happening, wrapped to the window, in colour where there is one.</summary>
internal sealed class StoryPrinter(IAnsiConsole terminal)
{
    private const string TimeFormat = "HH:mm:ss";
    private const string Margin = "            ";

    private DateOnly? day;

    public void Begin(Scenario scenario)
    {
        day = null;
        foreach (var line in TextWrap.Lines($"{scenario.Name}: {scenario.Title}", terminal.Profile.Width))
        {
            terminal.Write(new Text(line + "\n", new Style(decoration: Decoration.Bold)));
        }
    }

    public void Tell(PlayedStory story)
    {
        foreach (var line in story.Lines)
        {
            Tell(line);
        }

        foreach (var reason in Closing.Of(story))
        {
            Write("", reason, new Style(Color.Grey));
        }

        terminal.WriteLine();
    }

    public void Tell(StoryLine line)
    {
        var date = DateOnly.FromDateTime(line.At.UtcDateTime);
        if (date != day)
        {
            day = date;
            terminal.Write(new Text($"  {date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)} (UTC)\n", new Style(Color.Grey)));
        }

        Write(line.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture), line.Text, StyleOf(line.Kind));
    }

    /// <summary>Each as its readers get it, not wrapped: a line of theirs is a line here.</summary>
    public void Show(IEnumerable<FullText> texts)
    {
        foreach (var text in texts)
        {
            Write(text.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture), $"{text.At.UtcDateTime.ToString("d MMMM", CultureInfo.InvariantCulture)}, to {text.To}: {text.Subject}", new Style(decoration: Decoration.Bold));
            foreach (var line in text.Text.TrimEnd().Split('\n'))
            {
                terminal.Profile.Out.Writer.WriteLine($"  | {line}");
            }

            terminal.WriteLine();
        }
    }

    public void Fail(PlayedStory story)
    {
        foreach (var failure in story.Failures)
        {
            Write("FAILED", failure, new Style(Color.Red));
        }

        foreach (var logged in LoggedErrors.Of(story.Outcome))
        {
            Write("", logged, new Style(Color.Yellow));
        }

        terminal.WriteLine();
    }

    private void Write(string left, string text, Style style)
    {
        var room = Math.Max(40, terminal.Profile.Width - Margin.Length);
        var lines = TextWrap.Lines(text, room);
        for (var index = 0; index < lines.Count; index++)
        {
            var margin = index == 0 ? $"  {left}".PadRight(Margin.Length) : Margin;
            terminal.Write(new Text(margin, left == "FAILED" ? style : new Style(Color.Grey)));
            WriteWhole(lines[index], style, room);
        }
    }

    // A link that is longer than the window must reach it in one piece, or nobody can open it.
    private void WriteWhole(string line, Style style, int room)
    {
        if (line.Length > room)
        {
            terminal.Profile.Out.Writer.WriteLine(line);
        }
        else
        {
            terminal.Write(new Text(line + "\n", style));
        }
    }

    private static Style StyleOf(LineKind kind) => kind switch
    {
        LineKind.Person => new Style(Color.Aqua),
        LineKind.Message => new Style(Color.Green),
        LineKind.Trouble => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
