using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Account;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.DynamoDb;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Events;
using IncidentServerless.LocalCloud.Faults;
using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.Integrations;
using IncidentServerless.LocalCloud.Kms;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Logs;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Sinks;
using IncidentServerless.LocalCloud.Sns;
using IncidentServerless.LocalCloud.Ssm;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.Template;
using Microsoft.AspNetCore.Http;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>One world: a deployed template, and what happens in it. Disposing it ends its executions, queues and tables.</summary>
public sealed class Cloud : ICloudFront, IAsyncDisposable
{
    private readonly CloudHost host;
    private readonly ServiceDirectory services = new();
    private readonly ApiFront front;
    private readonly ITaskIntegrations integrations;
    private readonly RolePolicies rolePolicies;
    private readonly RoleGate gate;
    private readonly ResourcePolicies resourcePolicies;
    private readonly StatusChanges statusChanges;
    private IReadOnlyList<EventSourceMapping> mappings = [];
    private FunctionUrl urls = null!;
    private StackTables? tables;

    private Cloud(Stack stack, WorldOptions settings, CloudHost host, CloudHostOptions options)
    {
        this.host = host;
        Stack = stack;
        Clock = settings.Clock;
        Observations = new ObservationLog(Clock);
        NotEmulated = StackWiring.NotEmulated(stack);
        var ids = new CloudIds();
        Queues = new SqsService(stack.Identity, Clock, Observations, ids, Faults);
        Functions = new LambdaService(host.Lambda, options.FunctionCommand, Queues, Clock, Observations, ids, this);
        resourcePolicies = new ResourcePolicies(stack);
        Topics = new SnsService(stack.Identity, Queues, Functions, resourcePolicies, Clock, Observations, ids);
        Logs = new LogGroups(stack.Identity, Functions, Clock, Observations);
        Keys = new KmsService(stack.Identity);
        Parameters = new SsmService(stack.Identity, Clock);
        Account = new SimulatedAccount(settings.AccountAnswers, Observations);
        Sinks = new SinkHosts(Observations);
        var connections = StackWiring.Connections(stack);
        var permissions = new CallPermissions(stack.Identity, Keys, Functions, connections.ToDictionary(connection => connection.Key, connection => connection.Value.SecretArn));
        TrustPolicies.Check(stack);
        rolePolicies = new RolePolicies(stack);
        gate = new RoleGate(rolePolicies, permissions, Observations);
        Events = new EventsService(stack.Identity, Clock, Observations, ids, new TargetDelivery(Queues, Functions, services, resourcePolicies, gate, ids, Observations));
        statusChanges = new StatusChanges(Events, Observations, Clock);
        foreach (var service in new IAwsService[] { Queues, Functions, Topics, Events, Keys, Parameters })
            services.Add(service);
        integrations = new TaskIntegrations(services, Functions, new HttpInvoke(Sinks, connections), Account, gate, Faults, Observations, ids);
        front = new ApiFront(services, host.Lambda, gate, Faults, Clock, ids);
    }

    public Stack Stack { get; }

    public ICloudClock Clock { get; }

    /// <summary>What happened so far, in order.</summary>
    public ObservationLog Observations { get; }

    /// <summary>What the template holds and the local cloud has not: each as its logical id and its type.</summary>
    public IReadOnlyList<string> NotEmulated { get; }

    public SqsService Queues { get; }

    public LambdaService Functions { get; }

    public SnsService Topics { get; }

    public EventsService Events { get; }

    /// <summary>What applications write.</summary>
    public LogGroups Logs { get; }

    public KmsService Keys { get; }

    public SsmService Parameters { get; }

    /// <summary>Null when the template has no state machine.</summary>
    public StepFunctionsService? StateMachines { get; private set; }

    /// <summary>The services that are not emulated.</summary>
    public SimulatedAccount Account { get; }

    /// <summary>The vendors whom workflows call.</summary>
    public SinkHosts Sinks { get; }

    /// <summary>What the template's policies allow to its roles.</summary>
    public IReadOnlyCollection<Grant> Grants => [.. rolePolicies.All.Distinct()];

    /// <summary>What of it was asked for so far.</summary>
    public IReadOnlyCollection<Grant> UsedGrants => [.. rolePolicies.Used];

    /// <summary>What goes wrong with the functions' calls, and a record of these.</summary>
    public FaultBoard Faults { get; } = new();

    /// <summary>Where AWS is, for SDKs and for <c>aws --endpoint-url</c>.</summary>
    public Uri Endpoint => Stack.Identity.Endpoint;

    public IReadOnlyDictionary<string, string> Outputs => Stack.Outputs;

