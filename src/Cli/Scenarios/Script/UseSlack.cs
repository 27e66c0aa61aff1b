using System.Net;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Cli.Sending;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Sinks;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>Somebody types <c>/incident</c> in Slack, or presses a button of our newest message that has it; Slack tells us, signed as it signs.</summary>
/// <param name="Member">Their member id.</param>
/// <param name="Types">What follows the command; null for a press.</param>
/// <param name="Presses">The button's word, <c>acknowledge</c>; null for a command.</param>
/// <param name="About">The action that the button is about; null for the first.</param>
/// <param name="Trigger">Slack's name for this deed; the same one again is a repetition. Null for a new one.</param>
/// <param name="Secret">What it signs with.</param>
/// <param name="Age">How old the signature is when it arrives; 0 unless told.</param>
/// <param name="Status">The HTTP status of the answer, 200 unless told.</param>
/// <param name="Says">What they read then, or a part of it; null when it does not matter.</param>
public sealed record UseSlack(string Member, string Handle, string? Types, string? Presses, string? About, string? Trigger, string Secret, TimeSpan Age, int Status, string? Says) : Deed
{
    internal static UseSlack? Read(StoryMembers members) => members.OptionalObject("slack", inner => new UseSlack(
        inner.Text("member"), inner.OptionalText("handle") ?? "somebody", inner.OptionalText("types"), inner.OptionalText("presses"), inner.OptionalText("about"), inner.OptionalText("trigger"),
        inner.Text("secret"), TimeSpan.FromSeconds(inner.Count("age", 0, least: 0)), inner.Count("status", 200), inner.OptionalText("says")));

    internal override async Task PerformAsync(Stage stage)
    {
        var forged = Status == 401 ? ", and the signature is not genuine or old" : "";
        stage.Tell(Types is null ? $"{Handle} presses {Presses} in Slack{forged}." : $"{Handle} types /incident {Types} in Slack{forged}.");
        var trigger = Trigger ?? stage.NextEventId();
        var hook = $"{SlackHookSink.Path}actions/{trigger}";
        using var form = new FormUrlEncodedContent(Types is null ? Press(stage, trigger, hook) : Command(trigger, Types.Contains("{incident}", StringComparison.Ordinal) ? Types.Replace("{incident}", stage.Incident(), StringComparison.Ordinal) : Types));
        using var request = SignedRequest.Slack(stage.Cloud.FunctionUrl(stage.Suite.FunctionId(FunctionNames.AnswerSlack)), form, await form.ReadAsStringAsync(), Secret, stage.Now - Age);
        using var answer = await stage.Http.SendAsync(request);
        var said = Types is null
            ? stage.Cloud.Observations.Of<HttpCalled>().LastOrDefault(call => call.Host == "hooks.slack.com" && call.Path.EndsWith(trigger, StringComparison.Ordinal))?.Body ?? ""
            : await answer.Content.ReadAsStringAsync();
        var read = WebUtility.HtmlDecode(string.Join('\n', TextsOf(said)));
        if ((int)answer.StatusCode != Status)
        {
            throw new StoryException($"Slack was answered with {(int)answer.StatusCode}, \"{read}\"; the story says {Status}.");
        }

        if (Says is not null && !read.Contains(Says, StringComparison.Ordinal))
        {
            throw new StoryException($"{Handle} read \"{read}\" in Slack; the story says \"{Says}\".");
        }
    }

    private Dictionary<string, string> Command(string trigger, string text) => new()
    {
        ["token"] = "unused", ["team_id"] = "T0001", ["channel_id"] = "C2147483705", ["user_id"] = Member, ["user_name"] = Handle,
        ["command"] = "/incident", ["text"] = text, ["response_url"] = "https://hooks.slack.com/commands/1234/5678", ["trigger_id"] = trigger,
    };

    private Dictionary<string, string> Press(Stage stage, string trigger, string hook)
    {
        var (message, button) = Buttons(stage).LastOrDefault(each => each.Button["action_id"]!.ToString() is var id && (id == $"incident-{Presses}{(About is null ? "" : $"-{About}")}" || (About is null && id.StartsWith($"incident-{Presses}-", StringComparison.Ordinal))));
        return button is null
            ? throw new StoryException($"No message in Slack has a button to {Presses} yet.")
            : new()
            {
                ["payload"] = new JsonObject
                {
                    ["type"] = "block_actions",
                    ["user"] = new JsonObject { ["id"] = Member, ["username"] = Handle, ["name"] = Handle, ["team_id"] = "T0001" },
                    ["trigger_id"] = trigger,
                    ["team"] = new JsonObject { ["id"] = "T0001", ["domain"] = "example" },
                    ["message"] = message.DeepClone(),
                    ["response_url"] = stage.Cloud.Endpoint.ToString().TrimEnd('/') + hook,
                    ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = button["action_id"]!.DeepClone(), ["value"] = button["value"]!.DeepClone(), ["action_ts"] = "1548426417.840180" }),
                }.ToJsonString(),
            };
    }

    /// <summary>All that were sent so far, by messages and by answers.</summary>
    private static IEnumerable<(JsonNode Message, JsonNode Button)> Buttons(Stage stage) =>
        from call in stage.Cloud.Observations.Of<HttpCalled>()
        where call.Host is "slack.com" or "hooks.slack.com"
        let message = JsonNode.Parse(call.Body)!
        from block in message["blocks"]?.AsArray() ?? []
        from element in block?["elements"]?.AsArray() ?? []
        where element?["action_id"] is not null && element["value"] is not null
        select (message, element);

    private static IEnumerable<string> TextsOf(string json)
    {
        if (!json.StartsWith('{'))
        {
            return [];
        }

        var answer = JsonNode.Parse(json)!;
        return (answer["blocks"]?.AsArray() ?? []).Select(block => block?["text"]?["text"]?.ToString()).OfType<string>();
    }
}
