using System.Collections.Immutable;
using System.Text.Json;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.Reports;

/// <summary>
/// Reads reports as they are sent: <c>{ "report": { … } }</c> of our own; Zendesk's events (<c>zen:event-type:ticket.…</c>) and
/// <c>{ "ticket": { … } }</c>, as its triggers and its API write it; Jira's issues; messages of Slack's Events API.
/// </summary>
internal static class ReportParser
{
    private const int MostTags = 30;
    private const string ZendeskEvents = "zen:event-type:ticket.";

    private static readonly string[] Over = ["solved", "closed", "done", "resolved", "cancelled", "canceled", "deleted"];

    public static bool Recognises(JsonElement content) =>
        content.Object("report") is not null
        || content.Object("ticket") is not null
        || content.Text("type")?.StartsWith("zen:event-type:", StringComparison.Ordinal) == true
        || content.Object("issue") is { } issue && issue.Object("fields") is not null
        || content.Text("type") is "event_callback" or "url_verification";

    /// <summary>Null when it says nothing that could be read.</summary>
    public static ReportFacts? Read(JsonElement content, ReportsPolicy policy) =>
        content.Object("report") is { } report ? Plain("webhook", report)
        : content.Text("type")?.StartsWith("zen:event-type:", StringComparison.Ordinal) == true ? ZendeskEvent(content)
        : content.Object("ticket") is { } ticket ? Plain("zendesk", ticket)
        : content.Object("issue") is { } issue ? Jira(content, issue)
        : Slack(content, policy);

    /// <summary>Our own members, and those that Zendesk calls alike.</summary>
    private static ReportFacts? Plain(string channel, JsonElement report) => Name(report.Text("id") ?? report.Text("external_id")) is not { } id ? null : new ReportFacts
    {
        Channel = channel,
        Id = id,
        Title = report.Text("title") ?? report.Text("subject") ?? report.Text("raw_subject"),
        Text = report.Text("description") ?? report.Text("latest_comment"),
        Priority = Priority(report.Text("priority") ?? report.Text("severity")),
        IsOver = IsOver(report.Text("status")),
        Tags = Tags(report, "tags"),
        Tenant = report.Text("tenant") ?? report.Text("organization") ?? report.Object("organization")?.Text("name"),
        Url = report.Text("url") ?? report.Text("link"),
        At = EventTime.First(report.Text("at"), report.Text("updated_at"), report.Text("created_at")),
    };

    private static ReportFacts? ZendeskEvent(JsonElement content)
    {
        var detail = content.Object("detail") ?? default;
        if (Plain("zendesk", detail) is not { } facts)
        {
            return null;
        }

        var type = content.Text("type")!;
        return facts with
        {
            At = EventTime.First(content.Text("time")) ?? facts.At,
            EventId = Name(content.Text("id")),
            IsOver = facts.IsOver || type is ZendeskEvents + "marked_as_spam" or ZendeskEvents + "soft_deleted" or ZendeskEvents + "permanently_deleted",
            NoReport = type.StartsWith(ZendeskEvents, StringComparison.Ordinal) ? null : $"It is an event of Zendesk that is about no ticket ({SignalText.Title(type)}).",
        };
    }

    private static ReportFacts? Jira(JsonElement content, JsonElement issue)
    {
        var fields = issue.Object("fields") ?? default;
        return Name(issue.Text("key") ?? issue.Text("id")) is not { } id ? null : new ReportFacts
        {
            Channel = "jira",
            Id = id,
            Title = fields.Text("summary"),
            // A document of Jira's own format is no text.
            Text = fields.Text("description"),
            Priority = Priority(fields.Object("priority")?.Text("name")),
            IsOver = IsOver(fields.Object("status")?.Object("statusCategory")?.Text("key") ?? fields.Object("status")?.Text("name")) || content.Text("webhookEvent") == "jira:issue_deleted",
            Tags = Tags(fields, "labels"),
            Url = issue.Text("self"),
            At = content.Text("timestamp") is { } stamp && long.TryParse(stamp, out var milliseconds) && milliseconds is > 0 and < 253_402_300_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null,
        };
    }

    private static ReportFacts? Slack(JsonElement content, ReportsPolicy policy)
    {
        if (content.Text("type") == "url_verification")
        {
            return new ReportFacts { Channel = "slack", Id = "url-verification", Title = "Slack's question for the address", NoReport = "Slack only tried whether somebody listens." };
        }

        var message = content.Object("event") ?? default;
        if (message.Text("channel") is not { } channel || (message.Text("thread_ts") ?? message.Text("ts")) is not { } thread || Name($"{channel}/{thread}") is not { } id)
        {
            return null;
        }

        var isListed = policy.SlackChannels.Contains(channel);
        return new ReportFacts
        {
            Channel = "slack",
            Id = id,
            Text = WithoutMentions(message.Text("text")),
            At = message.Text("ts")?.Split('.')[0] is { } seconds && long.TryParse(seconds, out var stamp) && stamp is > 0 and < 253_402_300_000 ? DateTimeOffset.FromUnixTimeSeconds(stamp) : null,
            EventId = Name(content.Text("event_id")),
            NoReport = message.Text("subtype") is { } subtype ? $"It is no message that somebody wrote, but {SignalText.Title(subtype)}."
                : message.Text("bot_id") is not null ? "A program wrote it."
                : message.Text("type") == "app_mention" || (message.Text("type") == "message" && isListed) ? null
                : message.Text("type") == "message" ? "It does not mention the app, and its channel is not among reports.slackChannels in policy."
                : $"It is an event of Slack of another kind ({SignalText.Title(message.Text("type") ?? "without a type")}).",
        };
    }

    /// <summary>Without the <c>&lt;@U0LAN0Z89&gt;</c> that it begins with when it is addressed to the app.</summary>
    private static string? WithoutMentions(string? text)
    {
        while (text is not null && text.StartsWith("<@", StringComparison.Ordinal) && text.IndexOf('>') is > 0 and var end)
        {
            text = text[(end + 1)..].TrimStart();
        }

        return text;
    }

    private static bool IsOver(string? status) => status is not null && Over.Contains(status.Trim().ToLowerInvariant());

    private static string? Priority(string? told) => told?.Trim().ToLowerInvariant() switch
    {
        "urgent" or "critical" or "highest" or "blocker" or "sev1" or "p1" => "urgent",
        "high" or "major" or "sev2" or "p2" => "high",
        "normal" or "medium" or "sev3" or "p3" => "normal",
        "low" or "lowest" or "minor" or "trivial" or "sev4" or "p4" => "low",
        _ => null,
    };

    /// <summary>A list, or one text with blanks or commas between them.</summary>
    private static ImmutableArray<string> Tags(JsonElement report, string member) => SignalText.Lines(
        report.Text(member) is { } text ? text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) : report.Items(member).Select(tag => tag.Text()), 60, MostTags);

    private static string? Name(string? id) => id is { Length: > 0 and <= 150 } && !id.Any(char.IsControl) ? id : null;
}
