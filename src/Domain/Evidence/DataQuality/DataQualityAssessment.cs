using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence.DataQuality;

/// <summary>Where bad data comes from, and what keeps it away from customers (runbook 3.3).</summary>
public static class DataQualityAssessment
{
    private const int MostObjects = 100;

    /// <summary>So much of all issues in one partition is a bad partition.</summary>
    private const double NearlyAll = 0.8;

    /// <summary>And so much of those whose object nobody knows too.</summary>
    private const double Most = 0.5;

    /// <summary>Outside these shares of a usual day, a day is conspicuous.</summary>
    private const double Few = 0.5;
    private const double Many = 2;
    private const int FewestDays = 3;

    private static readonly TimeSpan Shortly = TimeSpan.FromDays(2);

    /// <summary>
    /// One finding of <see cref="DataQualityFindings"/>. A cause that people made, a changed schema, comes before what it looks like. The
    /// order of the evidence does not matter, and nothing that is missing, repeated or unreadable makes it fail.
    /// </summary>
    public static Diagnosis Assess(DataQualityEvidence evidence, RunbookContext context, DataQualityPolicy policy)
    {
        var issues = QualityIssues.Of(evidence);
        var found = Schema(evidence, issues, context, policy)
            ?? Partition(issues, context, policy)
            ?? Volume(evidence)
            ?? Rules(evidence, issues);
        return Bounded.Of(found with
        {
            Support = [.. found.Support, .. issues.Rules.Take(3).Select(Say)],
            // A rule that fails is noticed before anybody relies on the data; a changed schema or a bad delivery is not.
            Impact = issues.Total > 0 ? new Impact { Records = issues.Total, Data = found.Finding is DataQualityFindings.SchemaChange or DataQualityFindings.BadPartition } : null,
            NotSeen =
            [
                .. new[]
                {
                    Unseen.Say("Issues", evidence.Issues), Unseen.Say("Objects with issues", evidence.Objects), Unseen.Say("Changes of schemas", evidence.Schemas), Unseen.Say("Record counts", evidence.Volumes),
                }.OfType<string>(),
            ],
        });
    }

    private static Diagnosis? Schema(DataQualityEvidence evidence, QualityIssues issues, RunbookContext context, DataQualityPolicy policy)
    {
        // What failed as much in the days before fails by no change of today.
        var failing = issues.Rules.Where(rule => rule.Before * 2L < rule.Today * 6L).Select(rule => rule.Entity).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var change = evidence.Schemas.Told()
            .Where(table => table is { Table: not null, Now: not null, Before: not null } && failing.Contains(table.Table!) && EventTime.First(table.At) is { } at && at <= context.Times.Now && context.OccurredAt - at <= Shortly)
            .Select(table => new ColumnChange(table.Table!, EventTime.First(table.At)!.Value, [.. table.Before!.Except(table.Now!).Order(StringComparer.Ordinal)], [.. table.Now!.Except(table.Before!).Order(StringComparer.Ordinal)]))
            // A column more hinders no rule that knows nothing of it.
            .Where(each => each.Gone.Length > 0 || (each.New.Length > 0 && issues.Rules.Where(rule => rule.Entity.Equals(each.Table, StringComparison.OrdinalIgnoreCase)).All(rule => rule.Before == 0)))
            .OrderByDescending(each => each.At).ThenBy(each => each.Table, StringComparer.Ordinal).ThenBy(each => each.Say, StringComparer.Ordinal)
            .FirstOrDefault();
        if (change is null)
        {
            return null;
        }

        var rules = issues.Rules.Where(rule => rule.Entity.Equals(change.Table, StringComparison.OrdinalIgnoreCase)).ToArray();
        return new Diagnosis
        {
            Finding = DataQualityFindings.SchemaChange,
            Summary = $"The columns of {PlainName.Of(change.Table)} were changed at {Times.Clock(change.At, context.Times.Now)}, {change.Say}, and {Times.Count(rules.Sum(rule => (long)rule.Today), "record")} of it fail since.",
            Confidence = rules.All(rule => rule.Before == 0) ? Confidence.High : Confidence.Medium,
            Support = [$"For people: if the change is meant, change the rules {Words.List([.. rules.Select(rule => PlainName.Of(rule.Rule))], 5)} of {PlainName.Of(change.Table)}; if not, ask whoever delivers it to go back. Then reprocess from bronze."],
            Plan = Reprocess(change.Table, "", "its schema or rules have been mended: approve it after that", false, context, policy),
        };
    }

