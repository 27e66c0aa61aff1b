using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>What people are told.</summary>
internal static class MessageLines
{
    /// <param name="sent">In order: a refused message is told together with what became of it.</param>
    public static IEnumerable<StoryLine> Of(IReadOnlyList<SentMessage> sent) => sent.Select((message, index) => message.Refusal is null
        ? new StoryLine(message.At, StoryOrder.Message, LineKind.Message, Taken(message))
        : new StoryLine(message.At, StoryOrder.Message, LineKind.Trouble, $"{message.To} answered {Answer(message)}: {NextTry(message, sent.Skip(index + 1))}"));

    /// <summary>While it goes on, nobody knows yet whether a refused message is tried again.</summary>
    public static IEnumerable<StoryLine> Live(IReadOnlyList<SentMessage> sent) => sent.Select(message => message.Refusal is null
        ? new StoryLine(message.At, StoryOrder.Message, LineKind.Message, message.Link is { } link ? $"{Taken(message)}\n{link}" : Taken(message))
        : new StoryLine(message.At, StoryOrder.Message, LineKind.Trouble, $"{message.To} answered {Answer(message)}."));

    private static string Taken(SentMessage message) => (message.Channel, message.Kind) switch
    {
        (Channel.PagerDuty, "trigger") => $"PagerDuty is triggered: {message.Subject}",
        (Channel.PagerDuty, var kind) => $"PagerDuty is told to {kind} it.",
        (Channel.Ticket, "Made") => $"Ticket: {message.Subject}",
        (Channel.Ticket, var status) => $"The ticket is {status.ToLowerInvariant()}: {message.Subject}",
        (Channel.StatusPage, var status) => $"The status page says: {message.Subject} ({status}).",
        (Channel.Slack, _) => $"Message to Slack: {message.Subject}",
        (_, "approval") => $"Approval asked in {message.To}: {message.Subject}",
        (_, "update") when message.Topic is not null => $"Update to {message.To}: {message.Subject}",
        (_, "summary" or "post-mortem" or "follow-up") => $"Message to {message.To}: {message.Subject}",
        (_, "update") => $"News to {message.To}: {message.Subject}",
        (_, "stand-down") => $"Stand-down to {message.To}: {message.Subject}",
        (_, "page") => $"Page to {message.To}: {message.Subject}",
        _ => $"Notice to {message.To}: {message.Subject}",
    };

    private static string Answer(SentMessage message) => message.Refusal!.Replace("HTTP ", "", StringComparison.Ordinal);

    private static string NextTry(SentMessage refused, IEnumerable<SentMessage> later) =>
        later.FirstOrDefault(next => next.Channel == refused.Channel && next.Text == refused.Text) is { } next
            ? $"tried again in {(next.At - refused.At).TotalSeconds:0} s."
            : "given up.";
}
