using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>How CloudWatch spells the states of an alarm.</summary>
internal static class AlarmStates
{
    /// <summary>Null when it is none of the three.</summary>
    public static AlarmState? Parse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "OK" => AlarmState.Ok,
        "ALARM" => AlarmState.Alarm,
        "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
        _ => null,
    };

    /// <param name="member">Where the state was looked for.</param>
    public static AlarmReading.Unreadable Unreadable(string name, string member, string? state) => new(name, state is null
        ? $"The alarm's state is missing: {member} should say OK, ALARM or INSUFFICIENT_DATA."
        : $"The alarm's state is \"{PlainText.Line(state, 40)}\", which is none of OK, ALARM and INSUFFICIENT_DATA.");
}
