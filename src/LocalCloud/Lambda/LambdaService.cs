using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>The functions of one world.</summary>
public sealed class LambdaService : IAwsService
{
    private readonly ConcurrentDictionary<string, FunctionState> functions = new();
    private readonly LambdaHost host;
    private readonly Func<FunctionConfiguration, LaunchCommand> command;
    private readonly ICloudClock clock;
    private readonly ObservationLog observations;
    private readonly object world;
    private readonly CloudIds ids;
    private readonly AsynchronousInvocations later;
    private readonly CancellationTokenSource closing = new();

    internal LambdaService(LambdaHost host, Func<FunctionConfiguration, LaunchCommand> command, SqsService queues, ICloudClock clock, ObservationLog observations, CloudIds ids, object world)
    {
        later = new AsynchronousInvocations(this, queues, clock, observations);
        this.host = host;
        this.command = command;
        this.clock = clock;
        this.observations = observations;
        this.world = world;
        this.ids = ids;
    }

    public string Name => "lambda";

    public IReadOnlyCollection<FunctionConfiguration> Functions => [.. functions.Values.Select(state => state.Configuration)];

    /// <param name="nameOrArn">The physical name, the logical id, or the ARN with or without a qualifier.</param>
    /// <returns>Null when there is no such function.</returns>
    public FunctionConfiguration? Find(string nameOrArn) => State(nameOrArn)?.Configuration;

    /// <summary>Gives the function an event and waits for its end. The clock is held until then.</summary>
    /// <param name="function">As <see cref="Find"/> takes it.</param>
    /// <param name="payload">JSON text.</param>
    /// <exception cref="AwsError">There is no such function, or its reserved concurrency is used up.</exception>
    public async Task<InvocationResult> InvokeAsync(string function, string payload)
    {
        var state = State(function) ?? throw NotFound(function);
        if (closing.IsCancellationRequested)
            throw new AwsError("ServiceUnavailableException", "The world of this function has ended.", 503);
        using var hold = clock.Hold($"invocation of {state.Configuration.LogicalId}");
        using var slot = state.Enter();
        var invocation = new Invocation(ids.Next(state.Configuration.Name), payload, state.Configuration, clock.UtcNow + state.Configuration.Timeout, state.NextIndex(), world, closing.Token);
        observations.Add(new FunctionInvoked(state.Configuration.LogicalId, invocation.RequestId, invocation.Index, payload));
        var result = await host.InvokeAsync(invocation, command(state.Configuration));
        observations.Add(result.Succeeded
            ? new FunctionSucceeded(state.Configuration.LogicalId, result.RequestId, result.Payload)
            : new FunctionFailed(state.Configuration.LogicalId, result.RequestId, result.ErrorType!, result.ErrorMessage!));
        return result;
    }

    public async Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation)
    {
        if (call.Operation != "Invoke")
            throw AwsError.NotEmulated(call);
        var payload = call.Input["Payload"] is JsonValue text && text.TryGetValue<string>(out var given) ? given : call.Input["Payload"]?.Compact() ?? "{}";
        var function = call.Input.Text("FunctionName") ?? throw new AwsError("ValidationException", "The request names no function: give FunctionName.");
        if (call.Input.Text("InvocationType") == "Event")
        {
            InvokeLater(function, payload);
            return new() { ["StatusCode"] = 202 };
        }
        var result = await InvokeAsync(function, payload);
        var answer = new JsonObject { ["ExecutedVersion"] = "$LATEST", ["Payload"] = result.Payload, ["StatusCode"] = 200 };
        if (!result.Succeeded)
            answer["FunctionError"] = "Unhandled";
        return answer;
    }

    /// <summary>Invokes asynchronously: a failure is tried again after one minute and after two more, then the event goes to the dead-letter queue if there is one.</summary>
    /// <exception cref="AwsError">There is no such function.</exception>
    public void InvokeLater(string function, string payload) => later.Start(Find(function) ?? throw NotFound(function), payload);

    /// <summary>No function runs any more.</summary>
    internal void Close() => closing.Cancel();

    internal void Add(FunctionConfiguration configuration) => functions[configuration.Name] = new FunctionState(configuration);

    private FunctionState? State(string nameOrArn)
    {
        var name = nameOrArn.Contains(":function:", StringComparison.Ordinal) ? nameOrArn.Split(':')[6] : nameOrArn.Split(':')[0];
        return functions.GetValueOrDefault(name) ?? functions.Values.FirstOrDefault(state => state.Configuration.LogicalId == name);
    }

    private static AwsError NotFound(string function) => new("ResourceNotFoundException", $"Function not found: {function}", 404);
}
