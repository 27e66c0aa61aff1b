using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>Which alarms made a composite alarm change.</summary>
internal static partial class AlarmTriggers
{
    /// <param name="arns">As the event lists them; where it lists none, the reason begins with one.</param>
    public static ImmutableArray<string> Names(IEnumerable<string?> arns, string? reason)
    {
        var listed = arns.OfType<string>().ToArray();
        var known = listed.Length > 0 ? listed : Transition().Match(reason ?? "") is { Success: true } match ? [match.Groups["arn"].Value] : [];
        return [.. known.Select(arn => AlarmArn.NameIn(arn) ?? arn)];
    }

    [GeneratedRegex("^(?<arn>arn:.{1,600}?) transitioned to (?:ALARM|OK|INSUFFICIENT_DATA) at ")]
    private static partial Regex Transition();
}
