using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.General;

/// <summary>What changed near the time when the trouble began.</summary>
public static class GeneralAssessment
{
    private const int MostChanges = 6;
    private const int MostAlarms = 4;
    private static readonly TimeSpan Before = TimeSpan.FromHours(24);
    private static readonly TimeSpan Shortly = TimeSpan.FromHours(1);

    /// <summary>
    /// One finding of <see cref="GeneralFindings"/>, never with a plan. The order of the evidence does not matter, and nothing that is
    /// missing, repeated or unreadable makes it fail.
    /// </summary>
    public static Diagnosis Assess(GeneralEvidence evidence, RunbookContext context)
    {
        var changes = Nearest(Changes.In(evidence).Where(change => context.OccurredAt - change.At <= Before), context);
        var alarms = Nearest(OtherAlarms.In(evidence.Alarms, context), context);
        var found = changes.Length > 0 ? Changed(changes, alarms, context)
            : alarms.Length > 0 ? Alarmed(alarms, evidence, context)
            : Nothing(evidence);
        return Bounded.Of(found with { NotSeen = NotSeen(evidence) });
    }

    private static Diagnosis Changed(ImmutableArray<Change> changes, ImmutableArray<Change> alarms, RunbookContext context)
    {
        var since = context.OccurredAt - changes[0].At;
        return new Diagnosis
        {
            Finding = GeneralFindings.RecentChange,
            Summary = $"{Say(changes[0], context)} Only the time connects them.",
            Confidence = since >= TimeSpan.Zero && since <= Shortly ? Confidence.Medium : Confidence.Low,
            Support = [.. changes.Skip(1).Take(MostChanges).Concat(alarms.Take(MostAlarms)).Select(change => Say(change, context))],
        };
    }

    private static Diagnosis Alarmed(ImmutableArray<Change> alarms, GeneralEvidence evidence, RunbookContext context) => new()
    {
        Finding = GeneralFindings.OtherAlarms,
        Summary = $"{Times.Count(alarms.Length, "other alarm")} went off within the hour before; {(IsChangeSeen(evidence) ? "nothing that was seen changed" : "what changed could not be seen")}. {Say(alarms[0], context)}",
        Confidence = Confidence.Low,
        Support = [.. alarms.Skip(1).Take(MostAlarms).Select(alarm => Say(alarm, context))],
    };

    private static Diagnosis Nothing(GeneralEvidence evidence) => new()
    {
        Finding = IsChangeSeen(evidence) ? GeneralFindings.NothingChanged : GeneralFindings.NothingSeen,
        Summary = IsChangeSeen(evidence)
            ? "Nothing that was seen changed within the 24 hours before it began or since."
            : "What changed before it began could not be seen.",
        Confidence = Confidence.Low,
        WorthTelling = false,
    };

    private static ImmutableArray<Change> Nearest(IEnumerable<Change> changes, RunbookContext context) =>
    [
        .. changes.OrderBy(change => (change.At - context.OccurredAt).Duration()).ThenBy(change => change.At).ThenBy(change => change.What, StringComparer.Ordinal),
    ];

    private static string Say(Change change, RunbookContext context) =>
        $"{change.What} at {Times.Clock(change.At, context.Times.Now)}, {Distance(change.At - context.OccurredAt)}.";

    // Rounded down to minutes, as everywhere.
    private static string Distance(TimeSpan after) => TimeSpan.FromMinutes(Math.Floor(after.Duration().TotalMinutes)) switch
    {
        var within when within == TimeSpan.Zero => "within a minute of when it began",
        var apart => $"{Durations.InWords(apart)} {(after < TimeSpan.Zero ? "before" : "after")} it began",
    };

    private static bool IsChangeSeen(GeneralEvidence evidence) =>
        evidence.Stacks is { IsPresent: true } || evidence.Functions is { IsPresent: true } || evidence.Deployments is { IsPresent: true };

    private static ImmutableArray<string> NotSeen(GeneralEvidence evidence)
    {
        string?[] sentences =
        [
            Unseen.Say("Alarms", evidence.Alarms),
            Unseen.Say("Stacks", evidence.Stacks),
            Unseen.Say("Functions", evidence.Functions),
            Unseen.Say("Deployments", evidence.Deployments),
        ];
        return [.. sentences.OfType<string>()];
    }
}
