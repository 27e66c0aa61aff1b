using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentServerless.Benchmarks.Floor;

/// <summary>The least that a function can be: it takes an event off the Runtime API and answers it, without looking at either.</summary>
public static class Program
{
    private const string RequestIdHeader = "Lambda-Runtime-Aws-Request-Id: ";
    private const string Answer = """{"batchItemFailures":[]}""";

    public static void Main()
    {
        var address = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!;
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPEndPoint.Parse(address));
        var next = Encoding.ASCII.GetBytes($"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {address}\r\n\r\n");
        var buffer = new byte[64 * 1024];
        while (true)
        {
            socket.Send(next);
            var requestId = Receive(socket, buffer);
            socket.Send(Encoding.ASCII.GetBytes(
                $"POST /2018-06-01/runtime/invocation/{requestId}/response HTTP/1.1\r\nHost: {address}\r\nContent-Length: {Answer.Length}\r\n\r\n{Answer}"));
            Receive(socket, buffer);
        }
    }

    /// <summary>Reads one response to its end.</summary>
    /// <returns>The request's id; empty when the response has none.</returns>
    private static string Receive(Socket socket, byte[] buffer)
    {
        var length = 0;
        var bodyStart = -1;
        var bodyLength = 0;
        while (bodyStart < 0 || length < bodyStart + bodyLength)
        {
            var received = socket.Receive(buffer.AsSpan(length));
            if (received == 0)
            {
                Environment.Exit(0);
            }

            length += received;
            if (bodyStart < 0 && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                bodyStart = end + 4;
                bodyLength = int.Parse(Header(buffer, bodyStart, "Content-Length: ", "0"));
            }
        }

        return Header(buffer, bodyStart, RequestIdHeader, "");
    }

    private static string Header(byte[] buffer, int headersLength, string name, string absent)
    {
        var headers = Encoding.ASCII.GetString(buffer, 0, headersLength);
        var start = headers.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? absent : headers[(start + name.Length)..headers.IndexOf('\r', start)];
    }
}
