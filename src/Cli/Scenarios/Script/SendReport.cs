using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Cli.Sending;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>A support system sends a report to the suite's address, signed as it signs.</summary>
/// <param name="From"><c>webhook</c>, <c>zendesk</c> or <c>slack</c>.</param>
/// <param name="Secret">What it signs with.</param>
/// <param name="Age">How old the signature is when it arrives; 0 unless told.</param>
/// <param name="Status">The HTTP status of the answer, 200 unless told.</param>
public sealed record SendReport(string From, string Secret, JsonObject Body, TimeSpan Age, int Status) : Deed
{
    private static readonly string[] Senders = ["webhook", "zendesk", "slack"];

    internal static SendReport? Read(StoryMembers members) => members.OptionalObject("report", inner =>
    {
        var from = inner.Text("from");
        if (!Senders.Contains(from))
        {
            inner.Fault("from", $"expected one of {string.Join(", ", Senders)}, found \"{from}\".");
        }

        return new SendReport(from, inner.Text("secret"), inner.OptionalObject("body") ?? [], TimeSpan.FromSeconds(inner.Count("age", 0, least: 0)), inner.Count("status", 200));
    });

    internal override async Task PerformAsync(Stage stage)
    {
        stage.Tell($"A report comes by {From}{(Status == 401 ? ", and its signature is not genuine or old" : "")}.");
        var (address, body, at) = (stage.Cloud.FunctionUrl(stage.Suite.FunctionId(FunctionNames.ReceiveReport)), Body.ToJsonString(), stage.Now - Age);
        using var request = From switch
        {
            "zendesk" => SignedRequest.Zendesk(address, body, Secret, at),
            "slack" => SignedRequest.Slack(address, new StringContent(body, Encoding.UTF8, "application/json"), body, Secret, at),
            _ => SignedRequest.Ours(address, body, Secret, at),
        };
        using var answer = await stage.Http.SendAsync(request);
        if ((int)answer.StatusCode != Status)
        {
            throw new StoryException($"The report was answered with {(int)answer.StatusCode}, \"{await answer.Content.ReadAsStringAsync()}\"; the story says {Status}.");
        }
    }
}
