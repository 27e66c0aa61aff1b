using System.Text.Json.Nodes;
using IncidentServerless.Domain.Paging;

namespace IncidentServerless.Domain.Messages;

/// <summary>A Slack message that informs: a heading, some lines, buttons.</summary>
internal static class SlackNote
{
    /// <param name="channel">Where to post, for example <c>#incident-response</c>.</param>
    /// <param name="fallback">What notifications show.</param>
    /// <param name="link">The button's that leads to the incident's page; null for none.</param>
    /// <param name="buttons">What can be done at once.</param>
    public static SlackMessage Compose(string channel, string heading, IEnumerable<string> lines, string fallback, string? link, string footer, IEnumerable<JsonObject>? buttons = null) => new(SlackElements.Message(channel, fallback,
    [
        SlackElements.Header(heading),
        SlackElements.Section(string.Join('\n', lines)),
        SlackElements.Actions([.. buttons ?? [], .. SlackElements.Link("respond", "Look", link) is { } look ? [look] : Array.Empty<JsonObject>()]),
        SlackElements.Context(footer),
    ]));
}
