using System.CommandLine;
using System.Text.Json.Nodes;
using IncidentServerless.Benchmarks.Measuring;
using IncidentServerless.Cli;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Benchmarks.Executions;

/// <summary><c>executions</c>: how many executions of a small workflow a second the local Step Functions runs.</summary>
internal static class ExecutionsCommand
{
    private const int Batch = 100;
    private const string Input = """{"step":0,"name":"checkout-latency-p99"}""";

    public static Command Create()
    {
        var command = new Command("executions", "Executions a second of a workflow of ten Pass and Choice states in the local Step Functions.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        using var jsonata = new JsonataEngine(NpmPackages.InstalledAbove(AppContext.BaseDirectory).JsonataScript);
        var rate = await Rate.OfAsync(() => RunBatchAsync(jsonata), Batch);
        var table = new Table("a workflow of ten states", "executions a second");
        table.Add("Pass and Choice, JSONata", $"{rate:N0}");
        table.Write(Console.Out);
        return 0;
    }

    /// <summary>In a world of its own, since a world remembers its executions.</summary>
    private static async Task RunBatchAsync(JsonataEngine jsonata)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var service = new StepFunctionsService(new StepFunctionsOptions
        {
            Account = "111122223333",
            Region = "eu-west-1",
            Clock = clock,
            Integrations = new NoIntegrations(),
            Jsonata = jsonata,
        });
        var machine = await CallAsync(service, "CreateStateMachine", new JsonObject
        {
            ["name"] = "ten-states",
            ["definition"] = TenStates.Definition.ToJsonString(),
            ["roleArn"] = "arn:aws:iam::111122223333:role/measured",
        });
        for (var number = 0; number < Batch; number++)
        {
            await CallAsync(service, "StartExecution", new JsonObject { ["stateMachineArn"] = (string)machine["stateMachineArn"]!, ["input"] = Input });
        }

        await clock.IdleAsync(clock.UtcNow);
        if (service.Executions.FirstOrDefault(execution => execution.Status != "SUCCEEDED") is { } other)
        {
            throw new RefusedException($"An execution is {other.Status}: {other.Error} {other.Cause}");
        }
    }

    private static Task<JsonObject> CallAsync(StepFunctionsService service, string operation, JsonObject input) =>
        service.CallAsync(new ServiceCall("states", operation, input, Caller.Operator), CancellationToken.None);

    private sealed class NoIntegrations : ITaskIntegrations
    {
        public Task<JsonNode?> CallAsync(TaskRequest request, CancellationToken cancellation) =>
            throw new TaskFailedException("States.TaskFailed", "The workflow has no Task.");
    }
}
