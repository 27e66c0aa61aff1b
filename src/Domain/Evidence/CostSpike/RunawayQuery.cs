using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Statements that run for longer than policy allows.</summary>
internal static class RunawayQuery
{
    private const int LongestSql = 200;

    public static IEnumerable<Outlier> In(Gathered<RunningStatement>? statements, RunbookContext context, CostSpikePolicy policy) =>
        from run in StatementRun.Of(statements)
        let age = context.Times.Now - run.Since
        where age > policy.RunawayAfter
        let outlier = Running(run, age.Value, context, policy)
        select run.Name is not null && policy.IsKnownJob(run.Name)
            ? outlier.AsKnownJob($"The Redshift {run.Title}, a known job, has been running for {Durations.InWords(age.Value)}.")
            : outlier;

    /// <summary>Sentences about statements of which nobody can say how long they run.</summary>
    public static IEnumerable<string> Undated(Gathered<RunningStatement>? statements) =>
        from run in StatementRun.Of(statements)
        where run.Since is null
        select $"The Redshift {run.Title} runs too; since when is not known.";

    private static Outlier Running(StatementRun run, TimeSpan age, RunbookContext context, CostSpikePolicy policy)
    {
        var action = Cancel(run, age, context);
        var sql = PlainText.Line(run.Sql, LongestSql);
        string?[] details =
        [
            sql.Length > 0 ? $"It is: {sql}" : null,
            action is null ? "It cannot be cancelled from here: its id, or its cluster or workgroup, is not known." : null,
        ];
        return new Outlier
        {
            Finding = CostSpikeFindings.RunawayQuery,
            Service = CostedService.Redshift,
            Ratio = policy.RunawayAfter > TimeSpan.Zero ? age / policy.RunawayAfter : double.PositiveInfinity,
            Summary = $"The Redshift {run.Title} has been running for {Durations.InWords(age)}, since {Times.Clock(run.Since!.Value, context.Times.Now)}; policy allows {Durations.InWords(policy.RunawayAfter)}.",
            Details = [.. details.OfType<string>()],
            Action = action,
        };
    }

    private static ProposedAction? Cancel(StatementRun run, TimeSpan age, RunbookContext context)
    {
        var target = run.Cluster ?? run.Workgroup;
        if (!TargetNames.IsStatementId(run.Id) || !TargetNames.IsName(target))
        {
            return null;
        }

        var place = $"{context.Region}:{context.Account}";
        var action = new CancelQuery
        {
            TargetArn = run.Cluster is not null
                ? $"arn:{context.Partition}:redshift:{place}:cluster:{target}"
                : $"arn:{context.Partition}:redshift-serverless:{place}:workgroup/{target}",
            TargetName = target!,
            StatementId = run.Id!,
            Sql = PlainText.Line(run.Sql, LongestSql),
            RunsSince = run.Since!.Value,
        };
        var because = $"it has been running for {Durations.InWords(age)}";
        return run.IsRead
            ? new ProposedAction(action, ActionRisk.Low, because)
            : new ProposedAction(action, ActionRisk.High, $"{because}, but what it may have written would be lost");
    }
}
