using System.Globalization;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>Says who holds an alarm back, why, and until when.</summary>
internal static class AlarmHolds
{
    /// <summary>Null when nobody does.</summary>
    public static string? Reason(AlarmFacts facts) =>
        facts.Muting is { } muting ? Muted(muting) : facts.Suppression is { } suppression ? Suppressed(suppression) : null;

    private static string Muted(AlarmMuting muting)
    {
        var rule = muting.By?.Split(':', 7) is ["arn", _, _, _, _, _, var name] ? name : muting.By;
        var until = muting.Until is { } end ? $" until {end.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}" : "";
        return $"It is muted by {(rule is null ? "a mute rule" : $"the mute rule {PlainText.Line(rule, 120)}")}{until}.";
    }

    private static string Suppressed(AlarmSuppression suppression)
    {
        var suppressor = suppression.Suppressor is null ? "its suppressor alarm" : $"its suppressor {PlainText.Line(AlarmArn.NameIn(suppression.Suppressor) ?? suppression.Suppressor, 120)}";
        var period = suppression.PeriodSeconds is { } seconds ? $" (up to {PlainText.Line(seconds, 10)} s)" : "";
        var why = suppression.By switch
        {
            "Alarm" => $"while {suppressor} is in ALARM",
            "WaitPeriod" => $"while it waits whether {suppressor} goes into ALARM{period}",
            "ExtensionPeriod" => $"for a while after {suppressor} left ALARM{period}",
            var other => $"by {PlainText.Line(other, 60)}",
        };
        return $"Its actions are suppressed {why}{(suppression.Reason is null ? "." : $"; CloudWatch says: {PlainText.Line(suppression.Reason, 200)}")}";
    }
}
