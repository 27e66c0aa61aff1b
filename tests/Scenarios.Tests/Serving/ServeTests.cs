using System.Text.RegularExpressions;
using IncidentServerless.Cli;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Scenarios.Tests.Scenarios;

namespace IncidentServerless.Scenarios.Tests.Serving;

/// <summary>Serves in real time, as a newcomer would try it. In the suite's collection, so that not two local clouds run at once.</summary>
[Collection(SuiteCollection.Name)]
public sealed partial class ServeTests
{
    [Fact]
    public async Task Serve_AlarmIsSent_TellsThePageWithItsLinkAndStopsWhenAsked()
    {
        using var stop = new CancellationTokenSource();
        using var output = new WatchedWriter();
        using var errors = new StringWriter();
        var serving = IncidentCli.RunAsync(["serve", "--port", "0"], output, errors, stop.Token);
        var endpoint = Endpoint().Match(await output.UntilAsync("Send an alarm from another terminal", serving)).Groups[1].Value;

        using var said = new StringWriter { NewLine = "\n" };
        var sent = await IncidentCli.RunAsync(["send", "--now", "--endpoint", endpoint, Sample("latency-alarm.json"), Sample("alarm-notification.json"), Sample("budget-mail.json")], said, errors);
        var story = await output.UntilAsync("Page to the page topic: [SEV2]", serving);
        await output.UntilAsync("by aws-budgets (route Budgets and cost anomalies)", serving);
        await stop.CancelAsync();

        Assert.Equal((ExitCodes.Success, ExitCodes.Success, ""), (sent, await serving, errors.ToString()));
        Assert.Contains("Opened as SEV2, General incident", story, StringComparison.Ordinal);
        Assert.Matches($"(?s)Page to the page topic: .*{Regex.Escape(endpoint)}/_url/[^/]+/\\?link=", story);
        Assert.EndsWith("Stopped.\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Sent SNS message about cost: AWS Budgets: prod-monthly has exceeded your alert threshold", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("Sent SNS message: ALARM: \"platform-down\"", said.ToString(), StringComparison.Ordinal);
    }

    private static string Sample(string name) => Path.Combine(BuiltParts.RepositoryRoot, "src", "Cli", "samples", name);

    [GeneratedRegex("The suite runs at (http://127.0.0.1:[0-9]+) until Ctrl-C")]
    private static partial Regex Endpoint();
}
