using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.Support;

internal static class CloudExtensions
{
    public static MessageQueue Queue(this Cloud cloud, string logicalId) => cloud.Queues.Find(logicalId)!;

    /// <summary>Runs a workflow to its end.</summary>
    public static async Task<ExecutionRecord> RunAsync(this Cloud cloud, string machine = "Flow", string input = "{}")
    {
        var started = await cloud.CallAsync("states", "StartExecution", new()
        {
            ["stateMachineArn"] = $"arn:aws:states:eu-west-1:111122223333:stateMachine:{machine}",
            ["name"] = "e1",
            ["input"] = input,
        });
        await ((VirtualClock)cloud.Clock).IdleAsync();
        return cloud.StateMachines!.Execution((string)started["executionArn"]!);
    }

    /// <summary>Lets the toy function make a call, and gives the status and the body that it got.</summary>
    public static async Task<(int Status, JsonNode? Body)> ToyCallsAsync(this Cloud cloud, string service, string target, string input)
    {
        var result = await cloud.Functions.InvokeAsync("Toy", $$$"""{"do": "call", "service": "{{{service}}}", "target": "{{{target}}}", "input": {{{input}}} }""");
        var answer = JsonNode.Parse(result.Payload)!;
        return ((int)answer["status"]!, answer["body"]);
    }
}
