using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Tenants that use the platform far more than usual.</summary>
internal static class TenantOutliers
{
    private const double FarMore = 5;

    public static IEnumerable<Outlier> Of(Gathered<TenantUsage>? tenants, RunbookContext context) =>
        (tenants?.Items ?? []).Where(tenant => tenant is not null && !string.IsNullOrWhiteSpace(tenant.Tenant))
            .GroupBy(tenant => tenant.Tenant!)
            .Select(same => same.OrderByDescending(tenant => Baseline.Clean(tenant.Recent).Sum()).ThenByDescending(tenant => tenant.Quota ?? -1).ThenByDescending(tenant => Baseline.UsualHour(tenant.Daily) ?? -1).First())
            .Select(tenant => Of(tenant, context))
            .OfType<Outlier>();

    private static Outlier? Of(TenantUsage tenant, RunbookContext context)
    {
        var name = PlainText.Line(tenant.Tenant, 120);
        var now = Baseline.Clean(tenant.Recent).Sum();
        if (name.Length == 0 || Baseline.UsualHour(tenant.Daily) is not { } usual || usual <= 0 || now < usual * FarMore)
        {
            return null;
        }

        var ratio = now / usual;
        var summary = $"Tenant {name} used {Numbers.Count(now)} in the last hour, {CostRatio.Print(ratio)} times its usual {Numbers.Count(usual)}.";
        var action = context.Guardrails is { } guardrails && tenant.Quota is { } quota && double.IsFinite(quota) && quota > 1
            ? new ProposedAction(
                new TightenQuota
                {
                    TargetArn = $"arn:{context.Partition}:dynamodb:{context.Region}:{context.Account}:table/{guardrails.Table}",
                    TargetName = guardrails.Table,
                    Tenant = name,
                    TenantKey = guardrails.TenantKey,
                    Quota = guardrails.Quota,
                    Limit = Math.Max(1, Math.Round(quota / ratio)),
                    UsageAnHour = now,
                    Namespace = guardrails.Namespace,
                    Metric = guardrails.Metric,
                    Dimension = guardrails.Dimension,
                },
                ActionRisk.High,
                $"it uses {CostRatio.Print(ratio)} times as much as usual")
            : null;
        return new Outlier(CostSpikeFindings.TenantSurge, null, name, ratio, summary, action);
    }
}
