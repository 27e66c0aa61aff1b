using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Conformance.Asl;

/// <summary>Recorded executions of the real Step Functions, run again here and compared in outcome and history.</summary>
internal static class ExecutionCases
{
    private const string Role = "arn:aws:iam::111111111111:role/recorded";

    internal static Verdicts Run(string folder)
    {
        var verdicts = new Verdicts();
        verdicts.Skip(ExecutionCase.Others(folder));
        using var jsonata = new JsonataEngine(NpmPackages.InstalledAbove(AppContext.BaseDirectory).JsonataScript);
        foreach (var recorded in ExecutionCase.Read(folder))
        {
            var difference = RunAsync(recorded, jsonata).GetAwaiter().GetResult();
            if (difference is null)
                verdicts.Pass();
            else
                verdicts.Fail(recorded.Name, difference);
        }

        return verdicts;
    }

    private static async Task<string?> RunAsync(ExecutionCase recorded, JsonataEngine jsonata)
    {
        var comparison = new JsonComparison(recorded.Wildcards);
        StepFunctionsService? service = null;
        var integrations = new RecordedIntegrations(recorded, comparison, (operation, input) => CallAsync(service!, operation, input));
        var clock = new VirtualClock(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        service = new StepFunctionsService(new StepFunctionsOptions
        {
            Account = "111111111111",
            Region = "us-east-1",
            Clock = clock,
            Integrations = integrations,
            Jsonata = jsonata,
        });
        try
        {
            foreach (var (arn, definition) in recorded.Others)
            {
                await CreateAsync(service, arn[(arn.LastIndexOf(':') + 1)..], definition);
            }

            await CallAsync(service, "StartExecution", new JsonObject
            {
                ["stateMachineArn"] = await CreateAsync(service, recorded.Machine, recorded.Definition),
                ["name"] = recorded.Execution,
                ["input"] = recorded.Input?.ToJsonString() ?? "null",
            });
        }
        catch (AwsError refusal)
        {
            return (recorded.ReadsItems ? "refused, as ItemReader is not emulated: " : "") + refusal.Message;
        }

        if (recorded.WasStopped)
        {
            await clock.IdleAsync(clock.UtcNow);
            await StopAsync(service, recorded);
        }

        await clock.IdleAsync(clock.UtcNow.AddYears(1));
        var execution = service.Executions.First(execution => execution.Name == recorded.Execution);
        return integrations.Difference
            ?? comparison.Difference(Outcome(recorded.Expected), Outcome(execution), "outcome")
            ?? HistoryComparison.Difference(recorded, execution.History, comparison);
    }

    private static Task<JsonObject> CallAsync(StepFunctionsService service, string operation, JsonObject input) =>
        service.CallAsync(new ServiceCall("states", operation, input, Caller.Operator), CancellationToken.None);

    private static async Task<JsonNode> CreateAsync(StepFunctionsService service, string name, JsonNode definition)
    {
        var created = await CallAsync(
            service, "CreateStateMachine", new JsonObject { ["name"] = name, ["definition"] = definition.ToJsonString(), ["roleArn"] = Role });
        return created["stateMachineArn"]!.DeepClone();
    }

    private static Task StopAsync(StepFunctionsService service, ExecutionCase recorded) => CallAsync(service, "StopExecution", new JsonObject
    {
        ["executionArn"] = service.Executions.First(execution => execution.Name == recorded.Execution).Arn,
        ["error"] = recorded.Expected["error"]?.DeepClone(),
        ["cause"] = recorded.Expected["cause"]?.DeepClone(),
    });

    private static JsonObject Outcome(JsonObject expected) =>
        new(new[] { "status", "output", "error", "cause" }.Where(expected.ContainsKey).Select(name => KeyValuePair.Create(name, expected[name]?.DeepClone())));

    private static JsonObject Outcome(ExecutionRecord execution)
    {
        var outcome = new JsonObject { ["status"] = execution.Status };
        foreach (var (name, value) in new[] { ("error", execution.Error), ("cause", execution.Cause) }.Where(member => member.Item2 is not null))
        {
            outcome[name] = value;
        }

        if (execution.Output is { } output)
        {
            outcome["output"] = JsonNode.Parse(output);
        }

        return outcome;
    }
}
