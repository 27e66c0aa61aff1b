using IncidentServerless.Cli;
using IncidentServerless.Cli.Backtest;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Scenarios.Tests.Backtest;

/// <summary>What people said of incidents, beside what the policy makes of the events that opened them.</summary>
public sealed class OutcomeTests : IDisposable
{
    private const string Id = "INC-20261123-ABCDEFGH";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("""{ "version": 1, "incident": { "id": "INC-20261123-ABCDEFGH", "revision": 7, "status": "Resolved", "falseAlarm": true } }""", true)]
    [InlineData("""{ "Type": "Notification", "Message": "{\"incident\":{\"id\":\"INC-20261123-ABCDEFGH\",\"revision\":7,\"status\":\"Resolved\",\"falseAlarm\":true}}" }""", true)]
    [InlineData("""["{\"id\":\"INC-20261123-ABCDEFGH\",\"version\":9,\"status\":\"Closed\",\"falseAlarm\":true}"]""", true)]
    [InlineData("""["{\"id\":\"INC-20261123-ABCDEFGH\",\"version\":9,\"status\":\"Closed\"}"]""", false)]
    [InlineData("""{ "incident": { "id": "INC-20261123-ABCDEFGH", "revision": 2, "status": "Open", "falseAlarm": false } }""", null)]
    [InlineData("not json\n{}\n[]\n", null)]
    public void Outcome_OfThisText_IsKnown(string text, bool? expected) => Assert.Equal(expected, Outcomes.Parse(text).IsFalseAlarm(Id));

    [Fact]
    public void Outcome_MessagesInAnyOrder_IsThatOfTheNewest()
    {
        const string Resolved = """{ "incident": { "id": "INC-20261123-ABCDEFGH", "revision": 7, "status": "Resolved", "falseAlarm": true } }""";
        const string Reopened = """{ "incident": { "id": "INC-20261123-ABCDEFGH", "revision": 8, "status": "Open", "falseAlarm": false } }""";

        Assert.Null(Outcomes.Parse($"{Resolved}\n{Reopened}").IsFalseAlarm(Id));
        Assert.Null(Outcomes.Parse($"{Reopened}\n{Resolved}").IsFalseAlarm(Id));
    }

    [Fact]
    public async Task Backtest_WithOutcomes_CountsFalseAlarmsByRoute()
    {
        var (_, output) = await RunAsync("backtest", Sample, "--outcomes", Told(falseAlarm: true));

        Assert.Matches(@"Errors and latency that customers feel +1 +1 +1", output);
    }

    [Theory]
    [InlineData(true, "Of 1 false alarm, 1 would no longer page anybody, and 1 would open no incident.\nOf 0 real ones, 0 would no longer page anybody, and 0 would open no incident.\n")]
    [InlineData(false, "Of 0 false alarms, 0 would no longer page anybody, and 0 would open no incident.\nOf 1 real one, 1 would no longer page anybody, and 1 would open no incident.\n")]
    public async Task Compare_WithOutcomes_SaysWhatIsSparedAndLost(bool falseAlarm, string sentence)
    {
        var quiet = Path.Combine(folder.Path, "quiet.json");
        await File.WriteAllTextAsync(quiet, File.ReadAllText(BuiltParts.Policy).Replace(
            "\"maintenance\": [",
            """
            "maintenance": [{ "name": "Probe", "when": { "source": ["cloudwatch-alarm"] }, "by": "Ana", "why": "We know it.", "every": "day", "at": "00:00", "for": "1d" },
            """,
            StringComparison.Ordinal));

        var (code, output) = await RunAsync("backtest", Sample, "--policy", quiet, "--compare", BuiltParts.Policy, "--outcomes", Told(falseAlarm));

        Assert.Equal(ExitCodes.Success, code);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_WithOutcomes_HasOneForEachLine()
    {
        var (_, output) = await RunAsync("backtest", Sample, "--json", "--outcomes", Told(falseAlarm: false));

        Assert.EndsWith("\"outcome\":\"real\"}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcomes_ThatTellOfNoIncident_AreRefused()
    {
        var (code, output) = await RunAsync("backtest", Sample, "--outcomes", Sample);

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains("tells of no incident that is over", output, StringComparison.Ordinal);
    }

    private static string Sample => Path.Combine(BuiltParts.RepositoryRoot, "src", "Cli", "samples", "latency-alarm.json");

    private string Told(bool falseAlarm)
    {
        var line = BacktestLine.Of(Assert.Single(EventFiles.Find([Sample])), PolicyReader.Read(File.ReadAllText(BuiltParts.Policy)));
        return folder.Write("outcomes.jsonl", $$"""{ "incident": { "id": "{{line.IncidentId}}", "revision": 7, "status": "Resolved", "falseAlarm": {{(falseAlarm ? "true" : "false")}} } }""");
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = await IncidentCli.RunAsync(arguments, output, output);
        return (code, output.ToString());
    }
}
