namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>The status is the run's, as Step Functions says it, or <c>absent</c>.</summary>
internal static class ReprocessEntityRules
{
    private const string Absent = "absent";

    public static bool IsInPlace(StatusState state) => state.Status is { } status && status != Absent;

    public static string? Refusal(StatusState state) => state.Status switch
    {
        Absent => null,
        null => "it could not be told whether it ran already",
        var status => $"it was started already, and is {Messages.Text.PlainText.Line(status, 20)}",
    };

    public static Judgement Judge(StatusMeasured status) => status.Status switch
    {
        "SUCCEEDED" => new(Verdict.Helped, "The entity was reprocessed."),
        "RUNNING" or "PENDING_REDRIVE" => new(Verdict.Unclear, "It still runs."),
        null => new(Verdict.Unclear, "It is not known how the run went."),
        var failed => new(Verdict.NoEffect, $"The run did not succeed (it is {Messages.Text.PlainText.Line(failed, 20)})."),
    };
}
