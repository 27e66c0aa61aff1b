using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>So many messages of a description were sent, no more and no fewer. A message that no such expectation describes is a failure of its own.</summary>
/// <param name="Person">Whose own topic; null for the channel's.</param>
/// <param name="Kind">As <see cref="SentMessage.Kind"/>; null for any.</param>
/// <param name="Subject">May hold <c>*</c>; null for any.</param>
/// <param name="Says">Any part of the text; may hold <c>*</c>; null for any.</param>
/// <param name="Level">The escalation level it names; null for any.</param>
/// <param name="Taken">Whether the channel took it; null for either.</param>
/// <param name="From">Not before this time of the story.</param>
/// <param name="To">Not after this time of the story.</param>
public sealed record MessagesSent(
    Channel Channel, string? Person, string? Kind, string? Subject, string? Says, int? Level, bool? Taken, TimeSpan? From, TimeSpan? To, int Count) : Expectation
{
    /// <summary>See <see cref="SentMessage.Topic"/>.</summary>
    public string? Topic { get; init; }

    private static readonly Dictionary<string, Channel> Channels = new() { ["sns"] = Channel.Sns, ["slack"] = Channel.Slack, ["pagerDuty"] = Channel.PagerDuty, ["statusPage"] = Channel.StatusPage, ["ticket"] = Channel.Ticket };

    internal static MessagesSent? Read(StoryMembers members) => members.OptionalObject("sent", inner =>
    {
        var word = inner.Text("channel");
        if (!Channels.TryGetValue(word, out var channel))
        {
            inner.Fault("channel", $"expected one of {string.Join(", ", Channels.Keys)}, found \"{word}\".");
        }

        var at = inner.OptionalTime("at");
        return new MessagesSent(
            channel,
            inner.OptionalText("person"),
            inner.OptionalText("kind"),
            inner.OptionalText("subject"),
            inner.OptionalText("says"),
            inner.OptionalCount("level"),
            inner.OptionalFlag("taken"),
            inner.OptionalTime("from") ?? at,
            inner.OptionalTime("to") ?? at,
            inner.Count("count", 1))
        {
            Topic = channel == Channel.Ticket ? SentMessage.Tickets : inner.OptionalText("topic"),
        };
    });

    internal bool Describes(SentMessage message, DateTimeOffset start) =>
        message.Channel == Channel
        && message.Person == Person
        && message.Topic == Topic
        && (Kind is null || message.Kind == Kind)
        && (Subject is null || StoryText.Fits(Subject, message.Subject))
        && (Says is null || StoryText.Fits($"*{Says}*", message.Text))
        && (Level is null || message.Level == Level)
        && (Taken is null || message.Refusal is null == Taken)
        && (From is null || message.At >= start + From)
        && (To is null || message.At <= start + To);

    internal override IEnumerable<string> Failures(Outcome outcome)
    {
        var seen = outcome.Sent.Count(message => Describes(message, outcome.Start));
        return seen == Count ? [] : [$"Expected {InWords}; saw {seen}."];
    }

    private string InWords
    {
        get
        {
            string?[] parts =
            [
                $"{Times.Count(Count, Kind ?? "message")} to {SentMessage.Recipient(Channel, Person, Topic)}",
                Subject is null ? null : $"with the subject '{Subject}'",
                Says is null ? null : $"that says '{Says}'",
                Level is null ? null : $"of level {Level}",
                Taken is null ? null : Taken.Value ? "that was taken" : "that was refused",
                (From, To) switch
                {
                    (null, null) => null,
                    ({ } from, { } to) when from == to => $"at {StoryTime.Print(from)}",
                    var (from, to) => $"from {StoryTime.Print(from ?? TimeSpan.Zero)} to {(to is { } end ? StoryTime.Print(end) : "the end")}",
                },
            ];
            return string.Join(' ', parts.OfType<string>());
        }
    }
}
