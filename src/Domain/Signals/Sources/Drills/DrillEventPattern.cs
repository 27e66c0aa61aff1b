namespace IncidentServerless.Domain.Signals.Sources.Drills;

/// <summary>Which events the rule for drills takes from the bus: those that people of the account put there.</summary>
public static class DrillEventPattern
{
    internal const string Source = "incidentserverless";
    internal const string DetailType = "Drill Requested";

    /// <summary>What EventBridge itself writes when a rule's time has come.</summary>
    internal const string ScheduleSource = "aws.events";
    internal const string ScheduleDetailType = "Scheduled Event";

    /// <summary>The pattern as EventBridge takes it.</summary>
    public const string Json =
        $$"""
        {
          "source": ["{{Source}}"],
          "detail-type": ["{{DetailType}}"]
        }
        """;
}
