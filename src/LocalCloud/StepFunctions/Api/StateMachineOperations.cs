using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>CreateStateMachine, DescribeStateMachine, ListStateMachines, DeleteStateMachine.</summary>
internal sealed class StateMachineOperations(World world)
{
    private readonly ConcurrentDictionary<string, StateMachine> machines = new();

    public IEnumerable<StateMachine> All => machines.Values.OrderBy(machine => machine.Name, StringComparer.Ordinal);

    /// <exception cref="AwsError"><c>StateMachineDoesNotExist</c>.</exception>
    public StateMachine Find(string arn) => machines.TryGetValue(arn, out var machine)
        ? machine
        : throw new AwsError("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public async Task<JsonObject> CreateAsync(JsonObject input)
    {
        var name = Names.Check(input.Required("name"));
        var text = input.Required("definition");
        var role = input.Required("roleArn");
        if (input.Optional("type") is { } type and not "STANDARD")
        {
            throw new AwsError("StateMachineTypeNotSupported", $"The local cloud runs state machines of type STANDARD only, not {type}");
        }

        var definition = Definition.Read(text);
        await CheckExpressionsAsync(definition);
        var arn = $"arn:aws:states:{world.Region}:{world.Account}:stateMachine:{name}";
        var machine = machines.GetOrAdd(arn, _ => new StateMachine(name, arn, role, definition, world.Clock.UtcNow));
        return machine.Definition.Text == text && machine.RoleArn == role
            ? new JsonObject { ["stateMachineArn"] = arn, ["creationDate"] = ApiTime.Node(machine.CreationDate) }
            : throw new AwsError("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");
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

    private async Task CheckExpressionsAsync(Definition definition)
    {
        var answers = await world.Jsonata.CheckAsync([.. definition.Expressions.Select(placed => placed.Expression)]);
        var faults = definition.Expressions.Zip(answers)
            .Where(pair => pair.Second is not null)
            .Select(pair => new DefinitionFault("INVALID_JSONATA_EXPRESSION", pair.Second!, pair.First.Path))
            .ToList();
        if (faults.Count > 0)
        {
            throw Definition.Invalid(faults);
        }
    }
}
