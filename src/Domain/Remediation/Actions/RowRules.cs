using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Actions over several things, of which it is counted how many are still as they were.</summary>
internal static class RowRules
{
    /// <param name="what">One of them: <c>row</c>.</param>
    public static string? Refusal(CountState state, string what) => (state.Left, state.Total) switch
    {
        (null, _) or (_, null) => "it could not be counted how many are left",
        (0, _) => $"no {what} is left to be changed",
        var (left, total) when left < total => $"{total - left} of {Times.Count(total.Value, what)} changed meanwhile; start the runbook again",
        _ => null,
    };

    /// <param name="done">What became of them, without its verb: <c>taken</c>.</param>
    /// <param name="all">What it means that nothing is left.</param>
    public static Judgement Judge(CountMeasured measured, string what, string done, Verdict all = Verdict.Helped) => (measured.Left, measured.Total) switch
    {
        (0, { } total) => new(all, $"{Done(total, what, done)}."),
        ({ } left, { } total) when left < total => new(Verdict.NoEffect, $"Of {Times.Count(total, what)}, {left} {(left == 1 ? "was" : "were")} not {done}."),
        (_, { } total) => new(Verdict.NoEffect, $"Of {Times.Count(total, what)}, none was {done}."),
        _ => new(Verdict.Unclear, "It is not known what became of them."),
    };

    private static string Done(int total, string what, string done) => $"{Times.Count(total, what)} {(total == 1 ? "was" : "were")} {done}";
}
