using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>CreateStateMachine, ValidateStateMachineDefinition, DescribeStateMachine, ListStateMachines, DeleteStateMachine.</summary>
internal sealed class StateMachineOperations(World world)
{
    private readonly ConcurrentDictionary<string, StateMachine> machines = new();

    public IEnumerable<StateMachine> All => machines.Values.OrderBy(machine => machine.Name, StringComparer.Ordinal);

    /// <exception cref="AwsError"><c>StateMachineDoesNotExist</c>.</exception>
    public StateMachine Find(string arn) => machines.TryGetValue(arn, out var machine)
        ? machine
        : throw (arn.StartsWith("arn:", StringComparison.Ordinal)
            ? new AwsError("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'")
            : new AwsError("InvalidArn", $"Invalid Arn: 'Invalid ARN prefix: {arn}'"));

    public async Task<JsonObject> CreateAsync(JsonObject input)
    {
        var name = Names.Check(input.Required("name"));
        var text = input.Required("definition");
        var role = input.Required("roleArn");
        if (input.Optional("type") is { } type and not "STANDARD")
        {
            throw new AwsError("StateMachineTypeNotSupported", $"The local cloud runs state machines of type STANDARD only, not {type}");
        }

        var (definition, faults) = await ReadAsync(text);
        if (definition is null || faults.Count > 0)
        {
            throw Definition.Invalid(faults);
        }

        var arn = $"arn:aws:states:{world.Region}:{world.Account}:stateMachine:{name}";
        var machine = machines.GetOrAdd(arn, _ => new StateMachine(name, arn, role, definition, world.Clock.UtcNow));
        return machine.Definition.Text == text && machine.RoleArn == role
            ? new JsonObject { ["stateMachineArn"] = arn, ["creationDate"] = ApiTime.Node(machine.CreationDate) }
            : throw new AwsError("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");
    }

    public async Task<JsonObject> ValidateAsync(JsonObject input)
    {
        var (_, faults) = await ReadAsync(input.Required("definition"));
        return new JsonObject
        {
            ["result"] = faults.Count == 0 ? "OK" : "FAIL",
            ["diagnostics"] = new JsonArray([.. faults.Select(Diagnostic)]),
            ["truncated"] = false,
        };
    }

    public JsonObject Describe(JsonObject input)
    {
        var machine = Find(input.Required("stateMachineArn"));
        var description = Summary(machine);
        description["status"] = "ACTIVE";
        description["definition"] = machine.Definition.Text;
        description["roleArn"] = machine.RoleArn;
        return description;
    }

    public JsonObject List(JsonObject input)
    {
        var (page, next) = input.Page([.. All]);
        var answer = new JsonObject { ["stateMachines"] = new JsonArray([.. page.Select(Summary)]) };
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
    }

    /// <summary>Executions that run go on.</summary>
    public JsonObject Delete(JsonObject input)
    {
        machines.TryRemove(input.Required("stateMachineArn"), out _);
        return [];
    }

    private static JsonObject Summary(StateMachine machine) => new()
    {
        ["stateMachineArn"] = machine.Arn,
        ["name"] = machine.Name,
        ["type"] = "STANDARD",
        ["creationDate"] = ApiTime.Node(machine.CreationDate),
    };

    private static JsonObject Diagnostic(DefinitionFault fault)
    {
        var diagnostic = new JsonObject { ["severity"] = "ERROR", ["code"] = fault.Code, ["message"] = fault.Message };
        if (fault.Path is not (null or DefinitionFault.NoPlace))
        {
            diagnostic["location"] = fault.Path;
        }

        return diagnostic;
    }

    private async Task<(Definition? Definition, IReadOnlyList<DefinitionFault> Faults)> ReadAsync(string text)
    {
        var (definition, faults) = Definition.Read(text);
        if (definition is null)
        {
            return (null, faults);
        }

        var answers = await world.Jsonata.CheckAsync([.. definition.Expressions.Select(placed => placed.Expression)]);
        var inExpressions =
            from pair in definition.Expressions.Zip(answers)
            from fault in pair.Second.Concat(pair.First.MisplacedReferences())
            select new DefinitionFault(fault.Code, fault.Message, pair.First.Path);
        return (definition, [.. faults, .. inExpressions]);
    }
}
