using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Messages;

/// <summary>Why this page is sent now: what a reader wants to know who has been paged before.</summary>
/// <param name="Label">A few words for a subject: <c>Page</c>, <c>Reminder 2</c>.</param>
/// <param name="Sentence">For the message.</param>
public sealed record PageOccasion(string Label, string Sentence)
{
    public static PageOccasion Of(PageContext page) => page switch
    {
        { WorkflowsFailed: { } reason } => Direct(page, reason),
        { Level: > 1, Incident.Paging.EscalationAsked: true } => EscalationAsked(page),
        { Repetition: > 0 } => Repeated(page),
        { Level: > 1 } => NobodyAnswered(page),
        _ => RoundBegins(page),
    };

    private static PageOccasion Direct(PageContext page, string reason) => new(
        Kind(page),
        $"The workflows could not be started ({PlainText.Line(reason, Limits.ListItem)}), so this comes straight from the detector. "
        + "Nobody else is told until they start.");

    private static PageOccasion EscalationAsked(PageContext page) => new(
        $"{Kind(page)}, level {page.ToldNumber}",
        page.Timeline.OfType<EscalationRequested>().LastOrDefault() is { } asked
            ? $"{Words.Deed(asked.By)}, asked for help from {Who(page)}."
            : $"A responder asked for help from {Who(page)}.");

    private static PageOccasion Repeated(PageContext page) => new(
        $"Reminder {page.Repetition}",
        $"Nobody has acknowledged yet. This is reminder {page.Repetition} to {Who(page)}.");

    private static PageOccasion NobodyAnswered(PageContext page)
    {
        var before = page.Escalation.Levels[page.ToldNumber - 2];
        return new($"{Kind(page)}, level {page.ToldNumber}",
            $"Level {page.ToldNumber - 1} ({Notify(before)}) did not answer within {Times.Duration(before.Wait)}, so level {page.ToldNumber} ({Notify(page.Told)}) is told now.");
    }

    private static PageOccasion RoundBegins(PageContext page)
    {
        var turn = page.Timeline.LastOrDefault(happened => happened is AcknowledgementExpired or IncidentReopened or SeverityRaised or PageSent);
        return turn switch
        {
            AcknowledgementExpired expired => Expired(page, Words.Name(expired.By)),
            IncidentReopened reopened => Reopened(page, reopened.Reason),
            SeverityRaised raised when page.Timeline.Any(happened => happened is PageSent) => new(
                $"Raised to {Words.Of(raised.To)}",
                Words.Sentence($"Severity was raised from {Words.Of(raised.From)} to {Words.Of(raised.To)}: {PlainText.Line(raised.Reason, Limits.Reason)}")),
            _ when page is { Round: > 1, Incident.AcknowledgedAt: not null } => Expired(page, "Somebody"),
            _ when page is { Round: > 1, Incident.Generation: > 1 } => Reopened(page, null),
            _ => new(Kind(page), page.Kind == MessageKind.Page ? "Nobody has acknowledged it yet." : "This informs; nobody is woken for it."),
        };
    }

    private static PageOccasion Expired(PageContext page, string who) => new(
        "Paged again",
        $"{who} acknowledged it, but nothing has moved for {Times.Duration(page.Escalation.AcknowledgementExpires)}, so it is paged again (round {page.Round}).");

    private static PageOccasion Reopened(PageContext page, string? reason) => new(
        "Reopened",
        PlainText.Line(reason, Limits.Reason) is { Length: > 0 } why
            ? Words.Sentence($"It was over and has come back: {why}")
            : "It was over and has come back.");

    private static string Kind(PageContext page) => page.Kind == MessageKind.Page ? "Page" : "Notice";

    private static string Who(PageContext page) => $"level {page.ToldNumber} ({Notify(page.Told)})";

    private static string Notify(EscalationLevel level) => PlainText.Line(level.Notify, Limits.Name);
}
