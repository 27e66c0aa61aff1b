using System.Text.Json.Nodes;

namespace IncidentServerless.Workflows.Tests;

/// <summary>The definitions under test, and a walk through their states, those of branches and maps included.</summary>
internal static class Definitions
{
    public const OptionalChannels EveryChannel = OptionalChannels.PagerDuty | OptionalChannels.Slack | OptionalChannels.StatusPage | OptionalChannels.Mail | OptionalChannels.Tickets;

    /// <summary>Each runbook with every action that it has, and once more as one that only observes.</summary>
    public static WorkflowDefinition[] All { get; } =
    [
        WorkflowDefinitions.Lifecycle,
        WorkflowDefinitions.Paging(EveryChannel),
        WorkflowDefinitions.StatusUpdates(EveryChannel),
        WorkflowDefinitions.PostIncident(EveryChannel),
        .. WorkflowDefinitions.Runbooks.Select(runbook => WorkflowDefinitions.Runbook(runbook, WorkflowDefinitions.ActionsOf(runbook))),
        .. WorkflowDefinitions.Runbooks.Where(runbook => WorkflowDefinitions.ActionsOf(runbook).Count > 0).Select(runbook => Observing(runbook)),
    ];

    private static WorkflowDefinition Observing(string runbook) => WorkflowDefinitions.Runbook(runbook, []) with { Name = $"{WorkflowNames.Runbook(runbook)}-observing" };

    public static TheoryData<string> Names => [.. All.Select(definition => definition.Name)];

    public static JsonNode Parse(string name) => JsonNode.Parse(All.Single(definition => definition.Name == name).Text)!;

    public static IEnumerable<(string Name, JsonObject State)> States(string name) => StatesOf(Parse(name));

    public static IEnumerable<(string Name, JsonObject State)> StatesOf(JsonNode machine)
    {
        foreach (var (name, state) in machine["States"]!.AsObject())
        {
            yield return (name, state!.AsObject());
            IEnumerable<JsonNode?> inner = state["Branches"] as JsonArray ?? [];
            foreach (var deeper in inner.Append(state["ItemProcessor"]).OfType<JsonNode>().SelectMany(StatesOf))
            {
                yield return deeper;
            }
        }
    }

    public static IEnumerable<(string Name, JsonObject State)> Tasks(string name) =>
        States(name).Where(state => state.State["Type"]!.GetValue<string>() == "Task");

    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
