using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentServerless.StandIns.Tests.Http;

/// <summary>An HTTP server on a free loopback port. It records each request and answers what it is told, or never, if told nothing.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<RecordedRequest, Answer?> _answer;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public LoopbackServer(Func<RecordedRequest, Answer?> answer)
    {
        _answer = answer;
        (_listener, Address) = Listen();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Host and port.</summary>
    public string Address { get; }

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, string Address) Listen()
    {
        while (true)
        {
            var address = $"127.0.0.1:{FreePort()}";
            var listener = new HttpListener { Prefixes = { $"http://{address}/" } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException)
            {
                listener.Close(); // Somebody took the port in between: another one is tried.
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return; // Closed.
            }

            await ServeAsync(context);
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        using var body = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var request = new RecordedRequest(
            context.Request.HttpMethod,
            context.Request.RawUrl!,
            new WebHeaderCollection { context.Request.Headers },
            await body.ReadToEndAsync(),
            context.Request.RemoteEndPoint.Port);
        _requests.Enqueue(request);
        if (_answer(request) is not { } answer)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }
}
