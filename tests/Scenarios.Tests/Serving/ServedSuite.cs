using System.Text.RegularExpressions;
using IncidentServerless.Cli;
using IncidentServerless.Scenarios.Tests.Binary;

namespace IncidentServerless.Scenarios.Tests.Serving;

/// <summary><c>incident serve</c>, running.</summary>
public sealed partial class ServedSuite : IAsyncLifetime
{
    private readonly CancellationTokenSource stop = new();
    private readonly WatchedWriter output = new();
    private readonly StringWriter errors = new();
    private Task<int> serving = Task.FromResult(ExitCodes.Success);

    public string Endpoint { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (AwsCommand.Program is null)
        {
            return;
        }

        serving = IncidentCli.RunAsync(["serve", "--port", "0", .. DeployedBinary.Path is { } binary ? (string[])["--binary", binary] : []], output, errors, stop.Token);
        Endpoint = Address().Match(await output.UntilAsync("Send an alarm from another terminal", serving)).Groups[1].Value;
    }

    /// <summary>Waits until the terminal says so.</summary>
    public Task SaysAsync(string text) => output.UntilAsync(text, serving);

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        stop.Dispose();
    }

    [GeneratedRegex("The suite runs at (http://127.0.0.1:[0-9]+) until Ctrl-C")]
    private static partial Regex Address();
}
