using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace IncidentServerless.Benchmarks.RuntimeApi;

/// <summary>A request as far as the Runtime API needs it.</summary>
internal sealed record HttpRequest(string Path, byte[] Body);

/// <summary>The requests of one HTTP/1.1 connection, whose bodies say their length.</summary>
internal sealed class HttpRequests(Socket socket) : IDisposable
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int length;

    /// <returns>Null when the other side has closed the connection.</returns>
    public HttpRequest? Next()
    {
        int headersEnd;
        while ((headersEnd = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!Receive())
            {
                return null;
            }
        }

        var headers = Encoding.ASCII.GetString(buffer, 0, headersEnd + 2);
        var body = headersEnd + 4;
        var end = body + BodyLength(headers);
        while (length < end)
        {
            if (!Receive())
            {
                return null;
            }
        }

        var request = new HttpRequest(headers.Split(' ', 3)[1], buffer[body..end]);
        buffer.AsSpan(end, length - end).CopyTo(buffer);
        length -= end;
        return request;
    }

    public void Send(byte[] response) => socket.Send(response);

    public void Dispose() => socket.Dispose();

    private static int BodyLength(string headers)
    {
        const string Name = "\r\nContent-Length:";
        var start = headers.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return 0;
        }

        start += Name.Length;
        return int.Parse(headers.AsSpan(start, headers.IndexOf('\r', start) - start), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }

    private bool Receive()
    {
        var received = socket.Receive(buffer.AsSpan(length));
        length += received;
        return received > 0;
    }
}
