using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Cli.Sending;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>A program asks by signed webhook for what somebody wants done to the newest incident.</summary>
/// <param name="Body">Without <c>incident</c>, which is the newest one's unless told.</param>
/// <param name="Secret">What it signs with.</param>
/// <param name="Age">How old the signature is when it arrives; 0 unless told.</param>
/// <param name="Status">The HTTP status of the answer, 200 unless told.</param>
/// <param name="Says">What the answer says, or a part of it; null when it does not matter.</param>
public sealed record AskByWebhook(JsonObject Body, string Secret, TimeSpan Age, int Status, string? Says) : Deed
{
    internal static AskByWebhook? Read(StoryMembers members) => members.OptionalObject("webhook", inner => new AskByWebhook(
        inner.OptionalObject("body") ?? [], inner.Text("secret"), TimeSpan.FromSeconds(inner.Count("age", 0, least: 0)), inner.Count("status", 200), inner.OptionalText("says")));

    internal override async Task PerformAsync(Stage stage)
    {
        stage.Tell($"A program asks for {Body["action"] ?? "something"} on behalf of {Body["by"] ?? "nobody"}{(Status == 401 ? ", and its signature is not genuine or old" : "")}.");
        var asked = (JsonObject)Body.DeepClone();
        asked["incident"] ??= stage.Incident();
        using var request = SignedRequest.Ours(new Uri(stage.Cloud.FunctionUrl(stage.Suite.FunctionId(FunctionNames.Respond)), "deeds"), asked.ToJsonString(), Secret, stage.Now - Age);
        using var answer = await stage.Http.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode != Status || (Says is not null && !(JsonNode.Parse(said)?["message"]?.ToString() ?? "").Contains(Says, StringComparison.Ordinal)))
        {
            throw new StoryException($"The webhook was answered with {(int)answer.StatusCode}, {said}; the story says {Status}, \"{Says}\".");
        }
    }
}
