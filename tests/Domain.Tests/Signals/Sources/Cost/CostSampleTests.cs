using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Cost;

public class CostSampleTests
{
    [Fact]
    public void Classify_EveryBudgetMail_IsAsInTheTable() => Snapshot.Match(Samples.Budgets.Table());

    [Fact]
    public void Classify_EveryAnomaly_IsAsInTheTable() => Snapshot.Match(Samples.Anomalies.Table());

    [Fact]
    public void Reasons_OfEverySignal_ReadAsVerified() => Snapshot.Match(string.Join("\n\n", new[] { Samples.Budgets, Samples.Anomalies }.SelectMany(Reasons)));

    private static IEnumerable<string> Reasons(SampleFolder folder) =>
        from name in folder.Names
        where folder.Classify(name) is Domain.Signals.Classification.Signalled
        select $"{name}\n{folder.Signal(name).Reason}";
}
