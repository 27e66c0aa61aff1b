namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>Which events the rule for alarms takes from the bus.</summary>
public static class AlarmEventPattern
{
    /// <summary>The suite's own alarms begin so. They are left out, else the suite would page about itself in a loop.</summary>
    public const string SuiteAlarmPrefix = "IncidentServerless-";

    /// <summary>Alarms that Application Auto Scaling keeps for itself begin so; that they fire is its way of working.</summary>
    public const string TargetTrackingPrefix = "TargetTracking-";

    /// <summary>The pattern as EventBridge takes it.</summary>
    public const string Json =
        $$"""
        {
          "source": ["aws.cloudwatch"],
          "detail-type": ["CloudWatch Alarm State Change", "CloudWatch Alarm Contributor State Change"],
          "detail": { "alarmName": [{ "anything-but": { "prefix": ["{{SuiteAlarmPrefix}}", "{{TargetTrackingPrefix}}"] } }] }
        }
        """;
}
