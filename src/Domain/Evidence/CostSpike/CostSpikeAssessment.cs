using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>
/// What drives the cost, by how much, and what should be done (runbook 3.5). Usage is fresh and cost lags a day, so unusual usage is the
/// cause that is looked for first, and cost confirms it. Never throws; nothing depends on the order of the evidence.
/// </summary>
public static class CostSpikeAssessment
{
    private const int LongestSummary = 500;
    private const int LongestSentence = 300;
    private const int MostSentences = 10;

    public static Diagnosis Assess(CostSpikeEvidence evidence, RunbookContext context, CostSpikePolicy policy)
    {
        var costs = CostRow.Read((evidence.Costs?.Items ?? []).Where(row => row is not null).Select(row => (row.Service, row.Day, row.Amount)));
        var driver = CostDriver.Of(costs);
        var named = context.Resources.Where(resource => resource.StartsWith("service=", StringComparison.Ordinal)).Select(resource => resource["service=".Length..]).ToHashSet();
        bool Agrees(Outlier outlier) => outlier.Service is { } service && (service == driver?.Service || named.Contains(service));
        bool IsNamed(Outlier outlier) => Agrees(outlier) || (outlier.Finding == CostSpikeFindings.TenantSurge && context.Tenants.Contains(outlier.Name));

        Outlier[] outliers =
        [
            .. FunctionOutliers.Of(evidence.Functions, context, policy)
                .Concat(QueryOutliers.Of(evidence.Statements, context, policy))
                .Concat(TenantOutliers.Of(evidence.Tenants, context))
                .Concat(BucketOutliers.Of(evidence.Buckets))
                // A known job explains much, but something that is not known explains more.
                .OrderByDescending(IsNamed)
                .ThenBy(outlier => outlier.Finding == CostSpikeFindings.KnownJob)
                .ThenByDescending(outlier => outlier.Ratio)
                .ThenBy(outlier => outlier.Name, StringComparer.Ordinal)
                .ThenBy(outlier => outlier.Finding, StringComparer.Ordinal),
        ];
        var diagnosis = outliers is [var primary, ..]
            ? OfUsage(primary, IsNamed(primary), driver)
            : OfCosts(costs, driver, evidence, context);
        IEnumerable<string> support =
        [
            .. driver is null ? [] : new[] { driver.InWords + "." },
            .. UsageType(evidence, driver),
            .. outliers.Skip(1).Select(outlier => $"Also unusual: {outlier.Summary}"),
            .. Budgets(evidence),
        ];
        return diagnosis with
        {
            Summary = PlainText.Line(diagnosis.Summary, LongestSummary),
            Support = Sentences(support),
            NotSeen = Sentences(NotSeen(evidence, context)),
        };
    }

    private static Diagnosis OfUsage(Outlier primary, bool agrees, CostDriver? driver)
    {
        var contradicted = !agrees && primary.Service is not null && driver is not null;
        var confidence = agrees ? Confidence.High : contradicted ? Confidence.Low : Confidence.Medium;
        var summary = contradicted ? $"{primary.Summary} But the cost is driven by another service: {driver!.InWords}." : primary.Summary;
        return new Diagnosis
        {
            Finding = primary.Finding,
            Summary = summary,
            Confidence = confidence,
            // Where the costs say something else, a person decides.
            Plan = primary.Action is { } action ? [contradicted ? action with { Risk = ActionRisk.High } : action] : [],
        };
    }

