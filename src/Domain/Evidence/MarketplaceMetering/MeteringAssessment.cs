using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.MarketplaceMetering;

/// <summary>Why usage was not metered, what of it may be sent again, and what people must settle (runbook 3.2).</summary>
public static class MeteringAssessment
{
    /// <summary>As many as the workflow asks for.</summary>
    private const int MostRows = 200;

    // Where two are as frequent, the one that people must mend comes first.
    private static readonly string[] InOrder =
    [
        MeteringFindings.NoEntitlement, MeteringFindings.UnknownDimension, MeteringFindings.OutsideWindow, MeteringFindings.Refused, MeteringFindings.Transient, MeteringFindings.AlreadyMetered,
    ];

    /// <summary>
    /// One finding of <see cref="MeteringFindings"/>, and the others in its support. The order of the evidence does not matter, and nothing
    /// that is missing, repeated or unreadable makes it fail, or sends a usage twice.
    /// </summary>
    public static Diagnosis Assess(MeteringEvidence evidence, RunbookContext context, MeteringPolicy policy)
    {
        var rows = MeterRows.Of(evidence, context, policy);
        return Bounded.Of((rows.Count > 0 ? Failed(rows, context, policy) : Nothing(evidence)) with
        {
            NotSeen =
            [
                .. new[]
                {
                    Unseen.Say("Failed rows", evidence.Failures),
                    Unseen.Say("Entitlements", evidence.Entitlements),
                    evidence.Failures.Told().Count() >= MostRows ? $"More may have failed: only the oldest {MostRows} rows were looked at." : null,
                    policy.Dimensions.Count == 0 ? "Dimensions were not compared: policy does not name the product's (runbooks.marketplace-metering.dimensions)." : null,
                }.OfType<string>(),
            ],
        });
    }

    private static Diagnosis Nothing(MeteringEvidence evidence) => evidence.Failures is { IsPresent: true }
        ? new Diagnosis { Finding = MeteringFindings.NothingFound, Summary = "No usage failed to be metered within the day.", Confidence = Confidence.Medium, WorthTelling = false }
        : new Diagnosis { Finding = MeteringFindings.NothingSeen, Summary = "Failed usage could not be seen, so nothing can be said about the cause.", Confidence = Confidence.Low };

    private static Diagnosis Failed(MeterRows rows, RunbookContext context, MeteringPolicy policy)
    {
        var finding = InOrder.MaxBy(rows.CountOf)!;
        var records = policy is { Database: not null, ProductCode: not null } ? rows.Sendable : [];
        return new Diagnosis
        {
            Finding = finding,
            Summary = $"{Times.Count(rows.Count, "usage record")} failed to be metered within the day: {Words.List([.. InOrder.Where(each => rows.CountOf(each) > 0).OrderByDescending(rows.CountOf).Select(each => $"{rows.CountOf(each)} {Because(each)}")], InOrder.Length)}.",
            // Most of them tell the same.
            Confidence = rows.CountOf(finding) * 5 >= rows.Count * 4 ? Confidence.High : Confidence.Medium,
            Support =
            [
                .. InOrder.Where(each => rows.CountOf(each) > 0 && each != MeteringFindings.Transient).Select(each => ForPeople(each, rows)),
                .. rows.Ambiguous > 0 ? (string[])[$"For people: {rows.Ambiguous} rows of one customer, dimension and hour tell different quantities; the Marketplace bills one an hour, so settle which."] : [],
                .. rows.Ending > 0 ? (string[])[$"{Times.Count(rows.Ending, "row")} of those outside the six hours would be taken for some minutes more, which is too short to have it approved."] : [],
                .. rows.Corrected > 0 ? (string[])[$"{Times.Count(rows.Corrected, "row")} is sent under the product's own spelling of the dimension."] : [],
            ],
            Impact = new Impact { Records = rows.Count, Tenants = rows.Customers, Data = true },
            Plan = records.IsEmpty ? [] :
            [
                new ProposedAction(
                    new ResubmitUsage
                    {
                        TargetArn = policy.Database!.Cluster,
                        TargetName = policy.ProductCode!,
                        Secret = policy.Database.Secret,
                        Database = policy.Database.Name,
                        Records = records,
                        LeftToPeople = rows.Count - records.Sum(record => record.Ids.Split(',').Length),
                    },
                    // Corrected usage bills what somebody has not written.
                    rows.Corrected > 0 ? ActionRisk.High : ActionRisk.Low,
                    "the Marketplace still takes usage of that time, and the same usage sent again is billed once"),
            ],
        };
    }

    private static string Because(string finding) => finding switch
    {
        MeteringFindings.NoEntitlement => "without an active entitlement",
        MeteringFindings.UnknownDimension => "of a dimension that the product does not define",
        MeteringFindings.OutsideWindow => "outside the six hours in which usage is taken",
        MeteringFindings.Refused => "refused for another reason",
        MeteringFindings.AlreadyMetered => "of an hour that was metered already",
        _ => "because the Marketplace was busy or could not be reached",
    };

    private static string ForPeople(string finding, MeterRows rows)
    {
        var of = rows.Of(finding).ToArray();
        var named = finding switch
        {
            MeteringFindings.UnknownDimension => $"dimensions {Names(of, row => row.Dimension)}",
            MeteringFindings.Refused => Names(of, row => row.Error),
            _ => $"customers {Names(of, row => row.Customer)}",
        };
        return finding switch
        {
            MeteringFindings.NoEntitlement => $"For people: renew or end the subscription, {named}.",
            MeteringFindings.UnknownDimension => $"For people: compare with the product's definition, {named}.",
            MeteringFindings.OutsideWindow => $"For people: settle by invoice or with AWS Marketplace's support, {named}.",
            MeteringFindings.AlreadyMetered => $"For people: compare the hour's quantities before anything is sent, {named}.",
            _ => $"For people: {named}.",
        };
    }

    private static string Names(MeterRow[] rows, Func<MeterRow, string?> of) =>
        Words.List([.. rows.Select(of).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(PlainName.Of)], 5);
}
