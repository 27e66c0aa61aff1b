using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Remediation.Actions;

internal static class LowerRequestRateRules
{
    public static string? Refusal(LowerRequestRate lower, ValueState state) => state.Value switch
    {
        null => "the parameter holds no number",
        { } rate when rate <= lower.Limit => $"the rate is {Numbers.Count(rate)} a second already",
        _ => null,
    };

    public static Judgement Judge(LowerRequestRate lower, UseMeasured throttled, int attempt) =>
        UseRate.Judge(lower.ThrottledAnHour, UseRate.AnHour(throttled.Used, throttled.Minutes), "throttled calls", attempt);
}
