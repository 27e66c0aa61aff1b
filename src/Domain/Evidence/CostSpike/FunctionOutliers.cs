using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Lambda functions that run far more often, or far longer, than usual.</summary>
internal static class FunctionOutliers
{
    private const double FarMore = 5;
    private const double LeastInvocations = 1_000;
    private const double LeastMilliseconds = 1_000;
    private const double ShareOfUsual = 0.5;

    public static IEnumerable<Outlier> Of(Gathered<FunctionUsage>? functions, RunbookContext context, CostSpikePolicy policy) =>
        // A function that is there twice is judged by what ran most; nothing depends on the order.
        (functions?.Items ?? []).Where(function => function is not null && !string.IsNullOrWhiteSpace(function.Name))
            .GroupBy(function => function.Name!)
            .Select(same => same.OrderByDescending(function => Baseline.Clean(function.Invocations).Sum()).ThenByDescending(function => Baseline.UsualHour(function.DailyInvocations) ?? -1)
                .ThenByDescending(function => Baseline.Median(Baseline.Clean(function.DailyConcurrency)) ?? -1).First())
            .Select(function => Of(function, context, policy))
            .OfType<Outlier>();

    private static Outlier? Of(FunctionUsage function, RunbookContext context, CostSpikePolicy policy)
    {
        var name = PlainText.Line(function.Name, 140);
        if (name.Length == 0)
        {
            return null;
        }

        var now = Baseline.Clean(function.Invocations).Sum();
        var usual = Baseline.UsualHour(function.DailyInvocations) ?? 0;
        if (now >= LeastInvocations && now >= usual * FarMore)
        {
            return Looping(function, name, now, usual, context, policy);
        }

        var duration = Baseline.Median(Baseline.Clean(function.Durations)) ?? 0;
        var usualDuration = Baseline.Median(Baseline.Clean(function.DailyDurations)) ?? 0;
        return usualDuration > 0 && duration >= LeastMilliseconds && duration >= usualDuration * FarMore && now >= usual * ShareOfUsual
            ? new Outlier(
                policy.IsKnownJob(name) ? CostSpikeFindings.KnownJob : CostSpikeFindings.RunawayFunction,
                Outlier.Lambda,
                name,
                duration / usualDuration,
                $"The Lambda function {name} runs as often as usual, but each run takes {Numbers.Count(duration)} ms, {CostRatio.Print(duration / usualDuration)} times its usual {Numbers.Count(usualDuration)}.",
                null)
            : null;
    }

    private static Outlier Looping(FunctionUsage function, string name, double now, double usual, RunbookContext context, CostSpikePolicy policy)
    {
        var often = usual > 0 ? $"{CostRatio.Print(now / usual)} times its usual {Numbers.Count(usual)}" : "and it did not run in the week before";
        var ratio = usual > 0 ? now / usual : Outlier.New;
        if (policy.IsKnownJob(function.Name!))
        {
            return new Outlier(CostSpikeFindings.KnownJob, Outlier.Lambda, name, ratio, $"The Lambda function {name} is a job that policy knows: {Numbers.Count(now)} invocations in the last hour, {often}.", null);
        }

        var peak = Baseline.Median(Baseline.Clean(function.DailyConcurrency));
        var action = new ThrottleFunction
        {
            TargetArn = $"arn:{context.Partition}:lambda:{context.Region}:{context.Account}:function:{name}",
            TargetName = name,
            Limit = Math.Max(1, (int)Math.Min(Math.Ceiling(peak ?? 1), 10_000)),
            InvocationsAnHour = now,
        };
        return new Outlier(
            CostSpikeFindings.LoopingFunction,
            Outlier.Lambda,
            name,
            ratio,
            $"The Lambda function {name} is looping: {Numbers.Count(now)} invocations in the last hour, {often}.",
            new ProposedAction(action, peak is null ? ActionRisk.High : ActionRisk.Low, usual > 0 ? $"it runs {CostRatio.Print(now / usual)} times as often as usual" : "it did not run before and now runs all the time"));
    }
}