    private static Diagnosis? Partition(QualityIssues issues, RunbookContext context, DataQualityPolicy policy)
    {
        var all = issues.Objects.Sum(each => (long)each.Issues);
        // The smallest that tells it: an hour, else its day.
        if ((Worst(issues, each => each.Partition) ?? Worst(issues, each => each.Day)) is not { } worst)
        {
            return null;
        }

        var entity = worst.Objects[0].Entity;
        ImmutableArray<string> keys = [.. worst.Objects.Select(each => each.Key).Where(key => IsKey(key) && !key.StartsWith(policy.QuarantinePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(MostObjects)];
        ImmutableArray<ProposedAction> quarantine = policy.Bucket is { } bucket && keys.Length > 0
            ?
            [
                new ProposedAction(
                    new QuarantineObjects { TargetArn = $"arn:{context.Partition}:s3:::{bucket}", TargetName = bucket, Owner = context.Account, Prefix = policy.QuarantinePrefix, Keys = keys },
                    ActionRisk.Low,
                    "what fails is kept away from whoever reads the lake; every object is copied before it is taken away"),
            ]
            : [];
        return new Diagnosis
        {
            Finding = DataQualityFindings.BadPartition,
            Summary = $"{worst.Issues} of {all} issues whose object is known are in {Times.Count(worst.Objects.Length, "object")} of the partition {PlainText.Line(worst.Prefix, 120)}.",
            Confidence = worst.Issues * 20 >= all * 19 && worst.Issues >= issues.Total * NearlyAll ? Confidence.High : Confidence.Medium,
            Support =
            [
                .. worst.Objects.Take(3).Select(each => $"{PlainText.Line(each.Key, 160)}: {Times.Count(each.Issues, "issue")}."),
                .. policy.Bucket is null ? (string[])["For people: move these objects away; policy names no bucket (runbooks.data-quality.bucket)."] : [],
            ],
            Plan = [.. quarantine, .. Reprocess(entity, worst.Prefix, "the bad objects are out of the way: approve it when the source delivers good ones", quarantine.Length > 0, context, policy)],
        };
    }

    private static BadPartition? Worst(QualityIssues issues, Func<FailingObject, string> of)
    {
        var all = issues.Objects.Sum(each => (long)each.Issues);
        var worst = issues.Objects.GroupBy(of).Select(group => new BadPartition(group.Key, [.. group])).OrderByDescending(each => each.Issues).ThenBy(each => each.Prefix, StringComparer.Ordinal).FirstOrDefault();
        return worst is { Prefix.Length: > 0 } && worst.Issues >= all * NearlyAll && worst.Issues >= issues.Total * Most ? worst : null;
    }

    private static Diagnosis? Volume(DataQualityEvidence evidence)
    {
        var odd = evidence.Volumes.Told().Where(each => each.Entity is not null && each.Daily is { Count: >= FewestDays } && each.Recent is not null)
            .Select(each => VolumeShare.Of(each.Entity!, each.Recent!.Where(Usable).Sum(), [.. each.Daily!.Where(Usable)]))
            .Where(each => each.Usual >= 1 && (each.Share < Few || each.Share > Many))
            .OrderByDescending(each => Math.Abs(Math.Log(Math.Max(each.Share, 0.001)))).ThenBy(each => each.Entity, StringComparer.Ordinal).ThenBy(each => each.Recent)
            .ToArray();
        return odd.Length == 0 ? null : new Diagnosis
        {
            Finding = DataQualityFindings.VolumeAnomaly,
            Summary = $"{odd[0].Say}.",
            Confidence = odd[0].Alike > 0 ? Confidence.Low : odd[0].Recent == 0 || odd[0].Share > 4 ? Confidence.High : Confidence.Medium,
            Support = [.. odd.Skip(1).Select(each => each.Say).Distinct().Take(2).Select(sentence => $"{sentence}."), odd[0].Share < 1 ? "For people: the source delivers late or not at all; look at its ingestion runs." : "For people: the source may deliver twice; look for duplicates before anybody counts on it."],
        };
    }

    private static Diagnosis Rules(DataQualityEvidence evidence, QualityIssues issues) =>
        issues.Rules.Count > 0 ? new Diagnosis
        {
            Finding = DataQualityFindings.RuleFailures,
            Summary = $"{Times.Count(issues.Total, "record")} failed {Times.Count(issues.Rules.Count, "rule")} within the day, most of them {PlainName.Of(issues.Rules[0].Rule)} of {PlainName.Of(issues.Rules[0].Entity)}. No change of a schema and no single partition explains it.",
            Confidence = Confidence.Low,
        }
        : evidence.Issues is { IsPresent: true } ? new Diagnosis { Finding = DataQualityFindings.NothingFound, Summary = "No record failed a rule within the day, and no entity has unusually few or many records.", Confidence = Confidence.Medium, WorthTelling = false }
        : new Diagnosis { Finding = DataQualityFindings.NothingSeen, Summary = "Issues could not be seen, so nothing can be said about the cause.", Confidence = Confidence.Low };

    private static ImmutableArray<ProposedAction> Reprocess(string entity, string partition, string because, bool follows, RunbookContext context, DataQualityPolicy policy) =>
        policy.Reprocess is { } machine && TargetNames.IsName(entity)
            ?
            [
                new ProposedAction(
                    new ReprocessEntity
                    {
                        TargetArn = $"arn:{context.Partition}:states:{context.Region}:{context.Account}:stateMachine:{machine}",
                        TargetName = machine,
                        Run = $"{context.IncidentId}-{entity}"[..Math.Min(80, context.IncidentId.Length + 1 + entity.Length)],
                        Entity = entity,
                        Partition = partition,
                    },
                    ActionRisk.High,
                    because)
                { FollowsTheOneBefore = follows },
            ]
            : [];

    private static string Say(FailingRule rule) =>
        $"{PlainName.Of(rule.Entity)}, rule {PlainName.Of(rule.Rule)}: {Times.Count(rule.Today, "issue")} within the day, {(rule.Before == 0 ? "none" : $"{rule.Before}")} in the six days before.";

    private static bool Usable(double number) => double.IsFinite(number) && number >= 0;

    // As S3 allows them without encoding; others are left to people.
    private static bool IsKey(string key) => key.Length <= 500 && !key.Contains("..", StringComparison.Ordinal) && key.All(each => char.IsAsciiLetterOrDigit(each) || each is '/' or '.' or '-' or '_' or '=');

    private sealed record ColumnChange(string Table, DateTimeOffset At, string[] Gone, string[] New)
    {
        public string Say => string.Join("; ", new[] { Gone.Length > 0 ? $"without {Words.List([.. Gone.Select(PlainName.Of)], 3)}" : null, New.Length > 0 ? $"with {Words.List([.. New.Select(PlainName.Of)], 3)}" : null }.OfType<string>());
    }

    private sealed record BadPartition(string Prefix, FailingObject[] Objects)
    {
        public long Issues => Objects.Sum(each => (long)each.Issues);
    }

    /// <param name="Alike">How many of the days before were as odd: a source that rests at weekends is no incident.</param>
    private sealed record VolumeShare(string Entity, double Recent, double Usual, int Alike)
    {
        public static VolumeShare Of(string entity, double recent, double[] days)
        {
            var usual = days.DefaultIfEmpty().Average();
            return new VolumeShare(entity, recent, usual, days.Count(day => recent < usual ? day < usual * Few : day > usual * Many));
        }

        public double Share => Recent / Usual;

        public string Say => $"{PlainName.Of(Entity)} had {Numbers.Count(Recent)} records within the day; {Numbers.Count(Usual)} are usual{(Alike > 0 ? $", and {Times.Count(Alike, "day")} of the week before had as {(Share < 1 ? "few" : "many")}" : "")}";
    }
}
