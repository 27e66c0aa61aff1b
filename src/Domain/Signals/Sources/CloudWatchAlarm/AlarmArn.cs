namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary><c>arn:aws:cloudwatch:eu-west-1:123456789012:alarm:NAME</c>; the name may hold any character.</summary>
internal static class AlarmArn
{
    /// <summary>Null when the text is not the ARN of an alarm.</summary>
    public static string? NameIn(string text) =>
        text.Split(':', 7) is ["arn", _, "cloudwatch", _, _, "alarm", { Length: > 0 } name] ? name : null;
}
