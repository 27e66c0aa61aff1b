using System.Collections.Immutable;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What drives the cost, by how much, and what should be done (runbook 3.5).</summary>
public static class CostSpikeAssessment
{
    private const int MostOthers = 4;
    private const int MostNotes = 2;

    /// <summary>
    /// One finding of <see cref="CostSpikeFindings"/> with at most one proposed action. The order of the evidence does not matter, and
    /// nothing that is missing, repeated or unreadable makes it fail.
    /// </summary>
    public static Diagnosis Assess(CostSpikeEvidence evidence, RunbookContext context, CostSpikePolicy policy)
    {
        var driver = CostDriver.Of(DailyCosts.Of(evidence.Costs, context.Times));
        var choice = new OutlierChoice(context, driver);
        var outliers = choice.Rank(
        [
            .. FunctionLoop.In(evidence.Functions, context, policy),
            .. RunawayQuery.In(evidence.Statements, context, policy),
            .. TenantSurge.In(evidence.Tenants, context),
            .. StorageGrowth.In(evidence.Buckets),
        ]);
        var found = outliers.IsEmpty ? WithoutOutlier(driver, evidence, context) : WithOutlier(outliers, choice);
        return Bounded.Of(found with
        {
            Support = [.. found.Support, .. RunawayQuery.Undated(evidence.Statements).Take(MostNotes), .. BudgetLines.Of(evidence.Budgets, context.Budget)],
            NotSeen = NotSeen(evidence, context),
        });
    }

    private static Diagnosis WithOutlier(ImmutableArray<Outlier> outliers, OutlierChoice choice)
    {
        var cause = outliers[0];
        return new Diagnosis
        {
            Finding = cause.Finding,
            Summary = cause.Summary,
            Confidence = choice.ConfidenceIn(cause),
            Support = [.. choice.Say(cause), .. cause.Details, .. outliers.Skip(1).Take(MostOthers).Select(other => $"Also: {other.Summary}")],
            Plan = choice.Plan(cause),
        };
    }

    private static Diagnosis WithoutOutlier(CostDriver driver, CostSpikeEvidence evidence, RunbookContext context) =>
        driver.Costs.IsSeen ? CostFinding.Of(driver, evidence, context)
        : IsUsageSeen(evidence) ? new Diagnosis
        {
            Finding = CostSpikeFindings.NoSpike,
            Summary = "No usage that was seen stands out; what was spent could not be seen.",
            Confidence = Confidence.Low,
        }
        : new Diagnosis
        {
            Finding = CostSpikeFindings.NothingSeen,
            Summary = "Neither costs nor usage could be seen, so nothing can be said about the cause.",
            Confidence = Confidence.Low,
        };

    // An answer without entries counts for statements alone: that none runs is something that was seen.
    private static bool IsUsageSeen(CostSpikeEvidence evidence) =>
        evidence.Statements is { IsPresent: true } || evidence.Functions.Told().Any() || evidence.Buckets.Told().Any() || evidence.Tenants.Told().Any();

    private static ImmutableArray<string> NotSeen(CostSpikeEvidence evidence, RunbookContext context)
    {
        string?[] sentences =
        [
            Unseen.Say("Costs", evidence.Costs),
            Unseen.Say("Costs by usage type", evidence.Usage),
            Unseen.Say("Lambda functions", evidence.Functions),
            Unseen.Say("Redshift statements", evidence.Statements),
            Unseen.Say("Buckets", evidence.Buckets),
            Unseen.Say("Budgets", evidence.Budgets),
            context.Guardrails is null ? null : Unseen.Say("Tenants", evidence.Tenants),
        ];
        return [.. sentences.OfType<string>()];
    }
}
