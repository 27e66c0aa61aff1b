using System.Text.Json.Nodes;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Messages;

/// <summary>Parts of a Slack message. All texts are <c>plain_text</c>, so that nothing in a title or reason becomes bold, a link or a mention.</summary>
internal static class SlackElements
{
    /// <summary>Slack's limits for a button's label, for a dialog's question, and for the labels of its answers.</summary>
    public const int LabelLimit = 75;
    public const int QuestionLimit = 300;
    public const int AnswerLimit = 30;

    /// <summary>Slack's limit for the elements of one block.</summary>
    private const int MostButtons = 25;

    public static JsonObject Plain(string text, int limit) => new() { ["type"] = "plain_text", ["text"] = SlackText.Escape(text, limit), ["emoji"] = false };

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text, SlackPage.HeaderLimit) };

    public static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Plain(text, SlackPage.SectionLimit) };

    public static JsonObject Context(string text) => new() { ["type"] = "context", ["elements"] = new JsonArray(Plain(text, SlackPage.FieldLimit)) };

    /// <summary>Null when there are none.</summary>
    public static JsonObject? Actions(IEnumerable<JsonObject> buttons) =>
        new JsonArray([.. buttons.Take(MostButtons)]) is { Count: > 0 } elements ? new JsonObject { ["type"] = "actions", ["elements"] = elements } : null;

    /// <summary>A button that leads to an address; null without one, and for one that is longer than Slack allows.</summary>
    public static JsonObject? Link(string id, string label, string? url) =>
        url is { Length: <= SlackPage.UrlLimit } ? new JsonObject { ["type"] = "button", ["action_id"] = id, ["text"] = Plain(label, LabelLimit), ["url"] = url } : null;

    /// <summary>A message to a channel; <paramref name="text"/>, which notifications show, is sent with mrkdwn and parsing off.</summary>
    public static JsonObject Message(string channel, string text, IEnumerable<JsonObject?> blocks) => new()
    {
        ["channel"] = channel,
        ["text"] = SlackText.Escape(text, 1000),
        ["mrkdwn"] = false,
        ["parse"] = "none",
        ["link_names"] = false,
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
        ["blocks"] = new JsonArray([.. blocks.OfType<JsonObject>()]),
    };
}
