namespace IncidentServerless.Domain.Signals.Sources.Health;

/// <summary>Which events the rule for AWS Health takes from the bus.</summary>
public static class HealthEventPattern
{
    internal const string Source = "aws.health";
    internal const string Event = "AWS Health Event";
    internal const string Abuse = "AWS Health Abuse Event";

    /// <summary>The pattern as EventBridge takes it.</summary>
    public const string Json =
        $$"""
        {
          "source": ["{{Source}}"],
          "detail-type": ["{{Event}}", "{{Abuse}}"]
        }
        """;
}
