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
        { Expired: { } expired } => Expired(page, expired),
        { Incident.Paging.EscalationAsked: true } => EscalationAsked(page),
        { ResponseMissed: true } => Missed(page),
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

    private static PageOccasion Missed(PageContext page) => new(
        "Response time missed",
        $"Nobody has acknowledged within the response time of {Words.Of(page.Incident.Severity)} ({Durations.InWords(page.Severity.RespondWithin)}), so {Who(page)} is told now.");

    private static PageOccasion Repeated(PageContext page) => new(
        $"Reminder {page.Repetition}",
        page.Incident.Paging.Unheard ? $"No channel took the page before this one, so {Who(page)} is told again."
        : $"Nobody has acknowledged yet. This is reminder {page.Repetition} to {Who(page)}.");

    private static PageOccasion NobodyAnswered(PageContext page)
    {
        var before = page.Escalation.Levels[page.ToldNumber - 2];
        return new($"{Kind(page)}, level {page.ToldNumber}",
            page.Incident.Paging.Unheard ? $"No channel took the page to level {page.ToldNumber - 1} ({Notify(before)}), so level {page.ToldNumber} ({Notify(page.Told)}) is told now."
            : $"Level {page.ToldNumber - 1} ({Notify(before)}) did not answer within {Durations.InWords(before.Wait)}, so level {page.ToldNumber} ({Notify(page.Told)}) is told now.");
    }

    private static PageOccasion RoundBegins(PageContext page)
    {
        var turn = page.Timeline.LastOrDefault(happened => happened is IncidentReopened or IncidentRelapsed or SeverityRaised or PageSent);
        return turn switch
        {
            IncidentReopened reopened => Again("Reopened", "It was over and has come back", reopened.Reason),
            IncidentRelapsed relapsed => Again("Firing again", "It had recovered and is firing again", relapsed.Reason),
            SeverityRaised raised when page.Round > 1 => Again(
                $"Raised to {Words.Of(raised.To)}", $"Its severity was raised from {Words.Of(raised.From)} to {Words.Of(raised.To)}", raised.Reason),
            _ when page.Round > 1 => new($"{Kind(page)} again", $"It needs somebody again (round {page.Round})."),
            _ => new(Kind(page), page.Kind == MessageKind.Page ? "Nobody has acknowledged it yet." : "This is a notice, not a page: it can wait until the time below."),
        };
    }

    private static PageOccasion Expired(PageContext page, Acknowledgement held) => new(
        $"{Kind(page)} again",
        $"{Words.Name(held.By)} acknowledged it at {Times.Clock(held.At, page.Now)}, but nothing has moved for {Durations.InWords(page.Escalation.AcknowledgementExpires)}, so it needs somebody again.");

    private static PageOccasion Again(string label, string what, string? reason) => new(
        label,
        PlainText.Line(reason, Limits.ListItem) is { Length: > 0 } why ? Words.Sentence($"{what}: {why}") : $"{what}.");

    private static string Kind(PageContext page) => page.Kind == MessageKind.Page ? "Page" : "Notice";

    private static string Who(PageContext page) => $"level {page.ToldNumber} ({Notify(page.Told)})";

    private static string Notify(EscalationLevel level) => PlainText.Line(level.Notify, Limits.Name);
}
