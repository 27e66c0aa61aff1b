using System.Collections.Immutable;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Functions that run far more often than usual, or far longer.</summary>
internal static class FunctionLoop
{
    private const double Times = 5;
    private const double FewestInvocations = 1_000;
    private const int HoursOfADay = 24;
    private const double ShortestMilliseconds = 1_000;

    /// <summary>More of it than this times its usual runs at once: a limit at the usual number holds it back.</summary>
    private const double MoreAtOnce = 1.5;

    public static IEnumerable<Outlier> In(Gathered<FunctionUsage>? functions, RunbookContext context, CostSpikePolicy policy) =>
        from run in FunctionRun.Of(functions)
        let outlier = Looping(run, context, policy.IsKnownJob(run.Name)) ?? Slow(run, policy.IsKnownJob(run.Name))
        where outlier is not null
        select outlier;

    private static Outlier? Looping(FunctionRun run, RunbookContext context, bool isKnownJob)
    {
        if (run.Invocations is not >= FewestInvocations || !(run.WasIdle || run.Invocations >= Times * run.UsualInvocations))
        {
            return null;
        }

        // One that never ran before has no ratio; it ranks by how much it runs.
        var ratio = run.Invocations.Value / (run.UsualInvocations ?? FewestInvocations);
        var mayBeDaily = run.Invocations <= HoursOfADay * run.UsualInvocations;
        var name = PlainName.Of(run.Name);
        var often = Numerals.Count(run.Invocations.Value);
        var compared = run.UsualInvocations is { } usual
            ? $", {Numerals.Ratio(ratio)} times its usual {Numerals.Count(usual)}"
            : "; it did not run in the week before";
        var because = run.UsualInvocations is null
            ? $"it ran {often} times in the last hour and not once in the week before"
            : $"it runs {Numerals.Ratio(ratio)} times as often as usual";
        var outlier = new Outlier
        {
            Finding = CostSpikeFindings.LoopingFunction,
            Service = CostedService.Lambda,
            Ratio = ratio,
            Summary = $"The Lambda function {name} {(IsCrowded(run) && !mayBeDaily ? "is looping" : "runs far more often than usual")}: {often} invocations in the last hour{compared}.",
            Details = [.. Details(run), .. mayBeDaily ? (string[])["A usual day has as many, so it may be a job that runs once a day, at this hour."] : []],
            Action = Throttle(run, context, because, mayBeDaily),
            MayBeDaily = mayBeDaily,
        };
        return isKnownJob ? outlier.AsKnownJob($"The Lambda function {name}, a known job, is busy: {often} invocations in the last hour{compared}.") : outlier;
    }

    private static Outlier? Slow(FunctionRun run, bool isKnownJob)
    {
        if (run is not { Duration: >= ShortestMilliseconds and var duration, UsualDuration: { } usual } || duration < Times * usual)
        {
            return null;
        }

        var name = PlainName.Of(run.Name);
        var outlier = new Outlier
        {
            Finding = CostSpikeFindings.RunawayFunction,
            Service = CostedService.Lambda,
            Ratio = duration / usual,
            Summary = $"The Lambda function {name} runs for {Compared(duration, usual)}, but not more often than usual.",
        };
        return isKnownJob ? outlier.AsKnownJob($"The Lambda function {name}, a known job, runs for {Compared(duration, usual)}.") : outlier;
    }

    private static ImmutableArray<string> Details(FunctionRun run)
    {
        var details = new List<string>();
        if (run is { Concurrency: { } peak, UsualConcurrency: { } usual })
        {
            details.Add($"Up to {Numerals.Count(peak)} of it ran at once in the last hour, usually up to {Numerals.Count(usual)}.");
        }

        if (run is { Duration: { } duration, UsualDuration: { } usually } && duration >= Times * usually)
        {
            details.Add($"Each runs for {Compared(duration, usually)}.");
        }

        if (!TargetNames.IsName(run.Name))
        {
            details.Add("Its name is none that Lambda allows, so no action is proposed.");
        }

        return [.. details];
    }

    private static ProposedAction? Throttle(FunctionRun run, RunbookContext context, string because, bool mayBeDaily)
    {
        if (!TargetNames.IsName(run.Name))
        {
            return null;
        }

        var action = new ThrottleFunction
        {
            TargetArn = $"arn:{context.Partition}:lambda:{context.Region}:{context.Account}:function:{run.Name}",
            TargetName = run.Name,
            Limit = (int)Math.Clamp(Math.Ceiling(run.UsualConcurrency ?? 1), 1, int.MaxValue),
            InvocationsAnHour = run.Invocations!.Value,
        };
        return run.UsualConcurrency is null ? new ProposedAction(action, ActionRisk.High, $"{because}, and how much it needs is not known")
            : mayBeDaily ? new ProposedAction(action, ActionRisk.High, $"{because}, but no more than on a whole usual day, so it may be a job that runs once a day")
            : !IsCrowded(run) ? new ProposedAction(action, ActionRisk.High, $"{because}, but hardly more of it at once, so a limit may not help")
            : new ProposedAction(action, ActionRisk.Low, because);
    }

    /// <summary>Whether it is seen that more of it runs at once than usual.</summary>
    private static bool IsCrowded(FunctionRun run) => run.WasIdle ? run.Concurrency > 1 : run.Concurrency > MoreAtOnce * run.UsualConcurrency;

    private static string Compared(double duration, double usual) =>
        $"{Numerals.Milliseconds(duration)} on average, {Numerals.Ratio(duration / usual)} times its usual {Numerals.Milliseconds(usual)}";
}
