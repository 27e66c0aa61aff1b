using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.Cli.Backtest;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Scenarios.Tests.Backtest;

public sealed class BacktestLineTests
{
    private static readonly IncidentPolicy Policy = PolicyReader.Read(File.ReadAllText(BuiltParts.Policy));

    [Fact]
    public void Of_ShippedSample_IsTheLineThatProgramsRead() => Assert.Equal(
        """{"file":"latency-alarm.json","disposition":"Opened","reason":null,"type":"GeneralIncident","severity":"SEV2","dedupKey":"cloudwatch-alarm:111122223333:eu-west-1:checkout-latency-p99","route":"Errors and latency that customers feel","title":"checkout-latency-p99: Latency p99 2450 > 2000 (ApiName=checkout, Stage=prod)"}""",
        Sample("latency-alarm.json").ToJson());

    [Fact]
    public void Of_Recovery_HasNothingToRecoverInAnEmptyAccount() =>
        Assert.Equal(("Recovered", "Nothing was open for it."), Said(Sample("latency-alarm-ok.json")));

    [Fact]
    public void Of_SnsMessage_IsReadToo() => Assert.Equal("SEV1", JsonNode.Parse(Sample("alarm-notification.json").ToJson())!["severity"]!.ToString());

    [Fact]
    public void Of_BudgetMail_IsJudgedByTheSourceThatReadsIt() => Assert.Equal(
        ("SEV3", "Budgets and cost anomalies", "Budget prod-monthly: actual cost $5,200 > $5,000 (104% of $5,000)"),
        JsonNode.Parse(Sample("budget-mail.json").ToJson()) is { } line ? (line["severity"]!.ToString(), line["route"]!.ToString(), line["title"]!.ToString()) : default);

    [Fact]
    public void Of_UnreadableFile_IsUnparsedWithEveryMember() => Assert.Equal(
        """{"file":"x.json","disposition":"Unparsed","reason":"The file cannot be read: Access denied","type":null,"severity":null,"dedupKey":null,"route":null,"title":null}""",
        BacktestLine.Of(new EventFile("x.json", null, "Access denied"), Policy).ToJson());

    [Theory]
    [InlineData("")]
    [InlineData("\u0000")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"detail-type\":\"CloudWatch Alarm State Change\",\"source\":\"aws.cloudwatch\",\"detail\":null}")]
    public void Of_NoAlarm_HasADispositionWithAReason(string body)
    {
        var (disposition, reason) = Said(BacktestLine.Of(new EventFile("odd.json", body, null), Policy));

        Assert.Contains(disposition, new[] { "Unparsed", "Ignored" });
        Assert.False(string.IsNullOrWhiteSpace(reason));
    }

    [Fact]
    public void Of_AnythingAtAll_NeverThrowsAndIsOneLine() =>
        Gen.String.Sample(body => !BacktestLine.Of(new EventFile("any.json", body, null), Policy).ToJson().Contains('\n'));

    private static BacktestLine Sample(string name)
    {
        var file = Path.Combine(BuiltParts.RepositoryRoot, "src", "Cli", "samples", name);
        return BacktestLine.Of(EventFiles.Find([file]).Single(), Policy);
    }

    private static (string? Disposition, string? Reason) Said(BacktestLine line) =>
        (line.Outcome.Disposition.ToString(), line.Outcome.Reason);
}
