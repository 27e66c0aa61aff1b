using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions.Api;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Tasks;

namespace IncidentServerless.LocalCloud.StepFunctions;

/// <summary>AWS Step Functions: Standard workflows in JSONata. What is left out is refused at creation, in words.</summary>
public sealed class StepFunctionsService : IAwsService
{
    private readonly Dictionary<string, Func<JsonObject, Task<JsonObject>>> operations;
    private readonly ExecutionOperations executions;
    private readonly Action<ServiceCall> authorize;

    public StepFunctionsService(StepFunctionsOptions options)
    {
        authorize = options.Authorize;
        var tokens = new TaskTokens(options.Clock);
        var world = new World(options.Account, options.Region, options.Clock, options.Jsonata, options.Integrations, tokens)
        {
            Own = new OwnIntegrations(new Authorized(this), arn => executions!.Find(arn)),
        };
        var machines = new StateMachineOperations(world);
        executions = new ExecutionOperations(world, machines, Tell);
        var tasks = new TaskOperations(tokens);
        operations = new()
        {
            ["CreateStateMachine"] = machines.CreateAsync,
            ["ValidateStateMachineDefinition"] = machines.ValidateAsync,
            ["DescribeStateMachine"] = Now(machines.Describe),
            ["ListStateMachines"] = Now(machines.List),
            ["DeleteStateMachine"] = Now(machines.Delete),
            ["StartExecution"] = Now(executions.Start),
            ["DescribeExecution"] = Now(executions.Describe),
            ["StopExecution"] = Now(executions.Stop),
            ["ListExecutions"] = Now(executions.List),
            ["GetExecutionHistory"] = Now(executions.GetHistory),
            ["SendTaskSuccess"] = Now(tasks.Succeed),
            ["SendTaskFailure"] = Now(tasks.Fail),
            ["SendTaskHeartbeat"] = Now(tasks.Beat),
        };
    }

    /// <summary>Told of each new status of an execution, in order, while virtual time stands: what a handler begins must take its own hold before it returns.</summary>
    public event Action<ExecutionStatusChange>? StatusChanged;

    /// <inheritdoc/>
    public string Name => "states";

    /// <summary>All executions, in the order of their start.</summary>
    public IReadOnlyList<ExecutionRecord> Executions => [.. executions.All.Select(ExecutionRecord.Of)];

    /// <summary>One execution.</summary>
    /// <exception cref="AwsError"><c>ExecutionDoesNotExist</c>.</exception>
    public ExecutionRecord Execution(string arn) => ExecutionRecord.Of(executions.Find(arn));

    /// <inheritdoc/>
    public Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation) => operations.TryGetValue(call.Operation, out var operation)
        ? operation(call.Input)
        : Task.FromException<JsonObject>(new AwsError(
            "UnknownOperationException",
            $"The local cloud's Step Functions does not offer {call.Operation}; it offers {string.Join(", ", operations.Keys.Order())}."));

    // Async, so that a refusal is the task's and not the caller's.
    private static Func<JsonObject, Task<JsonObject>> Now(Func<JsonObject, JsonObject> operation) => input =>
    {
        try
        {
            return Task.FromResult(operation(input));
        }
        catch (AwsError refusal)
        {
            return Task.FromException<JsonObject>(refusal);
        }
    };

    private void Tell(Execution execution)
    {
        var end = execution.End;
        StatusChanged?.Invoke(new ExecutionStatusChange(
            execution.Arn,
            execution.Machine.Arn,
            execution.Name,
            execution.Status,
            execution.InputText,
            end?.Output,
            end?.Error,
            end?.Cause,
            execution.StartDate,
            end?.StopDate));
    }

    private sealed class Authorized(StepFunctionsService service) : IAwsService
    {
        public string Name => service.Name;

        public Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation)
        {
            service.authorize(call);
            return service.CallAsync(call, cancellation);
        }
    }
}
