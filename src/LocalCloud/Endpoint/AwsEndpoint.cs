using IncidentServerless.LocalCloud.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>The one HTTP endpoint, on loopback: AWS's APIs, the functions' URLs (<c>/_url/…</c>), where functions call vendors (<c>/_slack/…</c>), and the Lambda Runtime API (<c>/_runtime/…</c>).</summary>
internal sealed class AwsEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;

    private AwsEndpoint(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    /// <param name="port">0 for a free one.</param>
    /// <param name="world">Who answers: the world that a request belongs to, by its access key id (null for none).</param>
    /// <param name="failed">Told of the local cloud's own faults.</param>
    public static async Task<AwsEndpoint> StartAsync(int port, LambdaHost lambda, Func<string?, ICloudFront?> world, Action<Exception> failed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options =>
        {
            options.Listen(System.Net.IPAddress.Loopback, port);
            options.AddServerHeader = false;
            options.Limits.KeepAliveTimeout = TimeSpan.FromHours(12);
            // A machine that stands still for some seconds is no slow client: its functions would lose their connection, and end.
            options.Limits.MinRequestBodyDataRate = null;
            options.Limits.MinResponseDataRate = null;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromHours(12);
        });
        var app = builder.Build();
        var runtime = new RuntimeApi(lambda);
        app.Run(context => HandleAsync(context, runtime, world, failed));
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken)
        {
            await app.DisposeAsync();
            throw new EndpointException($"The local cloud cannot listen on port {port} of 127.0.0.1: {taken.Message} Choose another port, or 0 for a free one.");
        }
        var address = app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new AwsEndpoint(app) { Address = new Uri(address + "/") };
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private static async Task HandleAsync(HttpContext context, RuntimeApi runtime, Func<string?, ICloudFront?> world, Action<Exception> failed)
    {
        try
        {
            var path = context.Request.Path.Value ?? "/";
            if (path.StartsWith("/_runtime/", StringComparison.Ordinal))
                await runtime.HandleAsync(context, path["/_runtime/".Length..]);
            else if (path.StartsWith("/_url/", StringComparison.Ordinal))
                await (world(null) ?? throw NoWorld()).VisitAsync(context, path["/_url/".Length..]);
            else if (path.StartsWith(Sinks.SlackHookSink.Path, StringComparison.Ordinal))
                await (world(null) ?? throw NoWorld()).SendOutAsync(context, "hooks.slack.com", path[(Sinks.SlackHookSink.Path.Length - 1)..]);
            else
                await CallAsync(context, world);
        }
        catch (AwsError error)
        {
            await RequestReader.ProtocolOf(context.Request).Refusal(error, Guid.NewGuid().ToString()).WriteAsync(context.Response);
        }
        catch (BadHttpRequestException tooMuch)
        {
            await RequestReader.ProtocolOf(context.Request).Refusal(new AwsError("RequestEntityTooLarge", tooMuch.Message, 413), Guid.NewGuid().ToString()).WriteAsync(context.Response);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The other side has gone; nobody is left to answer.
            context.Abort();
        }
        catch (Exception fault)
        {
            failed(fault);
            if (!context.Response.HasStarted)
                await RequestReader.ProtocolOf(context.Request).Refusal(new AwsError("InternalFailure", "The local cloud failed; its own output says why.", 500), Guid.NewGuid().ToString()).WriteAsync(context.Response);
        }
    }

    private static async Task CallAsync(HttpContext context, Func<string?, ICloudFront?> world)
    {
        var request = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
        var answer = await (world(request.AccessKeyId) ?? throw NoWorld()).AnswerAsync(request, context.RequestAborted);
        if (answer is null)
            context.Abort();
        else
            await answer.WriteAsync(context.Response);
    }

    private static AwsError NoWorld() => new("ServiceUnavailable", "No world is open in this local cloud.", 503);
}

/// <summary>The endpoint cannot be opened; the message says why, and what to do.</summary>
public sealed class EndpointException(string message) : Exception(message);
