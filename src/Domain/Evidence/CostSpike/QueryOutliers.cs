using System.Globalization;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Statements of the Redshift Data API that have run for too long.</summary>
internal static partial class QueryOutliers
{
    public static IEnumerable<Outlier> Of(Gathered<RunningStatement>? statements, RunbookContext context, CostSpikePolicy policy) =>
        (statements?.Items ?? []).Where(statement => statement is not null).Distinct().Select(statement => Of(statement, context, policy)).OfType<Outlier>();

    private static Outlier? Of(RunningStatement statement, RunbookContext context, CostSpikePolicy policy)
    {
        var place = PlainText.Line(statement.Cluster ?? statement.Workgroup, 80);
        var id = PlainText.Line(statement.Id, 80);
        if (id.Length == 0 || !DateTimeOffset.TryParse(statement.StartedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var started))
        {
            return null;
        }

        var runs = context.Times.Now - started;
        if (runs < policy.RunawayAfter || runs > TimeSpan.FromDays(365))
        {
            return null;
        }

        var sql = PlainText.Line(statement.Text, 120);
        var summary = $"The statement {id}{(place.Length > 0 ? $" on {place}" : "")} has run for {Durations.InWords(runs)}{(sql.Length > 0 ? $": {sql}" : "")}.";
        var ratio = runs / policy.RunawayAfter;
        if (policy.IsKnownJob(statement.Name ?? ""))
        {
            return new Outlier(CostSpikeFindings.KnownJob, Outlier.Redshift, id, ratio, $"A job that policy knows, {PlainText.Line(statement.Name, 80)}: {summary}", null);
        }

        var target = statement.Cluster is not null
            ? $"arn:{context.Partition}:redshift:{context.Region}:{context.Account}:cluster:{place}"
            : $"arn:{context.Partition}:redshift-serverless:{context.Region}:{context.Account}:workgroup/{place}";
        return new Outlier(CostSpikeFindings.RunawayQuery, Outlier.Redshift, id, ratio, summary, place.Length == 0 ? null : new ProposedAction(
            new CancelQuery { TargetArn = target, TargetName = place, StatementId = id, Sql = sql, RunsSince = started },
            IsPureRead(statement.Text ?? "") ? ActionRisk.Low : ActionRisk.High,
            $"it has run for {Durations.InWords(runs)}"));
    }

    private static bool IsPureRead(string sql) => sql.Length <= 100_000 && Reads().IsMatch(sql) && !Writes().IsMatch(sql);

    [GeneratedRegex(@"^\s*(SELECT|WITH)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reads();

    [GeneratedRegex(@"\b(INSERT|UPDATE|DELETE|MERGE|CREATE|DROP|ALTER|UNLOAD|COPY|CALL|INTO|TRUNCATE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Writes();
}
