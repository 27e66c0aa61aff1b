using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>PagerDuty tells by webhook what somebody did there, signed as it signs.</summary>
/// <param name="Event"><c>incident.acknowledged</c>, <c>incident.resolved</c>, or any other.</param>
/// <param name="Id">The event's; the same one again is a repetition.</param>
/// <param name="Agent">Who did it; null for a program.</param>
/// <param name="Secret">What it signs with.</param>
/// <param name="Age">How long ago it happened; 0 unless told.</param>
/// <param name="Status">The HTTP status of the answer, 200 unless told.</param>
public sealed record SendWebhook(string Event, string Id, string? Agent, string Secret, TimeSpan Age, int Status) : Deed
{
    internal static SendWebhook? Read(StoryMembers members) => members.OptionalObject("pagerDuty", inner => new SendWebhook(
        inner.Text("event"), inner.Text("id"), inner.OptionalText("agent"), inner.Text("secret"), TimeSpan.FromSeconds(inner.Count("age", 0, least: 0)), inner.Count("status", 200)));

    internal override async Task PerformAsync(Stage stage)
    {
        stage.Tell($"PagerDuty tells {Event} of {Agent ?? "a program"}{(Status == 401 ? ", and its signature is not genuine" : "")}.");
        var at = stage.Now - Age;
        var body = new JsonObject
        {
            ["event"] = new JsonObject
            {
                ["id"] = Id,
                ["event_type"] = Event,
                ["resource_type"] = "incident",
                ["occurred_at"] = at.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["agent"] = new JsonObject { ["type"] = Agent is null ? "inbound_integration_reference" : "user_reference", ["summary"] = Agent ?? "Events API", ["id"] = "PLH1HKV" },
                ["data"] = new JsonObject { ["id"] = "PGR0VU2", ["type"] = "incident", ["incident_key"] = stage.Incident(), ["status"] = Event.Split('.')[^1] },
            },
        }.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stage.Cloud.FunctionUrl(stage.Suite.FunctionId(FunctionNames.Respond)), "pagerduty")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("X-PagerDuty-Signature", $"v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)))}");
        using var answer = await stage.Http.SendAsync(request);
        if ((int)answer.StatusCode != Status)
        {
            throw new StoryException($"The webhook was answered with {(int)answer.StatusCode}; the story says {Status}.");
        }
    }
}
