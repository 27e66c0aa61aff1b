using System.Text;
using Amazon.Lambda.RuntimeSupport;
using IncidentServerless.StandIns.Tests.Http;

namespace IncidentServerless.StandIns.Tests.RuntimeSupport;

/// <summary>What came of serving: the requests that the Runtime API got, and the log.</summary>
internal sealed record Served(IReadOnlyList<RecordedRequest> Requests, string Log)
{
    public IReadOnlyList<RecordedRequest> Posts => [.. Requests.Where(request => request.Method == "POST")];

    /// <summary>Serves all invocations, then stops the bootstrap while it waits for the next.</summary>
    public static async Task<Served> AllAsync(LambdaBootstrapBuilder builder, Dictionary<string, string> environment, params Answer[] invocations)
    {
        using var api = new FakeRuntimeApi(invocations);
        using var log = new MemoryStream();
        using var bootstrap = Build(builder, environment, api, log);
        using var stop = new CancellationTokenSource();
        var run = bootstrap.RunAsync(stop.Token);
        if (await Task.WhenAny(run, api.Idle) == api.Idle)
        {
            stop.Cancel();
        }

        await run;
        return new Served(api.Requests, Encoding.UTF8.GetString(log.ToArray()));
    }

    public static LambdaBootstrap Build(LambdaBootstrapBuilder builder, Dictionary<string, string> environment, FakeRuntimeApi api, Stream log) =>
        builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .Build(new LambdaEnvironment(environment.GetValueOrDefault), FixedClock.AtNoon, log);
}
