using System.Net;
using System.Net.Sockets;
using IncidentServerless.Cli;
using IncidentServerless.Scenarios.Tests.Scenarios;

namespace IncidentServerless.Scenarios.Tests.Commands;

/// <summary>In the suite's collection, so that not two local clouds start at once.</summary>
[Collection(SuiteCollection.Name)]
public sealed class TakenPortTests
{
    [Fact]
    public async Task Serve_PortIsTaken_IsOneSentenceAndExitCode2()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };

        var code = await IncidentCli.RunAsync(["serve", "--port", $"{port}"], output, errors);

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains($"{port}", Assert.Single(errors.ToString().TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }
}
