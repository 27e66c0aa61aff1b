using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Tenants that use far more than usual.</summary>
internal static class TenantSurge
{
    private const double Times = 5;

    /// <summary>Fewer an hour cost nobody anything, whatever their ratio.</summary>
    private const double FewestUses = 1_000;

    private const int LongestTenant = 200;

    public static IEnumerable<Outlier> In(Gathered<TenantUsage>? tenants, RunbookContext context) =>
        from told in tenants.Told()
        where PlainName.Of(told.Tenant).Length > 0
        group told by told.Tenant into same
        let used = same.Select(told => Series.Sum(told.Recent)).Aggregate(Series.Larger)
        let usual = same.Select(told => Series.Usual(told.Daily) / 24).Aggregate(Series.Larger)
        where used >= FewestUses && used >= Times * usual
        select Surging(same.Key, used.Value, usual.Value, same.Min(told => told.Quota is { } quota && Series.IsReadable(quota) ? quota : (double?)null), context);

    private static Outlier Surging(string tenant, double used, double usual, double? quota, RunbookContext context)
    {
        var ratio = used / usual;
        return new Outlier
        {
            Finding = CostSpikeFindings.TenantSurge,
            Service = null,
            Ratio = ratio,
            Tenant = tenant,
            Summary = $"Tenant {PlainName.Of(tenant)} used {Numerals.Count(used)} in the last hour{Measure(context.Guardrails)}, {Numerals.Ratio(ratio)} times its usual {Numerals.Count(usual)}.",
            Details = [quota is null ? "Its quota is not known." : $"Its quota is {Numerals.Count(quota.Value)}."],
            Action = Tighten(tenant, used, ratio, quota, context),
        };
    }

    private static ProposedAction? Tighten(string tenant, double used, double ratio, double? quota, RunbookContext context)
    {
        // A name that has to be cleaned is not the key that the table has.
        if (quota is null || context.Guardrails is not { } names || !TargetNames.IsName(names.Table) || PlainText.Line(tenant, LongestTenant) != tenant)
        {
            return null;
        }

        var limit = Math.Max(1, Math.Round(quota.Value / ratio, MidpointRounding.AwayFromZero));
        if (limit >= quota)
        {
            return null;
        }

        var action = new TightenQuota
        {
            TargetArn = $"arn:{context.Partition}:dynamodb:{context.Region}:{context.Account}:table/{names.Table}",
            TargetName = names.Table,
            Tenant = tenant,
            TenantKey = names.TenantKey,
            Quota = names.Quota,
            Limit = limit,
            UsageAnHour = used,
            Namespace = names.Namespace,
            Metric = names.Metric,
            Dimension = names.Dimension,
        };
        return new ProposedAction(action, ActionRisk.High, $"it uses {Numerals.Ratio(ratio)} times as much as usual");
    }

    private static string Measure(GuardrailNames? guardrails) => PlainName.Of(guardrails?.Metric) is { Length: > 0 } metric ? $" (by {metric})" : "";
}
