using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Messages;

/// <summary>What runbooks did, in one sentence each.</summary>
internal static class RemediationText
{
    /// <summary>Null when the event is none of a runbook's.</summary>
    public static string? Of(IncidentEvent happened) => happened switch
    {
        RunbookStarted started => Started(started),
        RunbookFailed failed => Words.Sentence($"The runbook {failed.Runbook} failed, so people must go on without it: {PlainText.Line(failed.Reason, Limits.Reason)}"),
        DiagnosisMade made => Diagnosed(made),
        ActionPlanned planned => $"{(planned.After is not null ? "Plan, once the one before it has helped" : planned.ActsAt is { } at ? $"Plan, done at {Times.Moment(at)} unless somebody refuses it" : "Plan")}: {ActionText.Plan(planned.Action, planned.Risk, planned.Because)}",
        ApprovalRequested asked => $"{Words.List(asked.Approvers)} {(asked.Approvers.Length == 1 ? "is" : "are")} asked to approve until {Times.Moment(asked.Until)}: {Deed(asked)}.",
        ActionApproved approved => Words.Sentence($"Approved by {Words.Deed(approved.By)}: {Deed(approved)}"),
        ActionRefused refused => Words.Sentence($"Refused by {Words.Deed(refused.By)}: {Deed(refused)}{Aside(refused.Reason)}"),
        ApprovalExpired expired => $"Nobody approved in time, so this is left to people: {Deed(expired)}.",
        ActionSkipped skipped => Words.Sentence($"Not done: {Deed(skipped)}, because {PlainText.Line(skipped.Reason, Limits.Reason)}"),
        ActionStarted started => $"Doing now: {Deed(started)}{Aside(ActionText.Before(started.Before))}.",
        ActionApplied applied => $"Done: {Deed(applied)}.",
        ActionFailed failed => Words.Sentence($"Could not {Deed(failed)}: {PlainText.Line(failed.Reason, Limits.Reason)}"),
        ActionVerified verified => Verified(verified),
        UndoRequested { By: { } by } undo => Words.Sentence($"To be undone, says {Words.Deed(by)}: {Deed(undo)}"),
        UndoRequested undo => $"To be undone, because it did not help: {Deed(undo)}.",
        ActionUndone undone => $"Undone: {Deed(undone)}{Aside(ActionText.Before(undone.Before))}.",
        UndoFailed failed => Words.Sentence($"Could not undo, so it is still in place: {Deed(failed)}: {PlainText.Line(failed.Reason, Limits.Reason)}"),
        _ => null,
    };

    private static string Started(RunbookStarted started)
    {
        var who = started.ByHand is { } by ? $", by hand ({PlainText.Line(by, Limits.Name)})" : "";
        return $"The runbook {started.Runbook} {(started.DryRun ? "plans without doing anything" : "looks into it")}{who}.";
    }

    private static string Diagnosed(DiagnosisMade made)
    {
        var plan = made.DryRun && made.Diagnosis.Plan.Length > 0
            ? $" It would: {string.Join(" ", made.Diagnosis.Plan.Select(proposed => ActionText.Plan(proposed.Action, proposed.Risk, proposed.Because)))}"
            : "";
        return Words.Sentence($"{(made.DryRun ? "Dry run: diagnosis" : "Diagnosis")} ({Words.Of(made.Diagnosis.Confidence)}): {PlainText.Line(made.Diagnosis.Summary, Limits.Reason)}{plan}");
    }

    private static string Verified(ActionVerified verified) => (verified.Verdict, verified.Final) switch
    {
        (Verdict.Helped, _) => $"It helped. {verified.Sentence}",
        (Verdict.Delivered, _) => verified.Sentence,
        (Verdict.NoEffect, _) => $"It did not help. {verified.Sentence}",
        (Verdict.Worse, _) => $"It made things worse. {verified.Sentence}",
        (_, false) => $"Not clear yet whether it helped, so it is measured again. {verified.Sentence}",
        _ => $"Nobody can say whether it helped; it stays. {verified.Sentence}",
    };

    private static string Deed(ActionEvent happened) => ActionText.Deed(happened.Action);

    private static string Aside(string? text) => PlainText.Line(text, Limits.ListItem) is { Length: > 0 } aside ? $" ({aside})" : "";
}
