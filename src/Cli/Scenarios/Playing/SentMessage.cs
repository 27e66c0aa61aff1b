using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>One message to people that left the suite, whether its channel took it or not.</summary>
/// <param name="Person">The person's id when the topic is a person's own; else null.</param>
/// <param name="Kind">For SNS its attribute <c>kind</c>; for PagerDuty <c>trigger</c>, <c>acknowledge</c> or <c>resolve</c>; for Slack <c>message</c>; for the status page the incident's status; for a ticket <c>Made</c>, <c>Open</c> or <c>Resolved</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">All texts of the message, a line each.</param>
/// <param name="Refusal">Why the channel did not take it; null when it did.</param>
internal sealed partial record SentMessage(DateTimeOffset At, Channel Channel, string? Person, string Kind, string Subject, string Text, string? Refusal)
{
    private const string PagerDutyHost = "events.pagerduty.com";
    private const string SlackHost = "slack.com";
    private const string StatusPageHost = "api.statuspage.io";

    /// <summary>See <see cref="Topic"/>.</summary>
    public const string Updates = "updates";
    public const string Tickets = "tickets";

    /// <summary>The escalation level that the message names, from 1; null when it names none.</summary>
    public int? Level => LevelInText().Match(Text) is { Success: true } level ? int.Parse(level.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>The signed link; null when there is none.</summary>
    public string? Link => LinkInText().Match(Text) is { Success: true } link ? link.Value : null;

    /// <summary>The topic that it went to, where that is neither the page topic nor a person's own.</summary>
    public string? Topic { get; init; }

    public string To => Recipient(Channel, Person, Topic);

    /// <summary>In responders' words: <c>the page topic</c>, <c>the updates topic</c>, <c>Slack</c>, <c>ana's own topic</c>.</summary>
    public static string Recipient(Channel channel, string? person, string? topic = null) => (channel, person, topic) switch
    {
        (Channel.Sns, { } known, _) => $"{known}'s own topic",
        (Channel.Sns, null, { } named) => $"the {named} topic",
        (Channel.Sns, null, null) => "the page topic",
        _ => Words.Of(channel),
    };

    /// <summary>Every message so far, in order.</summary>
    public static IReadOnlyList<SentMessage> In(IEnumerable<Observation> observations, Suite suite)
    {
        var (pageTopic, updatesTopic, personTopics) = (suite.PageTopic, suite.UpdatesTopic, suite.PersonTopics);
        return
        [
            .. observations.Select(observation => observation switch
            {
                NotificationPublished note when note.Topic == pageTopic => Of(note, null),
                NotificationPublished note when note.Topic == updatesTopic => Of(note, null) with { Topic = Updates },
                NotificationPublished note when personTopics.TryGetValue(note.Topic, out var person) => Of(note, person),
                HttpCalled { Host: PagerDutyHost } call => OfPagerDuty(call),
                HttpCalled { Host: SlackHost } call => OfSlack(call),
                HttpCalled { Host: StatusPageHost, Method: not "GET" } call => OfStatusPage(call),
                AccountCalled call when TicketOf(call) => OfTicket(call),
                _ => null,
            }).OfType<SentMessage>(),
        ];
    }

    private static SentMessage Of(NotificationPublished note, string? person) =>
        new(note.At, Channel.Sns, person, note.Attributes.GetValueOrDefault("kind", "notice"), note.Subject ?? "", note.Message, null);

    private static SentMessage OfPagerDuty(HttpCalled call)
    {
        var body = Parse(call.Body);
        var kind = body?["event_action"]?.ToString() ?? "unreadable";
        var subject = body?["payload"]?["summary"]?.ToString() ?? $"{kind} {body?["dedup_key"]}";
        return new(call.At, Channel.PagerDuty, null, kind, subject, AllTexts(body), call.Status == 202 ? null : $"HTTP {call.Status}");
    }

    private static SentMessage OfSlack(HttpCalled call)
    {
        // Slack wants &, < and > escaped.
        var body = Parse(call.Body);
        var answer = Parse(call.Answer);
        var refusal = call.Status != 200 ? $"HTTP {call.Status}"
            : answer?["ok"]?.GetValueKind() == JsonValueKind.True ? null
            : $"ok:false, {answer?["error"]?.ToString() ?? "no reason given"}";
        return new(call.At, Channel.Slack, null, "message", WebUtility.HtmlDecode(body?["text"]?.ToString() ?? ""), AllTexts(body), refusal);
    }

    private static SentMessage OfStatusPage(HttpCalled call)
    {
        var incident = Parse(call.Body)?["incident"];
        return new(call.At, Channel.StatusPage, null, incident?["status"]?.ToString() ?? "unreadable", incident?["name"]?.ToString() ?? "", AllTexts(incident), call.Status is 200 or 201 ? null : $"HTTP {call.Status}");
    }

    /// <summary>Whether the call makes or changes an incident's ticket. Such a ticket is a message, which counts where a story names it.</summary>
    internal static bool TicketOf(AccountCalled call) => call.Call switch
    {
        "ssm:CreateOpsItem" => call.Input["OperationalData"]?["/aws/dedup"] is not null && call.Input["Title"]?.ToString().StartsWith("SEV", StringComparison.Ordinal) == true,
        "ssm:UpdateOpsItem" => true,
        _ => false,
    };

    private static SentMessage OfTicket(AccountCalled call) => new(
        call.At, Channel.Ticket, null, call.Input["Status"]?.ToString() ?? "Made", call.Input["Title"]?.ToString() ?? "", AllTexts(call.Input), call.Error) { Topic = Tickets };

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // What is no JSON has no members; the sink has told its sender already.
            return null;
        }
    }

    private static string AllTexts(JsonNode? node) => string.Join('\n', Texts(node));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [GeneratedRegex(@"\blevel ([0-9]+) \(.*?\)[, ·]+round ")]
    private static partial Regex LevelInText();

    [GeneratedRegex(@"https?://[^\s""<>]+[?&]link=[A-Za-z0-9._~%-]+")]
    private static partial Regex LinkInText();
}
