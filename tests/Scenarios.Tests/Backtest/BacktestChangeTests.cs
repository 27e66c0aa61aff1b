using IncidentServerless.Cli.Backtest;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Scenarios.Tests.Backtest;

public sealed class BacktestChangeTests
{
    private static readonly string Shipped = File.ReadAllText(BuiltParts.Policy);

    private static readonly EventFile Finding = new("finding.json", """{"detail-type":"GuardDuty Finding","detail":{"id":"1","type":"Recon:EC2/Portscan","severity":5}}""", null);

    [Fact]
    public void Event_ThatBecomesWorse_IsAChangeWithWhoIsTold()
    {
        var change = Change(Shipped.Replace("\"severity\": [{ \"numeric\": [\">=\", 7] }] } },\n          { \"health\"", "\"severity\": [{ \"numeric\": [\">=\", 5] }] } },\n          { \"health\"", StringComparison.Ordinal));

        Assert.True(change.IsOne);
        Assert.Equal(("notice: Ticket queue", "page: On-call lead"), (change.Was.Told, change.Would.Told));
        Assert.StartsWith("""{"file":"finding.json","was":{"disposition":"Opened","reason":null,"type":"SecurityFinding","severity":"SEV3",""", change.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Event_ThatComesToTheSameByAnotherRoute_IsNoChange() => Assert.False(Change(Shipped.Replace("\"name\": \"Finding\"", "\"name\": \"Any finding\"", StringComparison.Ordinal)).IsOne);

    [Fact]
    public void Event_ThatIsSilenced_IsAChange() => Assert.True(Change(Shipped.Replace(
        "\"maintenance\": [",
        """
        "maintenance": [{ "name": "Scan", "when": { "source": ["guardduty"] }, "by": "Ana", "why": "We scan ourselves.", "every": "day", "at": "00:00", "for": "1d" },
        """,
        StringComparison.Ordinal)).IsOne);

    private static BacktestChange Change(string policy) =>
        new(BacktestLine.Of(Finding, PolicyReader.Read(Shipped)), BacktestLine.Of(Finding, PolicyReader.Read(policy)));
}
