using IncidentServerless.Cli;
using Snapshooter;
using Snapshooter.Xunit;

namespace IncidentServerless.Scenarios.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("incident")]
    [InlineData("play")]
    [InlineData("serve")]
    [InlineData("send")]
    [InlineData("backtest")]
    [InlineData("oncall")]
    [InlineData("item")]
    [InlineData("list")]
    public async Task Help_OfEachCommand_ReadsAsVerified(string command)
    {
        var (code, output, errors) = await RunAsync(command == "incident" ? ["--help"] : [command, "--help"]);

        Assert.Equal((ExitCodes.Success, ""), (code, errors));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Snapshot.Match(output, SnapshotNameExtension.Create(command));
    }

    [Theory]
    [InlineData("There is no command 'dance'; `incident --help` shows what there is.", "dance")]
    [InlineData("There is no option --fast; `incident play --help` shows what there is.", "play", "--fast")]
    [InlineData("'incident list' has no option --all; `incident list --help` shows what there is.", "list", "--all")]
    [InlineData("Required argument missing for command: 'backtest'; `incident backtest --help` shows what there is.", "backtest")]
    [InlineData("There is no scenario 'lunch.json'; there are alarm-storm, ", "play", "lunch.json")]
    [InlineData("There is no file or folder /nowhere.", "backtest", "/nowhere")]
    [InlineData("The policy /nowhere cannot be read: Could not find file '/nowhere'.", "backtest", ".", "--policy", "/nowhere")]
    [InlineData("'noon' is no time like 2026-03-07T12:00 or 2026-03-07T12:00Z; `incident oncall --help` shows what there is.", "oncall", "--at", "noon")]
    [InlineData("'2w' is no duration from 1m to 366d; write it like 12h or 14d; `incident oncall --help` shows what there is.", "oncall", "--next", "2w")]
    [InlineData("Say where the suite is: --url, or the environment variable INCIDENT_DEEDS_URL", "item", "list", "INC-20260302-X3NNAUSP")]
    [InlineData("The environment variable INCIDENT_DEEDS_SECRET holds no secret.", "item", "done", "INC-20260302-X3NNAUSP", "i1", "--url", "http://127.0.0.1/deeds")]
    [InlineData("Required argument missing for command: 'add'; `incident item add --help` shows what there is.", "item", "add", "INC-20260302-X3NNAUSP")]
    [InlineData("There is no file /nowhere.json.", "send", "/nowhere.json")]
    [InlineData("'mars' is no URL such as http://127.0.0.1:4566; `incident send --help` shows what there is.", "send", "a.json", "--endpoint", "mars")]
    [InlineData("'ftp://127.0.0.1' is no URL such as http://127.0.0.1:4566; `incident send --help` shows what there is.", "send", "a.json", "--endpoint", "ftp://127.0.0.1")]
    [InlineData("'99999' is no port: a whole number from 0 (any free one) to 65535; `incident serve --help` shows what there is.", "serve", "--port", "99999")]
    [InlineData("'-5' is no port: a whole number from 0 (any free one) to 65535; `incident serve --help` shows what there is.", "serve", "--port", "-5")]
    [InlineData("'http' is no port: a whole number from 0 (any free one) to 65535; `incident serve --help` shows what there is.", "serve", "--port", "http")]
    public async Task CommandLine_ThatCannotBe_IsOneSentenceAndExitCode2(string sentence, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((ExitCodes.Refused, ""), (code, output));
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Send_NobodyServes_SaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.json", """{"AlarmName":"a","NewStateValue":"ALARM"}""");

        var (code, _, errors) = await RunAsync("send", file, "--endpoint", "http://127.0.0.1:9");

        Assert.Equal((ExitCodes.Refused, "Nothing answers at http://127.0.0.1:9/; start `incident serve` first, or name its address with --endpoint.\n"), (code, errors));
    }

    [Theory]
    [InlineData("", "There is no event in ")]
    [InlineData("""{"a":1,"a":2,"AlarmName":"x"}""", "")]
    [InlineData("""{"source":"a","detail-type":"b","detail":5}""", "")]
    [InlineData("""{"Records":[5]}""", "")]
    public async Task Send_FileWithoutEvents_IsOneSentenceAndExitCode2(string text, string start)
    {
        using var folder = new TemporaryFolder();

        var (code, output, errors) = await RunAsync("send", "--now", folder.Write("a.json", text));

        Assert.Equal((ExitCodes.Refused, ""), (code, output));
        Assert.StartsWith($"{start}{folder.Path}", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task List_NamesEveryStoryWithItsTitle()
    {
        var (_, output, _) = await RunAsync("list");

        Assert.All(Cli.Scenarios.StoryFiles.All(), story => Assert.Contains($"{story.Name} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backtest_Folder_PrintsOneLineForEachFile()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.json", "not json");
        folder.Write("a.json", "{}");

        var (code, output, _) = await RunAsync("backtest", folder.Path, "--json");

        Assert.Equal(ExitCodes.Success, code);
        Assert.Equal(["{\"file\":\"a.json\",\"disposition\":\"Unparsed\"", "{\"file\":\"b.json\",\"disposition\":\"Unparsed\""], output.TrimEnd('\n').Split('\n').Select(line => line[..line.IndexOf(",\"reason\"", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Backtest_ForPeople_EndsWithTheCounts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.json", "{}");

        var (_, output, _) = await RunAsync("backtest", folder.Path);

        Assert.EndsWith("1 event: 1 Unparsed\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await IncidentCli.RunAsync(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
