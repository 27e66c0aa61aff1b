using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Policy;

public class PolicyMatrixTests
{
    /// <summary>Which route makes what of a signal, who is told first, and by when somebody must be on it (runbook 1 to 3).</summary>
    [Fact]
    public void ShippedPolicy_EveryRoute_IsAsInTheMatrix()
    {
        var policy = PolicyReader.Read(RepositoryFiles.Read("cdk/incident-policy.json"));
        string[][] rows =
        [
            ["route", "type", "severity", "tells", "first", "respond within"],
            .. policy.Routes.Select(route => Row(policy, route.Name, new Fallback(route.Type, route.Severity))),
            Row(policy, "(none matches)", policy.Fallback),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();

        Snapshot.Match(string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())));
    }

    /// <summary>What evidence makes an incident worse (runbook 1).</summary>
    [Fact]
    public void ShippedPolicy_EveryRise_IsAsInTheTable() =>
        Assert.Equal(
            [
                "Several tenants: 2 Tenants -> SEV2",
                "Many tenants: 10 Tenants -> SEV1",
                "Many alerts at once: 10 Alerts -> SEV2",
                "Customers' data: 1 DataImpact -> SEV2",
            ],
            PolicyReader.Read(RepositoryFiles.Read("cdk/incident-policy.json")).SeverityRises.Select(rise => $"{rise.Name}: {rise.AtLeast} {rise.Evidence} -> {Words.Of(rise.To)}"));

    private static string[] Row(IncidentPolicy policy, string route, Fallback becomes)
    {
        var escalation = policy.Escalation[becomes.Severity];
        return
        [
            route,
            $"{becomes.Type}",
            Words.Of(becomes.Severity),
            $"{escalation.Kind}".ToLowerInvariant(),
            escalation.Levels[0].Notify,
            PolicyDuration.Print(policy.Severities[becomes.Severity].RespondWithin),
        ];
    }
}
