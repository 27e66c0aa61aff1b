using System.Net;
using System.Net.Sockets;
using System.Text;
using IncidentServerless.Cli;

namespace IncidentServerless.Scenarios.Tests.Sending;

/// <summary>What `incident send` says of an endpoint, which is a stub here that gives one answer to every call.</summary>
public sealed class SendHintTests
{
    private const string Event = """{"source":"a","detail-type":"b","detail":{}}""";

    [Fact]
    public async Task Send_TableIsThere_PrintsACommandThatCanBeRun()
    {
        var (code, endpoint, output, _) = await SendAsync("""{"FailedEntryCount":0,"TableNames":["Incidents"]}""");

        Assert.Equal(ExitCodes.Success, code);
        Assert.EndsWith($"\n  aws dynamodb scan --endpoint-url {endpoint} --table-name Incidents\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NoTable_GivesNoCommand()
    {
        var (code, _, output, _) = await SendAsync("""{"FailedEntryCount":0,"TableNames":[]}""");

        Assert.Equal(ExitCodes.Success, code);
        Assert.DoesNotContain("--table-name", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_BusRefuses_SaysWhy()
    {
        var (code, _, _, errors) = await SendAsync("""{"FailedEntryCount":1,"Entries":[{"ErrorMessage":"Detail is malformed."}]}""");

        Assert.Equal((ExitCodes.Refused, "The bus refused the event: Detail is malformed.\n"), (code, errors));
    }

    [Fact]
    public async Task Send_SomethingElseAnswers_SaysSo()
    {
        var (code, endpoint, _, errors) = await SendAsync("<html>");

        Assert.Equal((ExitCodes.Refused, $"What answers at {endpoint}/ is not `incident serve`; name its address with --endpoint.\n"), (code, errors));
    }

    private static async Task<(int Code, string Endpoint, string Output, string Errors)> SendAsync(string answer)
    {
        using var folder = new TemporaryFolder();
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var endpoint = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}";
        var answering = AnswerAsync(port, answer);
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await IncidentCli.RunAsync(["send", folder.Write("e.json", Event), "--endpoint", endpoint], output, errors);
        port.Stop();
        await answering;
        return (code, endpoint, output.ToString(), errors.ToString());
    }

    private static async Task AnswerAsync(TcpListener port, string answer)
    {
        while (true)
        {
            TcpClient caller;
            try
            {
                caller = await port.AcceptTcpClientAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                // The command is done.
                return;
            }

            using (caller)
            {
                await AnswerAsync(caller.GetStream(), answer);
            }
        }
    }

    private static async Task AnswerAsync(NetworkStream stream, string answer)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        await reader.ReadBlockAsync(new char[length]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n{answer}"));
    }
}
