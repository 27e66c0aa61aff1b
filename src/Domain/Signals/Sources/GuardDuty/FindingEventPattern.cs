namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>Which events the rule for GuardDuty takes from the bus: findings, not its API calls and malware scans.</summary>
public static class FindingEventPattern
{
    internal const string Source = "aws.guardduty";
    internal const string DetailType = "GuardDuty Finding";

    /// <summary>The pattern as EventBridge takes it.</summary>
    public const string Json =
        $$"""
        {
          "source": ["{{Source}}"],
          "detail-type": ["{{DetailType}}"]
        }
        """;
}
