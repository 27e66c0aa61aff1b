using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>Somebody with all rights calls an AWS API, as with the <c>aws</c> command.</summary>
/// <param name="Call">Service and operation: <c>states:StopExecution</c>.</param>
/// <param name="Input">Texts may name <c>{lifecycle}</c>, <c>{paging}</c>, <c>{updates}</c>, <c>{aftermath}</c> and <c>{runbook-execution}</c>, the ARNs of the newest execution of each, <c>{runbook:cost-spike}</c> the ARN of a runbook's state machine, and <c>{incident}</c> the newest incident.</param>
public sealed partial record CallAws(string Call, JsonObject Input) : Deed
{
    internal static CallAws? Read(StoryMembers members)
    {
        var call = members.Text("call");
        var input = members.OptionalObject("with") ?? [];
        if (call.Split(':') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            members.Fault("call", $"expected service:Operation such as states:StopExecution, found \"{call}\".");
            return null;
        }

        return new CallAws(call, input);
    }

    internal override async Task PerformAsync(Stage stage)
    {
        var parts = Call.Split(':');
        stage.Tell($"The operator calls {Call}.");
        await stage.CallAsync(parts[0], parts[1], (JsonObject)Filled(Input, stage)!);
    }

    private static JsonNode? Filled(JsonNode? node, Stage stage) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value, stage)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item, stage))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Fill(text, stage),
        _ => node?.DeepClone(),
    };

    private static string Fill(string text, Stage stage) => text switch
    {
        _ when text.Contains("{lifecycle}", StringComparison.Ordinal) => text.Replace("{lifecycle}", stage.NewestExecution("lifecycle"), StringComparison.Ordinal),
        _ when text.Contains("{paging}", StringComparison.Ordinal) => text.Replace("{paging}", stage.NewestExecution("paging"), StringComparison.Ordinal),
        _ when text.Contains("{updates}", StringComparison.Ordinal) => text.Replace("{updates}", stage.NewestExecution(WorkflowNames.StatusUpdates), StringComparison.Ordinal),
        _ when text.Contains("{aftermath}", StringComparison.Ordinal) => text.Replace("{aftermath}", stage.NewestExecution(WorkflowNames.PostIncident), StringComparison.Ordinal),
        _ when text.Contains("{runbook-execution}", StringComparison.Ordinal) => text.Replace("{runbook-execution}", stage.NewestExecution("runbook"), StringComparison.Ordinal),
        _ when Machine().Match(text) is { Success: true } machine => Machine().Replace(text, stage.Suite.StateMachineArn(machine.Groups[1].Value)),
        _ when text.Contains("{incident}", StringComparison.Ordinal) => text.Replace("{incident}", stage.Incident(), StringComparison.Ordinal),
        _ => text,
    };

    [GeneratedRegex(@"\{runbook:([a-z-]+)\}")]
    private static partial Regex Machine();
}
