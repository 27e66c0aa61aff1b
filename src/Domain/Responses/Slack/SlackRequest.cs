using System.Text.Json;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Responses.Slack;

/// <summary>What somebody does in Slack, as Slack tells it (https://api.slack.com/interactivity). Nothing here is checked: the signature was.</summary>
/// <param name="MemberId"><c>U024BE7LH</c>.</param>
/// <param name="Handle">The member's name in Slack, or empty.</param>
/// <param name="Once">Slack's <c>trigger_id</c>: another one for each press and each command, the same when the request is sent again.</param>
public abstract record SlackRequest(string MemberId, string Handle, string Once)
{
    /// <summary>In bytes of UTF-8. A press brings the whole message along.</summary>
    private const int LongestBody = 256 * 1024;
    private const int LongestId = 200;

    /// <summary>Never throws.</summary>
    /// <param name="body">The decoded body, a form.</param>
    /// <returns>Null for what asks for nothing: a button that leads somewhere, a dialog, anything that cannot be read.</returns>
    public static SlackRequest? Read(string body)
    {
        if (!FormFields.TryParse(body, out var fields, out _, LongestBody, mostFields: 40))
        {
            return null;
        }

        return fields.TryGetValue("payload", out var payload)
            ? Press(payload)
            : Id(fields.GetValueOrDefault("user_id")) is { } member && Id(fields.GetValueOrDefault("trigger_id")) is { } once && fields.ContainsKey("command")
                ? new SlackCommandTyped(member, fields.GetValueOrDefault("user_name", ""), once, fields.GetValueOrDefault("text", ""))
                : null;
    }

    private static SlackButtonPressed? Press(string payload) =>
        JsonBody.Parse(payload) is { } press && press.Text("type") == "block_actions" && press.Object("user") is { } user && Id(user.Text("id")) is { } member && Id(press.Text("trigger_id")) is { } once
        && press.Items("actions").FirstOrDefault() is { ValueKind: JsonValueKind.Object } action && SlackButton.Read(action.Text("action_id"), action.Text("value")) is { } button
            ? new SlackButtonPressed(member, user.Text("name") ?? user.Text("username") ?? "", once, button, press.Text("response_url"))
            : null;

    private static string? Id(string? text) => text is { Length: > 0 and <= LongestId } ? text : null;
}

/// <summary>Somebody typed <c>/incident</c>.</summary>
/// <param name="Text">What follows the command.</param>
public sealed record SlackCommandTyped(string MemberId, string Handle, string Once, string Text) : SlackRequest(MemberId, Handle, Once);

/// <summary>Somebody pressed a button of ours.</summary>
/// <param name="AnswerTo">The address that takes the answer; null when Slack named none.</param>
public sealed record SlackButtonPressed(string MemberId, string Handle, string Once, SlackButton Button, string? AnswerTo) : SlackRequest(MemberId, Handle, Once);
