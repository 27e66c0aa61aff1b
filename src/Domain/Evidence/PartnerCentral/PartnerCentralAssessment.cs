using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.PartnerCentral;

/// <summary>Why Partner Central's API fails, and what should be done (runbook 3.1).</summary>
public static class PartnerCentralAssessment
{
    /// <summary>Below this share of all errors a cause that a second source confirms is still not the errors' cause.</summary>
    private const double LeastShare = 0.1;

    /// <summary>A second source outweighs so many times as many errors of another cause, and no more.</summary>
    private const int MostOutweighed = 2;

    /// <summary>
    /// One finding of <see cref="PartnerCentralFindings"/>. The order of the evidence does not matter, and nothing that is missing, repeated
    /// or unreadable makes it fail. It is sure only where the log and a second source agree, and nothing else is confirmed as well.
    /// </summary>
    public static Diagnosis Assess(PartnerCentralEvidence evidence, RunbookContext context, PartnerCentralPolicy policy)
    {
        var seen = new ConnectorView(evidence, context);
        Suspicion[] suspicions =
        [
            new(ErrorCause.Permission, seen.Errors.Count(ErrorCause.Permission), seen.Denied.Length > 0 || seen.RoleIsMissing),
            new(ErrorCause.Aws, seen.Errors.Count(ErrorCause.Aws), seen.Issues.Length > 0),
            new(ErrorCause.RateLimit, seen.Errors.Count(ErrorCause.RateLimit), seen.Throttled > 0),
            new(ErrorCause.Own, seen.Errors.Count(ErrorCause.Own), false),
        ];
        var confirmed = suspicions.Where(each => each.Confirmed && each.Lines > 0 && each.Lines >= seen.Errors.Total * LeastShare).OrderByDescending(each => each.Lines).ToArray();
        var most = suspicions.Where(each => each.Lines > 0).MaxBy(each => each.Lines);
        var first = confirmed.FirstOrDefault() is { } sure && sure.Lines * MostOutweighed >= most!.Lines ? sure
            : most ?? suspicions.FirstOrDefault(each => each.Confirmed);
        var confidence = confirmed.Length == 1 && first!.Confirmed ? Confidence.High
            : first is null || (first.Lines > 0 && first.Lines * 2 < seen.Errors.Total) ? Confidence.Low
            : Confidence.Medium;
        var found = first?.Cause switch
        {
            ErrorCause.Permission => Refused(seen, policy),
            ErrorCause.Aws => TheirFault(seen, context),
            ErrorCause.RateLimit => Throttled(seen, policy, context),
            ErrorCause.Own => OurFault(seen),
            _ => WithoutErrors(seen, evidence, policy, context),
        };
        return Bounded.Of(found with
        {
            Confidence = first is null ? found.Confidence : confidence,
            Support = [.. found.Support, .. suspicions.Where(each => each != first && (each.Lines > 0 || each.Confirmed)).Select(each => seen.Also(each.Cause)), .. seen.SayRuns()],
            NotSeen = NotSeen(evidence),
        });
    }

    private static Diagnosis Refused(ConnectorView seen, PartnerCentralPolicy policy) => new()
    {
        Finding = PartnerCentralFindings.PermissionFault,
        Summary = seen.RoleIsMissing ? $"The connector's role does not exist any more{seen.SoMany(ErrorCause.Permission)}."
            : seen.Denied.Length > 0 ? $"The connector's role may not call {Words.List([.. seen.Denied.Take(4)])}{seen.SoMany(ErrorCause.Permission)}."
            : $"Partner Central refuses the connector's identity{seen.SoMany(ErrorCause.Permission)}; the link between the accounts or the credentials may be at fault.",
        Confidence = Confidence.Medium,
        Support =
        [
            .. seen.Example(ErrorCause.Permission),
            .. seen.PermissionsAllowed ? (string[])["The role itself is allowed all that was simulated, so look at the link between the accounts, its external id and the session's credentials."] : [],
            "For people: restore the permission or the account link in Partner Central, then start this runbook again, so that failed runs go on.",
        ],
        Tell = policy.Admin is { } admin ? [admin] : [],
    };

    private static Diagnosis TheirFault(ConnectorView seen, RunbookContext context) => new()
    {
        Finding = PartnerCentralFindings.AwsSideOutage,
        Summary = seen.Issues.Length > 0
            ? $"AWS Health has an open issue, {seen.Issues[0]}{seen.SoMany(ErrorCause.Aws)}."
            : $"Partner Central's own servers answer with errors{seen.SoMany(ErrorCause.Aws)}; AWS Health {(seen.HealthIsSeen ? "says nothing of it yet" : "could not be asked")}.",
        Confidence = Confidence.Medium,
        Support = [.. seen.Issues.Skip(1).Select(issue => $"AWS Health also has {issue}."), .. seen.Example(ErrorCause.Aws)],
        Plan = [SupportCases.Open(seen, context)],
    };

