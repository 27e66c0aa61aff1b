namespace IncidentServerless.Domain.Signals.Sources.CostAnomaly;

/// <summary>Which events the rule for cost anomalies takes from the bus.</summary>
public static class AnomalyEventPattern
{
    internal const string Source = "aws.ce";
    internal const string DetailType = "Anomaly Detected";

    /// <summary>The pattern as EventBridge takes it.</summary>
    public const string Json =
        $$"""
        {
          "source": ["{{Source}}"],
          "detail-type": ["{{DetailType}}"]
        }
        """;
}
