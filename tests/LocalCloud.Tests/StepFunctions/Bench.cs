using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

/// <summary>A Step Functions of its own for a test, on virtual time; what tasks call is answered by <see cref="Answer"/>.</summary>
internal sealed class Bench : ITaskIntegrations
{
    public static readonly DateTimeOffset Start = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private const string Role = "arn:aws:iam::123456789012:role/workflow";

    private static readonly JsonataEngine Jsonata = new(FindScript());

    public Bench(JsonataEngine? jsonata = null, ICloudClock? clock = null)
    {
        Clock = new VirtualClock(Start);
        StepFunctions = new StepFunctionsService(new StepFunctionsOptions
        {
            Account = "123456789012",
            Region = "eu-central-1",
            Clock = clock ?? Clock,
            Integrations = this,
            Jsonata = jsonata ?? Jsonata,
            Authorize = call => Authorize(call),
        });
    }

    public VirtualClock Clock { get; }

    public StepFunctionsService StepFunctions { get; }

    public Func<TaskRequest, JsonNode?> Answer { get; set; } = _ => new JsonObject();

    /// <summary>Takes the place of <see cref="Answer"/> for answers that take time.</summary>
    public Func<TaskRequest, CancellationToken, Task<JsonNode?>>? AnswerAsync { get; set; }

    public Action<ServiceCall> Authorize { get; set; } = _ => { };

    public ConcurrentQueue<TaskRequest> Requests { get; } = [];

    public Task<JsonNode?> CallAsync(TaskRequest request, CancellationToken cancellation)
    {
        Requests.Enqueue(request);
        return AnswerAsync is null ? Task.FromResult(Answer(request)) : AnswerAsync(request, cancellation);
    }

    public Task<JsonObject> CallAsync(string operation, JsonObject input) =>
        StepFunctions.CallAsync(new ServiceCall("states", operation, input, Caller.Operator), CancellationToken.None);

    public async Task<AwsError> RefusalAsync(string operation, JsonObject input) => await Assert.ThrowsAsync<AwsError>(() => CallAsync(operation, input));

    /// <summary>Creates a state machine of <paramref name="states"/> (JSON members) and answers its ARN.</summary>
    public async Task<string> CreateAsync(string states, string startAt = "A", string name = "machine", string top = "") =>
        (string)(await CallAsync("CreateStateMachine", Creation(states, startAt, name, top)))["stateMachineArn"]!;

    public static JsonObject Creation(string states, string startAt = "A", string name = "machine", string top = "") => new()
    {
        ["name"] = name,
        ["roleArn"] = Role,
        ["definition"] = $$"""{"QueryLanguage":"JSONata","StartAt":"{{startAt}}",{{top}}"States":{ {{states}} } }""",
    };

    /// <summary>Starts and answers the execution's ARN.</summary>
    public async Task<string> StartAsync(string machine, string input = "{}", string? name = null) =>
        (string)(await CallAsync("StartExecution", new JsonObject { ["stateMachineArn"] = machine, ["input"] = input, ["name"] = name }))["executionArn"]!;

    /// <summary>Creates, starts and lets all time pass that it needs, a year at most.</summary>
    public async Task<ExecutionRecord> RunAsync(string states, string input = "{}", string startAt = "A", string top = "")
    {
        var execution = await StartAsync(await CreateAsync(states, startAt, top: top), input);
        await Clock.IdleAsync(Start.AddYears(1));
        return StepFunctions.Execution(execution);
    }

    /// <summary>For each event <c>id&lt;previous Type</c>.</summary>
    public static IEnumerable<string> Story(ExecutionRecord execution) =>
        execution.History.Select(item => $"{item.Id}<{item.PreviousEventId} {item.Type}");

    /// <summary>An event's details without the members that say that nothing was cut.</summary>
    public static string Plain(JsonObject details)
    {
        var plain = details.DeepClone().AsObject();
        foreach (var name in plain.Select(member => member.Key).Where(name => name.EndsWith("Details", StringComparison.Ordinal)).ToList())
        {
            plain.Remove(name);
        }

        return plain.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public static string FindScript() => NpmPackages.InstalledAbove(AppContext.BaseDirectory).JsonataScript;
}
