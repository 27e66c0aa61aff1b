using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Paging;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.Workflows.Tests.Running;

/// <summary>The workflows but for runbooks on the local Step Functions and virtual time; what their tasks call is answered by script, state by state.</summary>
internal sealed class RunningSuite : ITaskIntegrations
{
    public const string IncidentId = "INC-20260102-ABCDEFGH";
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private const string Account = "123456789012";
    private const string Region = "eu-central-1";

    private static readonly JsonataEngine Jsonata = new(JsonataScript.Find());

    private readonly Lock gate = new();
    private readonly List<TaskCall> calls = [];
    private readonly Dictionary<string, Queue<Func<JsonNode, JsonNode?>>> script = [];
    private readonly Dictionary<string, string> tokens = [];

    public RunningSuite()
    {
        Clock = new VirtualClock(Start);
        StepFunctions = new StepFunctionsService(new StepFunctionsOptions { Account = Account, Region = Region, Clock = Clock, Integrations = this, Jsonata = Jsonata });
    }

    public VirtualClock Clock { get; }

    public StepFunctionsService StepFunctions { get; }

    /// <summary>Every call of a task; those of one moment in no certain order.</summary>
    public IReadOnlyList<TaskCall> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>Creates the state machines, as a stack with these channels has them.</summary>
    public static async Task<RunningSuite> BeginAsync(OptionalChannels channels = Definitions.EveryChannel)
    {
        var suite = new RunningSuite();
        foreach (var definition in new[] { WorkflowDefinitions.Lifecycle, WorkflowDefinitions.Paging(channels), WorkflowDefinitions.StatusUpdates(channels), WorkflowDefinitions.PostIncident(channels) })
        {
            await suite.CallAsync("CreateStateMachine", new JsonObject
            {
                ["name"] = definition.Name,
                ["roleArn"] = $"arn:aws:iam::{Account}:role/{definition.Name}",
                ["definition"] = definition.Needs.Aggregate(definition.Text, (text, placeholder) => text.Replace($"${{{placeholder}}}", ArnOf(placeholder))),
            });
        }

        return suite;
    }

    /// <summary>What a state's calls are answered, one after the other; the last answer stays.</summary>
    public void On(string state, params Func<JsonNode, JsonNode?>[] answers) => script[state] = new(answers);

    public void OnReview(params IncidentAnswer[] answers) => On("Review the incident", [.. answers.Select(Payload)]);

    public void OnClose(IncidentAnswer answer) => On("Close the incident", Payload(answer));

    public void OnDecide(params PagingStep[] steps) => On("Decide whom to tell", [.. steps.Select(Payload)]);

    /// <summary>What the workflow of status updates, or of what follows, is to tell.</summary>
    public void OnTell(params PagingStep[] steps) => On("Decide what to tell", [.. steps.Select(Payload)]);

    public void OnRecord(params IncidentAnswer[] answers) => OnRecord("Record the page", answers);

    /// <param name="state">The state that records.</param>
    public void OnRecord(string state, params IncidentAnswer[] answers) => On(state, [.. answers.Select(Payload)]);

    public Task<string> StartLifecycleAsync() => StartAsync(WorkflowDefinitions.Lifecycle.Name, ExecutionNames.Lifecycle(IncidentId, 1), """{"incidentId":"INC-20260102-ABCDEFGH","generation":1}""");

    public Task<string> StartPagingAsync(int part = 1) => StartAsync("paging", ExecutionNames.Paging(IncidentId, 1, part), $$"""{"incidentId":"INC-20260102-ABCDEFGH","generation":1,"part":{{part}}}""");

    /// <param name="workflow">One of <see cref="WorkflowNames"/>.</param>
    public Task<string> StartTellingAsync(string workflow, string name) => StartAsync(workflow, name, """{"incidentId":"INC-20260102-ABCDEFGH","generation":1,"part":1}""");

    /// <summary>Lets this much virtual time pass.</summary>
    public Task PassAsync(TimeSpan time) => Clock.RunUntilAsync(Clock.UtcNow + time);