    private static Diagnosis Throttled(ConnectorView seen, PartnerCentralPolicy policy, RunbookContext context)
    {
        var plan = new PartnerCentralPlan(seen, policy, context);
        var also = seen.Errors.Count(ErrorCause.Permission) >= Math.Max(1, seen.Errors.Total * LeastShare);
        return new Diagnosis
        {
            Finding = PartnerCentralFindings.RateLimit,
            Summary = $"Partner Central throttles the connector{seen.SoMany(ErrorCause.RateLimit)}{(seen.Throttled > 0 ? $"; {Times.Count((long)seen.Throttled, "call")} were throttled within the hour" : "")}{(seen.Rate is { } rate ? $"; it sends up to {Numbers.Count(rate)} requests a second" : "")}.",
            Confidence = Confidence.Medium,
            Support = [.. seen.Example(ErrorCause.RateLimit), .. plan.ForPeople, .. also ? (string[])["For people: its calls are refused for want of rights as well, so a lower rate alone ends nothing; restore the permission first."] : []],
            Tell = also && policy.Admin is { } admin ? [admin] : [],
            // With the rate as it is, runs would only fail again.
            Plan = also || plan.LowerRate.IsEmpty ? [] : [.. plan.LowerRate, .. plan.Redrive("its calls were throttled")],
        };
    }

    private static Diagnosis OurFault(ConnectorView seen) => new()
    {
        Finding = PartnerCentralFindings.OwnFault,
        Summary = $"The connector itself is at fault{seen.SoMany(ErrorCause.Own)}: Partner Central refuses what it sends, or it fails before it sends anything.",
        Confidence = Confidence.Medium,
        Support = [.. seen.Example(ErrorCause.Own), "For people: mend the connector; failed runs would fail again until then."],
    };

    private static Diagnosis WithoutErrors(ConnectorView seen, PartnerCentralEvidence evidence, PartnerCentralPolicy policy, RunbookContext context)
    {
        var unknown = seen.Errors.Count(ErrorCause.Unknown);
        if (unknown > 0)
        {
            return new Diagnosis
            {
                Finding = PartnerCentralFindings.NothingFound,
                Summary = $"The connector logged {Times.Count(unknown, "error")} within the hour, and none says whose fault it is.",
                Confidence = Confidence.Low,
                Support = [.. seen.Example(ErrorCause.Unknown)],
            };
        }

        if (seen.Runs.Length > 0)
        {
            return new Diagnosis
            {
                Finding = PartnerCentralFindings.IngestionFailed,
                Summary = $"{Times.Count(seen.Runs.Length, "ingestion run")} failed within the day; {(evidence.Errors is { IsPresent: true } ? "the connector logged no error within the hour, so what hindered them may be over" : "the connector's log could not be seen")}.",
                Confidence = evidence.Errors is { IsPresent: true } ? Confidence.Medium : Confidence.Low,
                Plan = evidence.Errors is { IsPresent: true } ? [.. new PartnerCentralPlan(seen, policy, context).Redrive("nothing hinders it any more")] : [],
            };
        }

        return evidence.Errors is { IsPresent: true }
            ? new Diagnosis { Finding = PartnerCentralFindings.NothingFound, Summary = "The connector logged no error within the hour, and no failed ingestion run was seen.", Confidence = Confidence.Medium, WorthTelling = false }
            : new Diagnosis { Finding = PartnerCentralFindings.NothingSeen, Summary = "The connector's log could not be seen, and nothing else tells what is wrong.", Confidence = Confidence.Low };
    }

    private static ImmutableArray<string> NotSeen(PartnerCentralEvidence evidence)
    {
        string?[] sentences =
        [
            Unseen.Say("The connector's errors", evidence.Errors),
            Unseen.Say("AWS Health's issues", evidence.Health),
            Unseen.Say("The role's permissions", evidence.Permissions),
            Unseen.Say("Throttled calls", evidence.Throttles),
            Unseen.Say("Failed ingestion runs", evidence.Runs),
        ];
        return [.. sentences.OfType<string>()];
    }

    private sealed record Suspicion(ErrorCause Cause, int Lines, bool Confirmed);
}
