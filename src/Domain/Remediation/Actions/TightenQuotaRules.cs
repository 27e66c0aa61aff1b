using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Remediation.Actions;

internal static class TightenQuotaRules
{
    public static string? Refusal(TightenQuota tighten, QuotaState state) => state.Quota switch
    {
        null => "the guardrail table has no quota for the tenant, so there is nothing to lower",
        var quota when quota <= tighten.Limit => $"the tenant's quota is {Numbers.Count(quota.Value)} already",
        _ => null,
    };

    public static Judgement Judge(TightenQuota tighten, UseMeasured use, int attempt) =>
        UseRate.Judge(tighten.UsageAnHour, UseRate.AnHour(use.Used, use.Minutes), "requests", attempt);
}