    /// <inheritdoc cref="EventsService.PutAsync"/>
    public Task<string> PutEventAsync(JsonObject envelope) => Events.PutAsync(envelope);

    /// <summary>The rules that fire at a rate, by their names.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Schedules => Events.Schedules;

    /// <inheritdoc cref="EventsService.TickAsync"/>
    public Task TickAsync(string rule) => Events.TickAsync(rule);

    /// <summary>The address of a function's URL.</summary>
    /// <param name="function">Its logical id or its name.</param>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public Uri FunctionUrl(string function) =>
        new(Stack.Identity.FunctionUrl((Functions.Find(function) ?? throw new ArgumentException($"There is no function '{function}'.")).Name));

    /// <summary>Calls a service as the operator does.</summary>
    /// <param name="service">The signing name: <c>states</c>, <c>sqs</c>, <c>dynamodb</c>, …</param>
    /// <exception cref="AwsError">The service refuses, or is not emulated.</exception>
    public Task<JsonObject> CallAsync(string service, string operation, JsonObject input) =>
        services[service].CallAsync(new ServiceCall(service, operation, input, Caller.Operator), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var mapping in mappings)
            mapping.Stop();
        Functions.Close();
        if (StateMachines is not null)
            StateMachines.StatusChanged -= statusChanges.Tell;
        foreach (var execution in StateMachines?.Executions.Where(execution => execution.Status == "RUNNING") ?? [])
            await CallAsync("states", "StopExecution", new() { ["executionArn"] = execution.Arn });
        await host.Lambda.AbandonAsync(this);
        if (tables is not null)
            await tables.DropAsync();
        host.Closed();
    }

    internal static async Task<Cloud> OpenAsync(Stack stack, WorldOptions settings, CloudHost host, CloudHostOptions options)
    {
        var cloud = new Cloud(stack, settings, host, options);
        if (stack.OfType("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable").Any())
        {
            var dynamoDb = await host.DynamoDbAsync();
            cloud.services.Add(dynamoDb);
            cloud.tables = new StackTables(dynamoDb, stack);
            await cloud.tables.CreateAsync();
        }
        StackWiring.AddQueues(stack, cloud.Queues);
        StackWiring.AddFunctions(stack, cloud.Functions);
        await host.Lambda.RetireAsync(cloud.Functions.Functions.Select(function => (function, options.FunctionCommand(function))));
        StackWiring.AddTopics(stack, cloud.Topics);
        StackWiring.AddKeys(stack, cloud.Keys);
        StackWiring.AddParameters(stack, cloud.Parameters);
        if (stack.OfType("AWS::StepFunctions::StateMachine").Any())
            await cloud.AddStateMachinesAsync();
        StackWiring.AddRules(stack, cloud.Events);
        StackWiring.AddSubscriptions(stack, cloud.Logs, cloud.Functions, cloud.resourcePolicies);
        cloud.urls = new FunctionUrl(cloud.Functions, UrlAccess.OpenFunctions(stack, cloud.Functions), cloud.Clock);
        cloud.mappings = StackWiring.StartMappings(stack, cloud.Queues, cloud.Functions, cloud.gate, cloud.Clock);
        return cloud;
    }

    Task<WireAnswer?> ICloudFront.AnswerAsync(AwsRequest request, CancellationToken cancellation) => front.AnswerAsync(request, cancellation);

    Task ICloudFront.VisitAsync(HttpContext context, string path) => urls.VisitAsync(context, path);

    async Task ICloudFront.SendOutAsync(HttpContext context, string host, string path)
    {
        using var reader = new StreamReader(context.Request.Body);
        JsonNode? body;
        try
        {
            body = JsonNode.Parse(await reader.ReadToEndAsync(context.RequestAborted));
        }
        catch (JsonException)
        {
            // The vendor says what it thinks of it.
            body = null;
        }
        var answer = Sinks.Receive(new SinkRequest(host, context.Request.Method, path, new Dictionary<string, string>(), body));
        context.Response.StatusCode = answer.Status;
        await context.Response.WriteAsync(answer.Body?.ToString() ?? "", context.RequestAborted);
    }

    private async Task AddStateMachinesAsync()
    {
        StateMachines = new StepFunctionsService(new StepFunctionsOptions
        {
            Account = Stack.Identity.Account,
            Region = Stack.Identity.Region,
            Clock = Clock,
            Integrations = integrations,
            Jsonata = host.Jsonata,
            Authorize = gate.Check,
        });
        StateMachines.StatusChanged += statusChanges.Tell;
        services.Add(StateMachines);
        await StackWiring.AddStateMachinesAsync(Stack, StateMachines);
    }
}
