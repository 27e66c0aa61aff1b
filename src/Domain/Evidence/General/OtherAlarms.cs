using System.Collections.Immutable;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence.General;

/// <summary>Alarms that went off shortly before, other than the incident's own.</summary>
internal static class OtherAlarms
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);

    public static IEnumerable<Change> In(Gathered<AlarmTurn>? alarms, RunbookContext context) => (
        from told in alarms.Told()
        let name = PlainName.Of(told.Alarm)
        let at = EventTime.First(told.At)
        where at is not null && Changes.IsOthers(name) && !IsOwn(told.Alarm!, context.Resources)
        where at <= context.OccurredAt && context.OccurredAt - at <= Before
        where told.What?.Contains("to ALARM", StringComparison.OrdinalIgnoreCase) == true
        select new Change($"Alarm {name} went off", at.Value)).Distinct();

    private static bool IsOwn(string alarm, ImmutableArray<string> resources) =>
        !resources.IsDefault && resources.Any(resource => resource is not null
            && resource.StartsWith("arn:", StringComparison.Ordinal) && resource.EndsWith($":{alarm}", StringComparison.Ordinal));
}
