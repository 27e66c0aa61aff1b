using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence.General;

/// <summary>What changed shortly before an incident. That something came before does not make it the cause, so it is never sure. Never throws.</summary>
public static class GeneralAssessment
{
    private const int MostSentences = 10;
    private const string OwnPrefix = "IncidentServerless";
    private static readonly TimeSpan ChangesOf = TimeSpan.FromDays(1);
    private static readonly TimeSpan AlarmsOf = TimeSpan.FromHours(1);
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    public static Diagnosis Assess(GeneralEvidence evidence, RunbookContext context)
    {
        Change[] changes =
        [
            .. Changes(evidence).Where(change => change.At >= context.OccurredAt - ChangesOf && change.At <= context.Times.Now && !change.Name.StartsWith(OwnPrefix, StringComparison.Ordinal))
                .Distinct()
                .OrderBy(change => (change.At - context.OccurredAt).Duration()).ThenBy(change => change.Name, StringComparer.Ordinal).ThenBy(change => change.What, StringComparer.Ordinal),
        ];
        string[] alarms =
        [
            .. (evidence.Alarms?.Items ?? []).Where(turn => turn is { Alarm: not null } && IsFiring(turn) && !IsOwn(turn.Alarm, context)
                    && EventTime.First(turn.At) is { } at && (at - context.OccurredAt).Duration() <= AlarmsOf)
                .Select(turn => PlainText.Line(turn.Alarm, 120)).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal),
        ];
        (string? Missing, string Name)[] sources = [(Missing(evidence.Alarms), "Alarm history"), (Missing(evidence.Stacks), "CloudFormation stacks"), (Missing(evidence.Functions), "Lambda functions"), (Missing(evidence.Deployments), "ECS deployments")];
        var diagnosis = changes is [var nearest, ..] ? Changed(nearest, changes.Length, context)
            : alarms.Length > 0 ? new Diagnosis { Finding = GeneralFindings.OtherAlarms, Summary = $"Nothing was deployed in the day before, but other alarms went off within the hour: {Words.List(alarms, 5)}.", Confidence = Confidence.Low }
            : sources.All(source => source.Missing is not null)
                ? new Diagnosis { Finding = GeneralFindings.NothingSeen, Summary = "Neither alarms nor deployments could be seen.", Confidence = Confidence.Low, WorthTelling = false }
                : new Diagnosis { Finding = GeneralFindings.NothingChanged, Summary = "Nothing that could be seen was deployed in the day before, and no other alarm went off.", Confidence = Confidence.Low, WorthTelling = false };
        return diagnosis with
        {
            Summary = PlainText.Line(diagnosis.Summary, 500),
            Support = [.. changes.Skip(1).Select(change => Sentence(change, context)).Concat(alarms.Length > 0 && changes.Length > 0 ? [$"Other alarms went off within the hour: {Words.List(alarms, 5)}."] : [])
                .Select(sentence => PlainText.Line(sentence, 300)).Take(MostSentences)],
            NotSeen = [.. sources.Where(source => source.Missing is not null).Select(source => PlainText.Line($"{source.Name}: {source.Missing}.", 300))],
        };
    }

    private static Diagnosis Changed(Change nearest, int changes, RunbookContext context)
    {
        var others = changes > 1 ? $" {Times.Count(changes - 1, "other change")} in the day before." : "";
        return new Diagnosis
        {
            Finding = GeneralFindings.RecentChange,
            Summary = $"{Sentence(nearest, context)}{others} It came shortly before, which does not make it the cause.",
            Confidence = (nearest.At - context.OccurredAt).Duration() <= Near ? Confidence.Medium : Confidence.Low,
        };
    }

    private static string Sentence(Change change, RunbookContext context)
    {
        var distance = context.OccurredAt - change.At;
        var when = distance >= TimeSpan.FromMinutes(1) ? $"{Durations.InWords(TimeSpan.FromMinutes(Math.Floor(distance.TotalMinutes)))} before it began"
            : distance <= TimeSpan.FromMinutes(-1) ? $"{Durations.InWords(TimeSpan.FromMinutes(Math.Floor(-distance.TotalMinutes)))} after it began"
            : "as it began";
        return $"{change.What} at {Times.Clock(change.At, context.Times.Now)}, {when}.";
    }

    private static IEnumerable<Change> Changes(GeneralEvidence evidence)
    {
        foreach (var stack in evidence.Stacks?.Items ?? [])
        {
            if (stack is not null && Read(stack.Stack, stack.At) is var (name, at))
            {
                var what = stack.Status switch
                {
                    { } status when status.Contains("ROLLBACK", StringComparison.Ordinal) => "failed to update and was rolled back",
                    { } status when status.Contains("FAILED", StringComparison.Ordinal) => "failed to update",
                    { } status when status.StartsWith("CREATE", StringComparison.Ordinal) => "was created",
                    _ => "was updated",
                };
                yield return new Change(name, $"Stack {name} {what}", at);
            }
        }

        foreach (var function in evidence.Functions?.Items ?? [])
        {
            if (function is not null && Read(function.Function, function.At) is var (name, at))
            {
                yield return new Change(name, $"The Lambda function {name} was changed", at);
            }
        }

        foreach (var deployment in evidence.Deployments?.Items ?? [])
        {
            if (deployment is not null && Read(deployment.Service, deployment.At) is var (name, at))
            {
                yield return new Change(name, deployment.State == "FAILED" ? $"A deployment of the ECS service {name} failed" : $"The ECS service {name} was deployed", at);
            }
        }
    }

    private static (string Name, DateTimeOffset At)? Read(string? name, string? at) =>
        PlainText.Line(name, 120) is { Length: > 0 } clean && EventTime.First(at) is { } moment ? (clean, moment) : null;

    private static bool IsFiring(AlarmTurn turn) => turn.What?.Contains("to ALARM", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsOwn(string alarm, RunbookContext context) =>
        alarm.StartsWith(OwnPrefix, StringComparison.Ordinal) || context.Resources.Any(resource => resource.EndsWith($":alarm:{alarm}", StringComparison.Ordinal));

    private static string? Missing<T>(Gathered<T>? source) => source is null ? "was not gathered" : source.Unavailable;

    private sealed record Change(string Name, string What, DateTimeOffset At);
}