    /// <summary>Lets all time pass that the executions need.</summary>
    public Task EndAsync() => Clock.IdleAsync(Start.AddYears(5));

    /// <summary>Answers the token that a state registered last.</summary>
    public Task WakeAsync(string state) => CallAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = tokens[state], ["output"] = """{"version":9}""" });

    public ExecutionRecord Execution(string arn) => StepFunctions.Execution(arn);

    public ExecutionRecord ExecutionNamed(string name) => StepFunctions.Executions.Single(execution => execution.Name == name);

    public IEnumerable<TaskCall> CallsOf(string state) => Calls.Where(call => call.State == state);

    /// <summary>The commands of a state, read as the function reads them.</summary>
    public IEnumerable<T> Commands<T>(string state)
        where T : IncidentCommand =>
        CallsOf(state).Select(call => Assert.IsType<T>(call.Arguments["Payload"].Deserialize(DomainJson.Default.IncidentCommand)));

    /// <summary>Names of the states that an execution entered, in order.</summary>
    public static IEnumerable<string> Path(ExecutionRecord execution) =>
        execution.History.Where(happened => happened.Type.EndsWith("StateEntered", StringComparison.Ordinal)).Select(happened => happened.StateName!);

    public Task<JsonNode?> CallAsync(TaskRequest request, CancellationToken cancellation)
    {
        return Task.FromResult(Note(request)(request.Arguments!));
    }

    private Func<JsonNode, JsonNode?> Note(TaskRequest request)
    {
        lock (gate)
        {
            calls.Add(new TaskCall(request.StateName, request.Arguments!, Clock.UtcNow));
            if (request.Arguments!["Payload"]?["taskToken"] is { } token)
            {
                tokens[request.StateName] = token.GetValue<string>();
            }

            var answers = script.GetValueOrDefault(request.StateName) ?? new([Accepted(request.Resource)]);
            return answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        }
    }

    private static Func<JsonNode, JsonNode?> Accepted(string resource) => resource switch
    {
        "arn:aws:states:::sns:publish" => _ => new JsonObject { ["MessageId"] = "1" },
        "arn:aws:states:::http:invoke" => _ => Replies.Http(202, new JsonObject { ["ok"] = true }),
        _ => _ => new JsonObject { ["Payload"] = null },
    };

    private static Func<JsonNode, JsonNode?> Payload(IncidentAnswer answer) => _ => new JsonObject { ["Payload"] = JsonSerializer.SerializeToNode(answer, DomainJson.Default.IncidentAnswer) };

    private static Func<JsonNode, JsonNode?> Payload(PagingStep step) => _ => new JsonObject { ["Payload"] = JsonSerializer.SerializeToNode(step, DomainJson.Default.PagingStep) };

    private static string ArnOf(string placeholder) => placeholder.StartsWith("Runbook", StringComparison.Ordinal)
        ? $"arn:aws:states:{Region}:{Account}:stateMachine:{placeholder}"
        : placeholder switch
        {
            Placeholders.Paging => $"arn:aws:states:{Region}:{Account}:stateMachine:{WorkflowNames.Paging}",
            Placeholders.StatusUpdates => $"arn:aws:states:{Region}:{Account}:stateMachine:{WorkflowNames.StatusUpdates}",
            Placeholders.PostIncident => $"arn:aws:states:{Region}:{Account}:stateMachine:{WorkflowNames.PostIncident}",
            _ => $"arn:of:{placeholder}",
        };

    private async Task<string> StartAsync(string machine, string name, string input) => (await CallAsync("StartExecution", new JsonObject
    {
        ["stateMachineArn"] = $"arn:aws:states:{Region}:{Account}:stateMachine:{machine}",
        ["name"] = name,
        ["input"] = input,
    }))["executionArn"]!.GetValue<string>();

    private Task<JsonObject> CallAsync(string operation, JsonObject input) =>
        StepFunctions.CallAsync(new ServiceCall("states", operation, input, Caller.Operator), CancellationToken.None);
}

/// <summary>One call of a task, and when.</summary>
internal sealed record TaskCall(string State, JsonNode Arguments, DateTimeOffset At);
