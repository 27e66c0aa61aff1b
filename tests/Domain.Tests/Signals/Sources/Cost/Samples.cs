using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Cost;

/// <summary>What comes to the cost queue.</summary>
internal static class Samples
{
    public static SampleFolder Budgets { get; } = new("Budgets", CostClassifier.Classify);

    public static SampleFolder Anomalies { get; } = new("CostAnomaly", CostClassifier.Classify);

    public static SampleFolder Alarms { get; } = new("CloudWatchAlarm", CostClassifier.Classify);
}
