using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Remediation.Actions;

internal static class OpenSupportCaseRules
{
    public static bool IsThere(string status) => status is "case" or "ticket";

    public static string? Refusal(StatusState state) => state.Status switch
    {
        "case" => "AWS Support has a case of this incident already",
        "ticket" => "there is a ticket of this incident already",
        _ => null,
    };

    public static Judgement Judge(StatusMeasured status) => status.Status switch
    {
        "case" => new(Verdict.Delivered, $"AWS Support has it{As("case", status.Detail)}; the cause is AWS's to mend."),
        "ticket" => new(Verdict.Delivered, $"The support plan has no cases, so it is a ticket{As("OpsItem", status.Detail)}; somebody must take it to AWS."),
        "none" => new(Verdict.NoEffect, "Neither a case nor a ticket is there."),
        _ => new(Verdict.Unclear, "It is not known whether the case was opened."),
    };

    private static string As(string what, string? id) => PlainText.Line(id, 40) is { Length: > 0 } number ? $", {what} {number}" : "";
}
