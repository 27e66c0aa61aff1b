using System.Text.Json.Nodes;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;

namespace IncidentServerless.Domain.Messages;

/// <summary>A Slack message that informs: a heading, some lines, a button. All of it is <c>plain_text</c>, as in <see cref="SlackPage"/>.</summary>
internal static class SlackNote
{
    /// <param name="channel">Where to post, for example <c>#incident-response</c>.</param>
    /// <param name="fallback">What notifications show.</param>
    /// <param name="link">The button's; null for none.</param>
    public static SlackMessage Compose(string channel, string heading, IEnumerable<string> lines, string fallback, string? link, string footer)
    {
        var blocks = new JsonArray(
            new JsonObject { ["type"] = "header", ["text"] = Plain(heading, SlackPage.HeaderLimit) },
            new JsonObject { ["type"] = "section", ["text"] = Plain(string.Join('\n', lines), SlackPage.SectionLimit) });
        if (link is { Length: <= SlackPage.UrlLimit })
        {
            blocks.Add((JsonNode)new JsonObject
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "respond", ["text"] = Plain("Look", 75), ["url"] = link }),
            });
        }

        blocks.Add((JsonNode)new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Plain(footer, SlackPage.FieldLimit)) });
        return new SlackMessage(new JsonObject
        {
            ["channel"] = channel,
            ["text"] = SlackText.Escape(fallback, 1000),
            ["mrkdwn"] = false,
            ["parse"] = "none",
            ["link_names"] = false,
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["blocks"] = blocks,
        });
    }

    private static JsonObject Plain(string text, int limit) => new() { ["type"] = "plain_text", ["text"] = SlackText.Escape(text, limit), ["emoji"] = false };
}
