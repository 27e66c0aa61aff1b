using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>StartExecution, DescribeExecution, StopExecution, ListExecutions, GetExecutionHistory.</summary>
/// <param name="changed">Told of each new status of an execution.</param>
internal sealed class ExecutionOperations(World world, StateMachineOperations machines, Action<Execution> changed)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Execution> executions = [];
    private readonly List<Execution> started = [];

    public IReadOnlyList<Execution> All
    {
        get
        {
            lock (gate)
            {
                return [.. started];
            }
        }
    }

    /// <exception cref="AwsError"><c>ExecutionDoesNotExist</c>, <c>InvalidArn</c>.</exception>
    public Execution Find(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw new AwsError("InvalidArn", $"Invalid Arn: 'Invalid ARN prefix: {arn}'");
        }

        lock (gate)
        {
            return executions.TryGetValue(arn, out var execution)
                ? execution
                : throw new AwsError("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");
        }
    }

    /// <summary>The same name and input as a running execution answers that one; a name that was used stays used.</summary>
    public JsonObject Start(JsonObject input)
    {
        var machine = machines.Find(input.Required("stateMachineArn"));
        var text = input.Optional("input") ?? "{}";
        var data = ParseInput(text);
        var given = input.Optional("name") is { } name ? Names.Check(name) : null;
        Execution execution;
        lock (gate)
        {
            execution = new Execution(world, machine, given ?? Identifiers.From($"{machine.Arn}#{started.Count}"), text, data, changed);
            if (executions.TryGetValue(execution.Arn, out var known))
            {
                return known.Status == "RUNNING" && known.InputText == text
                    ? Started(known)
                    : throw new AwsError("ExecutionAlreadyExists", $"Execution Already Exists: '{known.Arn}'");
            }

            executions[execution.Arn] = execution;
            started.Add(execution);
        }

        execution.Start();
        return Started(execution);
    }

    public JsonObject Describe(JsonObject input)
    {
        var execution = Find(input.Required("executionArn"));
        var description = Summary(execution);
        description["input"] = execution.InputText;
        description["inputDetails"] = new JsonObject { ["included"] = true };
        if (execution.End is { } end)
        {
            if (end.Output is not null)
            {
                description["output"] = end.Output;
                description["outputDetails"] = new JsonObject { ["included"] = true };
            }

            EventDetails.With(description, end.Error, end.Cause);
        }

        description["redriveStatus"] = Redrive.Status(execution);
        if (Redrive.Reason(execution) is { } reason)
        {
            description["redriveStatusReason"] = reason;
        }

        return description;
    }

    public JsonObject Stop(JsonObject input)
    {
        var execution = Find(input.Required("executionArn"));
        execution.Stop(input.Optional("error"), input.Optional("cause"));
        return new JsonObject { ["stopDate"] = ApiTime.Node(execution.End!.StopDate) };
    }

    public JsonObject List(JsonObject input)
    {
        var machine = machines.Find(input.Required("stateMachineArn"));
        var status = input.Optional("statusFilter");
        var matching = All.Where(execution => execution.Machine.Arn == machine.Arn && (status is null || execution.Status == status)).Reverse().ToList();
        var (page, next) = input.Page(matching);
        return WithToken(new JsonObject { ["executions"] = new JsonArray([.. page.Select(Summary)]) }, next);
    }

    public JsonObject GetHistory(JsonObject input)
    {
        var events = Find(input.Required("executionArn")).History.Events;
        var (page, next) = input.Page(input.Flag("reverseOrder", otherwise: false) ? [.. events.Reverse()] : events);
        var withData = input.Flag("includeExecutionData", otherwise: true);
        return WithToken(new JsonObject { ["events"] = new JsonArray([.. page.Select(item => HistoryJson.Of(item, withData))]) }, next);
    }

    private static JsonElement ParseInput(string text)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(text) > DataLimitExceededError.LargestResult)
        {
            throw new AwsError(
                "ValidationException",
                $"1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to {DataLimitExceededError.LargestResult}");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw InvalidInput("Invalid execution input.");
        }

        try
        {
            return Json.Parse(text);
        }
        catch (JsonException broken)
        {
            throw InvalidInput(broken.Message);
        }
    }

    private static AwsError InvalidInput(string why) => new("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{why}'");

    private static JsonObject Started(Execution execution) => new() { ["executionArn"] = execution.Arn, ["startDate"] = ApiTime.Node(execution.StartDate) };

    private static JsonObject Summary(Execution execution)
    {
        var summary = new JsonObject
        {
            ["executionArn"] = execution.Arn,
            ["stateMachineArn"] = execution.Machine.Arn,
            ["name"] = execution.Name,
            ["status"] = execution.Status,
            ["startDate"] = ApiTime.Node(execution.StartDate),
        };
        if (execution.End is { } end)
        {
            summary["stopDate"] = ApiTime.Node(end.StopDate);
        }

        summary["redriveCount"] = 0;
        return summary;
    }

    private static JsonObject WithToken(JsonObject answer, string? next)
    {
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
    }
}
