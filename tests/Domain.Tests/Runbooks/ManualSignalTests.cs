using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Incidents;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Runbooks;

public sealed class ManualSignalTests
{
    [Theory]
    [InlineData("""{ "dryRun": true }""", SeverityLevel.Sev4)]
    [InlineData("""{ "dryRun": true, "severity": "SEV1" }""", SeverityLevel.Sev4)]
    [InlineData("""{ "severity": "SEV1" }""", SeverityLevel.Sev1)]
    [InlineData("{}", SeverityLevel.Sev3)]
    public void Of_Input_DryRunsWakeNobody(string json, SeverityLevel severity) => Assert.Equal(severity, Of(json).Severity);

    [Fact]
    public void Of_DryRun_SaysSoAndHasTheExecutionAsItsRunbook()
    {
        var signal = Of("""{ "dryRun": true, "by": "Ana", "tenants": ["acme"], "budget": "prod" }""");

        Assert.Equal("Dry run of the runbook cost-spike, started by hand", signal.Title);
        Assert.Equal("Ana started the runbook cost-spike by hand, as a dry run.", signal.Reason);
        Assert.Equal(new RunbookStarted("cost-spike", Remediating.Run, "Ana", DryRun: true) { At = Noon }, signal.Runbook);
        Assert.Equal(IncidentType.CostSpike, signal.Type);
        Assert.Equal(["budget=prod"], signal.Resources.AsEnumerable());
        Assert.Equal(["acme"], signal.Tenants.AsEnumerable());
    }

    [Fact]
    public void Of_NobodyNamed_IsSomebodys()
    {
        var signal = Of("""{ "title": "Costs rise" }""");

        Assert.Equal(("Costs rise", "somebody started the runbook cost-spike by hand."), (signal.Title, signal.Reason));
        Assert.Equal("somebody", signal.Runbook!.ByHand);
    }

    [Fact]
    public void Of_TheSameExecution_IsTheSameSignal()
    {
        Assert.Equal((Of("{}").EventId, Of("{}").DedupKey), (Of("{}").EventId, Of("{}").DedupKey));
        Assert.NotEqual(Of("{}").DedupKey, Of("{}", "two").DedupKey);
        Assert.Equal("cost-spike/one", Of("{}").EventId);
    }

    private static IncidentServerless.Domain.Signals.Signal Of(string json, string name = "one")
    {
        var element = JsonDocument.Parse(json).RootElement;
        var request = new RunbookRequest { Runbook = "cost-spike", Execution = Remediating.Run, At = Noon, Input = element };
        return ManualSignal.Of(RunbookInput.Read(element), request, Remediating.Account, Remediating.Region, name, Rules);
    }
}
