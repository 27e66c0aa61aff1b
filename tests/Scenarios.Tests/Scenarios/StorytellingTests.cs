using IncidentServerless.Cli.Commands;
using IncidentServerless.Cli.Scenarios;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Storage;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

public sealed class StorytellingTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 23, 59, 59, TimeSpan.Zero);

    [Fact]
    public void Lines_OfOneMoment_GoInTheOrderOfCauseAndEqualOnesAreCounted()
    {
        var lines = Storyteller.Fold(
        [
            Line(1, StoryOrder.Message, "Page"),
            Line(1, StoryOrder.Decision, "Opened"),
            Line(0, StoryOrder.Arrival, "Alarm"),
            Line(0, StoryOrder.Arrival, "Alarm"),
        ]);

        Assert.Equal(["Alarm (2 times)", "Opened", "Page"], lines.Select(line => line.Text));
    }

    [Fact]
    public void Messages_Refused_TellWhetherTheyAreTriedAgain()
    {
        SentMessage[] sent =
        [
            Message(0, Channel.PagerDuty, "HTTP 500"),
            Message(0, Channel.Slack, "ok:false, channel_not_found"),
            Message(2, Channel.PagerDuty, "HTTP 500"),
            Message(6, Channel.PagerDuty, null),
        ];

        Assert.Equal(
            ["PagerDuty answered 500: tried again in 2 s.", "Slack answered ok:false, channel_not_found: given up.", "PagerDuty answered 500: tried again in 4 s.", "PagerDuty is triggered: Down"],
            MessageLines.Of(sent).Select(line => line.Text));
    }

    [Fact]
    public void Printer_NarrowWindow_WrapsBesideTheTimeAndNamesTheDay()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = Terminal.On(output);
        terminal.Profile.Width = 60;
        var printer = new StoryPrinter(terminal);

        printer.Tell(Line(0, StoryOrder.Deed, "Ana opens the link from the page topic and acknowledges it."));
        printer.Tell(Line(1, StoryOrder.Deed, "Closed."));

        Assert.Equal(
            """
              Monday, 2 March 2026 (UTC)
              23:59:59  Ana opens the link from the page topic and
                        acknowledges it.
              Tuesday, 3 March 2026 (UTC)
              00:00:00  Closed.

            """,
            output.ToString());
    }

    [Fact]
    public void Printer_WholeTexts_KeepsTheirLines()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = Terminal.On(output);
        terminal.Profile.Width = 60;

        new StoryPrinter(terminal).Show([new FullText(Line(0, StoryOrder.Deed, "").At, "ana's own topic", "[SEV1] Page: Down", "SEV1: Down\n\nAcknowledge: https://respond.example/?link=a-link-that-is-longer-than-the-window.signed\n")]);

        Assert.Equal(
            """
              23:59:59  2 March, to ana's own topic: [SEV1] Page: Down
              | SEV1: Down
              | 
              | Acknowledge: https://respond.example/?link=a-link-that-is-longer-than-the-window.signed


            """,
            output.ToString());
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Summary_InAnyWindow_KeepsEveryRowInIt(int width)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = Terminal.On(output);
        terminal.Profile.Width = width;

        SummaryTable.Write(terminal, [Played("step-functions-refuses", []), Played("latency-alarm", ["Expected 1 page; saw 0."])]);

        var lines = output.ToString().Split('\n');
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, width));
        Assert.Contains(lines, line => line.Contains("latency-alarm", StringComparison.Ordinal) && line.TrimEnd().EndsWith("FAILED", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("49 Attached", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("1 Suppressed", StringComparison.Ordinal));
        Assert.Contains("1 of 2 scenarios did not go as expected.", lines);
    }

    [Fact]
    public void Milestones_OfNoIncident_AreNone() => Assert.Equal(new Milestones(null, null, null, null), Milestones.Of([]));

    private static PlayedStory Played(string name, string[] failures) => new(
        new Scenario(name, "", Start, null, [], [], TimeSpan.Zero, []),
        new Outcome(
            Start,
            [],
            [],
            [.. Enumerable.Repeat(Disposition.Attached, 49).Append(Disposition.Opened).Append(Disposition.Suppressed).Select(each => new LedgerEntry("SIGNAL#a#1", new EventDisposition(each)))],
            []),
        [],
        failures,
        []);

    private static StoryLine Line(int seconds, StoryOrder order, string text) => new(Start.AddSeconds(seconds), order, LineKind.World, text);

    private static SentMessage Message(int seconds, Channel channel, string? refusal) => new(Start.AddSeconds(seconds), channel, null, "trigger", "Down", "Down", refusal);
}