    private static Diagnosis OfCosts(IReadOnlyList<CostRow> costs, CostDriver? driver, CostSpikeEvidence evidence, RunbookContext context)
    {
        if (driver is null && CostDriver.SteadyGrowth(costs) is { } growth)
        {
            return new Diagnosis
            {
                Finding = CostSpikeFindings.SteadyGrowth,
                Summary = $"The cost grows steadily, from {CostRatio.Money(growth.First)} to {CostRatio.Money(growth.Last)} a day within the week ({CostRatio.Print(growth.Last / growth.First)} times), without a jump and without unusual usage. Nothing is to be stopped; the budget or the growth is to be discussed.",
                Confidence = Confidence.Medium,
            };
        }

        if (driver is not null)
        {
            return new Diagnosis
            {
                Finding = CostSpikeFindings.SpikeOfService,
                Summary = $"{driver.InWords}. No usage that could be seen explains it, so people must look.",
                Confidence = Confidence.Medium,
            };
        }

        return costs.Count > 0
            ? new Diagnosis
            {
                Finding = CostSpikeFindings.NoSpike,
                Summary = "No service costs more than usual on whole days, and no usage stands out. Cost data lags by up to a day: look again tomorrow.",
                Confidence = Confidence.Low,
            }
            : new Diagnosis
            {
                Finding = CostSpikeFindings.NothingSeen,
                Summary = AnythingAnswered(evidence, context) ? "The costs could not be seen, and no usage that could be seen stands out." : "Neither costs nor usage could be seen, so nothing can be said. People must look.",
                Confidence = Confidence.Low,
            };
    }

    private static bool AnythingAnswered(CostSpikeEvidence evidence, RunbookContext context) => Sources(evidence, context).Any(source => source.Missing is null);

    private static IEnumerable<string> UsageType(CostSpikeEvidence evidence, CostDriver? driver)
    {
        if (driver is null)
        {
            return [];
        }

        var rows = CostRow.Read((evidence.Usage?.Items ?? []).Where(row => row?.Service == driver.Service).Select(row => (row.UsageType, row.Day, row.Amount)));
        return CostDriver.Of(rows) is { } type ? [$"Of {driver.Service} the usage type {type.InWords}."] : [];
    }

    private static IEnumerable<string> Budgets(CostSpikeEvidence evidence) => (evidence.Budgets?.Items ?? [])
        .Where(budget => budget is not null && Amount(budget.Limit) is > 0 && Amount(budget.Actual) is not null)
        .Select(budget => (Name: PlainText.Line(budget.Name, 80), Limit: Amount(budget.Limit)!.Value, Actual: Amount(budget.Actual)!.Value, Forecast: Amount(budget.Forecast)))
        .OrderByDescending(budget => budget.Actual / budget.Limit).ThenBy(budget => budget.Name, StringComparer.Ordinal).Take(3)
        .Select(budget => $"Budget {budget.Name}: {CostRatio.Money(budget.Actual)} of {CostRatio.Money(budget.Limit)} spent ({Math.Round(Math.Min(budget.Actual / budget.Limit, 1e6) * 100)}%){(budget.Forecast is { } forecast ? $", forecast {CostRatio.Money(forecast)}" : "")}.");

    private static double? Amount(string? text) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount) && amount is >= 0 and < 1e12 ? amount : null;

    private static IEnumerable<string> NotSeen(CostSpikeEvidence evidence, RunbookContext context) =>
        Sources(evidence, context).Where(source => source.Missing is not null).Select(source => $"{source.Name}: {PlainText.Line(source.Missing, 200)}.");

    private static IEnumerable<(string Name, string? Missing)> Sources(CostSpikeEvidence evidence, RunbookContext context)
    {
        yield return ("Cost by service", Missing(evidence.Costs));
        yield return ("Cost by usage type", Missing(evidence.Usage));
        yield return ("Lambda functions", Missing(evidence.Functions));
        yield return ("Redshift statements", Missing(evidence.Statements));
        yield return ("S3 buckets", Missing(evidence.Buckets));
        yield return ("Budgets", Missing(evidence.Budgets));
        if (context.Guardrails is not null)
        {
            yield return ("Tenants", Missing(evidence.Tenants));
        }
    }

    private static string? Missing<T>(Gathered<T>? source) => source is null ? "was not gathered" : source.Unavailable;

    private static ImmutableArray<string> Sentences(IEnumerable<string> sentences) => [.. sentences.Select(sentence => PlainText.Line(sentence, LongestSentence)).Distinct().Take(MostSentences)];
}
