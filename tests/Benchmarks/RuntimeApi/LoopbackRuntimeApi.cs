using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentServerless.Benchmarks.RuntimeApi;

/// <summary>
/// The Lambda Runtime API on loopback, with the same event each time. Written on sockets, so that it costs little beside the function that
/// is measured. It hands out only as many events as are allowed; a function that asks for more waits.
/// </summary>
internal sealed class LoopbackRuntimeApi : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim allowed = new(0);
    private readonly SemaphoreSlim answered = new(0);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly byte[] payload;
    private int handedOut;
    private string? refusal;

    /// <param name="payload">The event, JSON.</param>
    public LoopbackRuntimeApi(string payload)
    {
        this.payload = Encoding.UTF8.GetBytes(payload);
        listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    /// <summary>For AWS_LAMBDA_RUNTIME_API.</summary>
    public string Address => listener.LocalEndpoint.ToString()!;

    /// <summary>When the newest answer was complete, see <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long LastAnswer { get; private set; }

    /// <summary>Hands out some events and waits until each is answered.</summary>
    /// <exception cref="InvalidOperationException">The function reports an error, or no answer comes for a minute.</exception>
    public void Serve(int events)
    {
        allowed.Release(events);
        for (var answer = 0; answer < events; answer++)
        {
            if (!answered.Wait(Patience))
            {
                throw new InvalidOperationException($"The function did not answer within {Patience.TotalSeconds} s.");
            }

            if (refusal is not null)
            {
                throw new InvalidOperationException($"The function reports an error: {refusal}");
            }
        }
    }

    public void Dispose() => listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var connection = listener.AcceptSocket();
                connection.NoDelay = true;
                new Thread(() => Talk(connection)) { IsBackground = true }.Start();
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }

    private void Talk(Socket socket)
    {
        using var connection = new HttpRequests(socket);
        try
        {
            while (connection.Next() is { } request)
            {
                connection.Send(request.Path.EndsWith("/next", StringComparison.Ordinal) ? NextEvent() : Taken(request));
            }
        }
        catch (SocketException)
        {
            // The function's process has ended.
        }
    }

    private byte[] NextEvent()
    {
        allowed.Wait();
        int number;
        lock (gate)
        {
            number = ++handedOut;
        }

        var deadline = DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds();
        var headers = string.Create(CultureInfo.InvariantCulture, $"""
            HTTP/1.1 200 OK
            Content-Type: application/json
            Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-{number:x12}
            Lambda-Runtime-Deadline-Ms: {deadline}
            Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:111122223333:function:measured
            Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0
            Content-Length: {payload.Length}


            """).ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(headers), .. payload];
    }

    private byte[] Taken(HttpRequest request)
    {
        LastAnswer = Stopwatch.GetTimestamp();
        if (!request.Path.EndsWith("/response", StringComparison.Ordinal))
        {
            refusal = Encoding.UTF8.GetString(request.Body);
        }

        answered.Release();
        return "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n"u8.ToArray();
    }
}
