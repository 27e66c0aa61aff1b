using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Remediation.Actions;

internal static class RedriveIngestionRules
{
    public static string? Refusal(CountState runs) => runs.Left is > 0 ? null : "none of the runs has failed any more";

    public static Judgement Judge(CountMeasured runs) => (runs.Left, runs.Total) switch
    {
        (0, { } total) => new(Verdict.Helped, $"{Times.Count(total, "run")} went on, and none has failed again."),
        ({ } left, { } total) when left < total => new(Verdict.NoEffect, $"{left} of {Times.Count(total, "run")} failed again; the others went on."),
        ({ } left, _) => new(Verdict.NoEffect, left == 1 ? "The run failed again." : $"All {left} runs failed again."),
        _ => new(Verdict.Unclear, "It is not known how the runs went."),
    };
}
