using IncidentServerless.LocalCloud.DynamoDb;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>What outlives a world: the endpoint, the functions' processes, DynamoDB Local. One world is open at a time.</summary>
public sealed class CloudHost : IAsyncDisposable
{
    private readonly CloudHostOptions options;
    private readonly LambdaHost lambda;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Task<DynamoDbLocal>? database;
    private readonly JsonataEngine? jsonata;
    private AwsEndpoint? endpoint;
    private volatile Cloud? world;

    private CloudHost(CloudHostOptions options)
    {
        this.options = options;
        lambda = new LambdaHost(options.MaximumProcesses, options.Patience) { Logged = Logged };
        // It takes seconds to start; the first world with a table waits for it.
        database = options.NodeModules is { } nodeModules ? DynamoDbLocal.StartAsync(nodeModules, http, lambda.Guard) : null;
        jsonata = options.NodeModules is null ? null : new JsonataEngine(Path.Combine(options.NodeModules, "jsonata", "jsonata.js"));
    }

    /// <summary>Where AWS is, for SDKs and for <c>aws --endpoint-url</c>.</summary>
    public Uri Endpoint => endpoint!.Address;

    /// <exception cref="EndpointException">The port cannot be used.</exception>
    public static async Task<CloudHost> StartAsync(CloudHostOptions options)
    {
        var host = new CloudHost(options);
        try
        {
            host.endpoint = await AwsEndpoint.StartAsync(options.Port, host.lambda, host.WorldOf, options.Failed);
        }
        catch (EndpointException)
        {
            await host.DisposeAsync();
            throw;
        }
        host.lambda.Endpoint = host.Endpoint;
        return host;
    }

    /// <summary>Deploys a template into a new world.</summary>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    /// <exception cref="DynamoDbLocalException">It has a table, and DynamoDB Local cannot be used.</exception>
    /// <exception cref="InvalidOperationException">The world before is still open.</exception>
    public async Task<Cloud> NewWorldAsync(WorldOptions settings)
    {
        if (world is not null)
            throw new InvalidOperationException("One world is open at a time: dispose the one before first.");
        var stack = Stack.Load(settings.Template, new StackIdentity(settings.StackName, settings.Account, settings.Region, Endpoint), settings.Parameters);
        var opened = await Cloud.OpenAsync(stack, settings, this, options);
        world = opened;
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        if (world is { } open)
            await open.DisposeAsync();
        await lambda.DisposeAsync();
        if (endpoint is not null)
            await endpoint.DisposeAsync();
        if (database is not null)
            await DisposeAsync(database);
        jsonata?.Dispose();
        http.Dispose();
    }

    internal LambdaHost Lambda => lambda;

    internal async Task<DynamoDbService> DynamoDbAsync()
    {
        if (database is null)
            throw new DynamoDbLocalException("The template has a DynamoDB table, but the local cloud was started without a folder of npm packages to take DynamoDB Local from.");
        return new DynamoDbService((await database).Address, http);
    }

    internal JsonataEngine Jsonata => jsonata
        ?? throw new TemplateException("The template has a state machine, but the local cloud was started without a folder of npm packages to take jsonata from.");

    internal void Closed() => world = null;

    private Cloud? WorldOf(string? accessKeyId) =>
        accessKeyId is not null && lambda.Find(accessKeyId)?.Current is { } invocation ? (Cloud)invocation.World : world;

    private void Logged(FunctionProcess process, string line) =>
        world?.Observations.Add(new FunctionLogged(process.Function.LogicalId, process.Latest?.RequestId, line));

    private static async Task DisposeAsync(Task<DynamoDbLocal> database)
    {
        try
        {
            await (await database).DisposeAsync();
        }
        catch (DynamoDbLocalException)
        {
            // It never started, which whoever needed it was told.
        }
    }
}
