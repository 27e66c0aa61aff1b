using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>
/// One line for a tired person: which alarm, what crossed what, where. <c>checkout-latency: TargetResponseTime p99 2.41 &gt; 1.5
/// (LoadBalancer=app/web/1)</c>, <c>checkout-latency recovered: TargetResponseTime p99 0.4 &lt;= 1.5</c>.
/// </summary>
internal static class AlarmTitle
{
    private const int LongestName = 120;
    private const int LongestAside = 60;

    public static string Of(AlarmFacts facts)
    {
        var name = PlainText.Line(facts.Name, LongestName);
        var who = facts.Contributor is { } contributor ? Aside(contributor.Attributes.IsEmpty ? contributor.Id : AlarmContributors.Describe(contributor.Attributes)) : "";
        var headline = $"{(name.Length > 0 ? name : "Alarm")}{who}{StateWords(facts.State)}";
        return SignalText.Title(What(facts) is { } what ? $"{headline}: {what}{Where(facts)}" : headline);
    }

    private static string StateWords(AlarmState state) => state switch
    {
        AlarmState.Ok => " recovered",
        AlarmState.InsufficientData => " has too little data",
        _ => "",
    };

    private static string? What(AlarmFacts facts)
    {
        if (facts.State == AlarmState.InsufficientData)
        {
            return null;
        }

        if (!facts.TriggeringAlarms.IsEmpty)
        {
            var alarms = string.Join(", ", facts.TriggeringAlarms);
            return facts.State == AlarmState.Ok ? $"by {alarms}" : $"{alarms} in ALARM";
        }

        var subject = AlarmSubject.Of(facts);
        return AlarmCrossing.Of(facts) is { } crossing ? subject is null ? crossing : $"{subject} {crossing}" : facts.Reason ?? subject ?? facts.Description;
    }

    /// <summary>The dimensions of an alarm over one metric; over several they say too little.</summary>
    private static string Where(AlarmFacts facts) =>
        facts is { State: AlarmState.Alarm, Contributor: null, Metrics: [{ Dimensions: { IsEmpty: false } dimensions }] }
            ? Aside(AlarmContributors.Describe(dimensions))
            : "";

    private static string Aside(string text) => $" ({PlainText.Line(text, LongestAside)})";
}
