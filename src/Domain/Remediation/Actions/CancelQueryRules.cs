using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Remediation.Actions;

internal static class CancelQueryRules
{
    private static readonly string[] Running = ["SUBMITTED", "PICKED", "STARTED"];

    public static bool IsCancelled(string status) => status == "ABORTED";

    public static string? Refusal(StatementState state) => state.Status is { } status && Running.Contains(status)
        ? null
        : $"the statement does not run any more (it is {PlainText.Line(state.Status ?? "unknown", 40)})";

    public static Judgement Judge(StatementMeasured statement) => statement.Status switch
    {
        null => new(Verdict.Unclear, "It is not known whether the statement still runs."),
        var status when Running.Contains(status) => new(Verdict.NoEffect, $"The statement still runs (it is {status})."),
        var status => new(Verdict.Helped, $"The statement does not run any more (it is {PlainText.Line(status, 40)})."),
    };
}
