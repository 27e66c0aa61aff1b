using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;

namespace IncidentServerless.Domain.Responses;

/// <summary>What people who respond are told: how it stands, and what became of what they did.</summary>
internal static class IncidentSentences
{
    private const string NothingChanged = "Nothing was changed: somebody else did something first. This is how it stands now.";

    /// <summary>Who is on it, or that nobody is, or that it is over.</summary>
    public static string WhoHasIt(IncidentView view) => view.Incident switch
    {
        { Status: IncidentStatus.Closed or IncidentStatus.Resolved } over => $"It has been over{At(view, over.ResolvedAt)}. Nobody is paged for it any more.",
        { Status: IncidentStatus.Mitigated, MitigatedByAction: true } helped => $"An action of automation helped{At(view, helped.MitigatedAt)}. {Holder(view)}It resolves by itself if it stays quiet.",
        { Status: IncidentStatus.Mitigated } mitigated => $"The signals have recovered{At(view, mitigated.MitigatedAt)}. {Holder(view)}It resolves by itself if it stays quiet.",
        { Acknowledgement: not null } => Holder(view).TrimEnd(),
        var open => $"Nobody has it yet. {PageRequest.RespondWithin(view.Severity, open, view.Now)}",
    };

    private static string Holder(IncidentView view) => view.Incident.Acknowledgement is { } held
        ? $"{Words.Name(held.By)} has it since {Times.Clock(held.At, view.Now)} ({Times.Relative(held.At, view.Now)}). "
        : "";

    private static string At(IncidentView view, DateTimeOffset? at) =>
        at is { } known ? $" since {Times.Clock(known, view.Now)} ({Times.Relative(known, view.Now)})" : "";

    /// <summary>What became of a command that somebody gave.</summary>
    /// <param name="view">As it is after the command.</param>
    public static string Happened(IncidentView view, IncidentCommand command) => command switch
    {
        Acknowledge acknowledge when view.Incident.IsDrill => view.Incident.Acknowledgement?.By == acknowledge.By ? "Done: the page reached you, and the drill is over." : NothingChanged,
        Acknowledge acknowledge => view.Incident.Acknowledgement?.By == acknowledge.By
            ? $"Done: {Words.Name(acknowledge.By)} has it. Paging stops. If nothing moves for {Durations.InWords(view.Escalation.AcknowledgementExpires)}, people are {Told(view)} again."
            : NothingChanged,
        Escalate escalate => Did<EscalationRequested>(view, happened => happened.By == escalate.By)
            ? $"Done: the next level is told now. {view.LookAgain} to see what became of it."
            : NothingChanged,
        Resolve resolve => !view.Incident.IsActive && Did<IncidentResolved>(view, happened => happened.By == resolve.By) ? "Done: it is resolved. Paging ends now." : NothingChanged,
        ChangeSeverity change => view.Incident.Severity == change.To && Did<SeverityChanged>(view, happened => happened.By == change.By && happened.To == change.To) ? $"Done: it is {Words.Of(change.To)} now. Whoever that concerns is told." : NothingChanged,
        DecideMail { Send: true } decide => Did<MailApproved>(view, happened => happened.By == decide.By) ? $"Done: the mail is sent now. {view.LookAgain} to see what became of it." : NothingChanged,
        DecideMail decide => Did<MailDropped>(view, happened => happened.By == decide.By) ? "Done: the mail is not sent." : NothingChanged,
        AddItem add => Did<ItemAdded>(view, happened => happened.By == add.By) ? $"Done: the follow-up item is added.{Reached(view, add.Owner)}" : NothingChanged,
        AssignItem assign => Did<ItemAssigned>(view, happened => happened.By == assign.By && happened.Item.Id == assign.ItemId) ? $"Done: the follow-up item is assigned.{Reached(view, assign.Owner)}" : NothingChanged,
        FinishItem finish => Did<ItemDone>(view, happened => happened.By == finish.By && happened.Item.Id == finish.ItemId) ? "Done: the follow-up item is ticked off." : NothingChanged,
        ApproveAction => $"Done: you approved it. It is done after a last check of the limits. {view.LookAgain} to see what became of it.",
        RefuseAction => "Done: you refused it. It will not be done.",
        UndoAction => $"Done: it is being undone. {view.LookAgain} to see what became of it.",
        AddNote note => Did<NoteAdded>(view, happened => happened.By == note.By) ? "Done: your note is on the timeline." : NothingChanged,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No form makes this command."),
    };

    private static string Reached(IncidentView view, string? owner) => owner is null || AftermathPeople.Find(owner, view.People) is not null
        ? ""
        : $" Policy knows nobody called {PlainText.Line(owner, Limits.Name)}, so no reminder will reach them: tell them yourself, or assign it again by a name that it knows.";

    private static bool Did<TEvent>(IncidentView view, Func<TEvent, bool> byThem) where TEvent : IncidentEvent =>
        view.Timeline.OfType<TEvent>().LastOrDefault() is { } last && byThem(last);

    private static string Told(IncidentView view) => view.Escalation.Kind == MessageKind.Page ? "paged" : "told";
}
