using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.DynamoDb;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Events;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Template;
using Microsoft.AspNetCore.Http;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>One world: a deployed template, and what happens in it. Disposing it ends its executions, queues and tables.</summary>
public sealed class Cloud : ICloudFront, IAsyncDisposable
{
    private readonly CloudHost host;
    private readonly ServiceDirectory services = new();
    private readonly ApiFront front;
    private IReadOnlyList<EventSourceMapping> mappings = [];
    private StackTables? tables;

    private Cloud(Stack stack, WorldOptions settings, CloudHost host, CloudHostOptions options)
    {
        this.host = host;
        Stack = stack;
        Clock = settings.Clock;
        Observations = new ObservationLog(Clock);
        NotEmulated = StackWiring.NotEmulated(stack);
        var ids = new CloudIds();
        Queues = new SqsService(stack.Identity, Clock, Observations, ids);
        Functions = new LambdaService(host.Lambda, options.FunctionCommand, Queues, Clock, Observations, ids, this);
        Events = new EventsService(stack.Identity, Clock, Observations, ids, new TargetDelivery(Queues, Functions, services, ids, Observations));
        foreach (var service in new IAwsService[] { Queues, Functions, Events })
            services.Add(service);
        front = new ApiFront(services, host.Lambda, Clock, ids);
    }

    public Stack Stack { get; }

    public ICloudClock Clock { get; }

    /// <summary>What happened so far, in order.</summary>
    public ObservationLog Observations { get; }

    /// <summary>What the template holds and the local cloud has not: each as its logical id and its type.</summary>
    public IReadOnlyList<string> NotEmulated { get; }

    public SqsService Queues { get; }

    public LambdaService Functions { get; }

    public EventsService Events { get; }

    /// <summary>Where AWS is, for SDKs and for <c>aws --endpoint-url</c>.</summary>
    public Uri Endpoint => Stack.Identity.Endpoint;

    public IReadOnlyDictionary<string, string> Outputs => Stack.Outputs;

    /// <inheritdoc cref="EventsService.PutAsync"/>
    public Task<string> PutEventAsync(JsonObject envelope) => Events.PutAsync(envelope);

    /// <inheritdoc cref="EventsService.TickAsync"/>
    public Task TickAsync(string rule) => Events.TickAsync(rule);

    /// <summary>The address of a function's URL.</summary>
    /// <param name="function">Its logical id or its name.</param>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public Uri FunctionUrl(string function) =>
        new(Stack.Identity.FunctionUrl((Functions.Find(function) ?? throw new ArgumentException($"There is no function '{function}'.")).Name));

    public async ValueTask DisposeAsync()
    {
        foreach (var mapping in mappings)
            mapping.Stop();
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
        StackWiring.AddRules(stack, cloud.Events);
        cloud.mappings = StackWiring.StartMappings(stack, cloud.Queues, cloud.Functions, cloud.Clock);
        return cloud;
    }

    Task<WireAnswer?> ICloudFront.AnswerAsync(AwsRequest request, CancellationToken cancellation) => front.AnswerAsync(request, cancellation);

    Task ICloudFront.VisitAsync(HttpContext context, string path) => new FunctionUrl(Functions, Clock).VisitAsync(context, path);
}
