using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>What becomes of a form: a command for the incident, or a refusal that its sender can read.</summary>
public abstract record ResponseDecision
{
    private const int TooLate = 409;

    /// <param name="claims">Of a token whose MAC was verified.</param>
    /// <param name="token">That token, for the command's identity.</param>
    /// <param name="incident">The incident that the claims name, read now.</param>
    /// <param name="approvers">Ids of the people who may decide about actions.</param>
    public static ResponseDecision Decide(LinkClaims claims, string token, ResponseDeed deed, Incident incident, IReadOnlyList<string> approvers, DateTimeOffset now) =>
        RefuseLink(claims, incident, now) ?? Decide(new LinkHolder(claims), token, deed, incident, approvers, now);

    /// <param name="origin">What the command's identity derives from: the same origin and deed again is the same command.</param>
    public static ResponseDecision Decide(Responder responder, string origin, ResponseDeed deed, Incident incident, IReadOnlyList<string> approvers, DateTimeOffset now) =>
        Refuse(responder, deed, incident, approvers, now) switch
        {
            null => new DeedAccepted(Command(responder, origin, deed, incident.Id, now)),
            { Status: TooLate } late => late with { Meant = Command(responder, origin, deed, incident.Id, now) },
            var refused => refused,
        };

    /// <summary>What to tell somebody whose accepted command came a moment after another's; null when theirs is the one that counts.</summary>
    /// <param name="incident">As it is after the command.</param>
    public static DeedRefused? Overtaken(IncidentCommand command, Incident incident, DateTimeOffset now) => command switch
    {
        Acknowledge acknowledge when incident.Acknowledgement is { } held && held.By != acknowledge.By =>
            new(TooLate, $"{Words.Name(held.By)} took it at {Times.Clock(held.At, now)}, a moment before you. Nothing was changed."),
        ActionDecision decision => ActionDecisions.Overtaken(decision, incident),
        _ => null,
    };

    private static DeedRefused? RefuseLink(LinkClaims claims, Incident incident, DateTimeOffset now)
    {
        if (claims.IncidentId != incident.Id)
        {
            return new(403, $"This link is for incident {claims.IncidentId}, not for {incident.Id}.");
        }

        return claims.IsExpired(now) ? new(410, $"This link worked until {Times.Moment(claims.ExpiresAt)}. Use the link of a newer message.") : null;
    }

    private static DeedRefused? Refuse(Responder responder, ResponseDeed deed, Incident incident, IReadOnlyList<string> approvers, DateTimeOffset now)
    {
        if (!ResponseRights.Allows(responder.Scope, deed.Action))
        {
            return new(403, responder.NotAllowed(deed.Action));
        }

        if (deed.Action == ResponseAction.Note && incident.Notes >= Incident.MostNotes)
        {
            return new(TooLate, $"This incident has {Incident.MostNotes} notes already, and no more are kept. Nothing was changed.");
        }

        if (responder.MustGiveName && deed.Name is null)
        {
            return new(400, "Write your name, so that the others know who it is.");
        }

        return deed.Action switch
        {
            ResponseAction.Acknowledge => Over(incident) ?? TakenMeanwhile(responder, deed, incident, now, $"If you want to take it over, do so {responder.Anew(deed.Action)}."),
            ResponseAction.Escalate => Over(incident) ?? TakenMeanwhile(responder, deed, incident, now, $"If the next level is needed all the same, ask for it {responder.Anew(deed.Action)}.") ?? EscalatedMeanwhile(responder, deed, incident),
            ResponseAction.Approve or ResponseAction.Refuse or ResponseAction.Undo => ActionDecisions.Refuse(responder, deed, incident, approvers),
            ResponseAction.SendMail or ResponseAction.DropMail => !approvers.Contains(responder.Subject)
                ? new(403, $"{responder.Called} is not among the people who may decide about mail to customers (remediation.approvers in the policy). Nothing was changed.")
                : CustomerMailRules.Find(incident, ResponseForm.MailOf(deed.About)) is { } mail && CustomerMailRules.IsForAPerson(incident, mail) ? null : new(TooLate, "Somebody decided about that mail already, or it is too late for it. Nothing was changed."),
            ResponseAction.AddItem => incident.Items.Length < FollowUpItem.Most ? null : new(TooLate, $"This incident has {FollowUpItem.Most} follow-up items already, and no more are kept. Nothing was changed."),
            ResponseAction.AssignItem or ResponseAction.FinishItem => incident.Items.Any(item => item.Id == deed.About && item.DoneAt is null) ? null : new(TooLate, "That follow-up item is done already, or there is none of that number. Nothing was changed."),
            ResponseAction.Severity => Over(incident) ?? ChangedMeanwhile(responder, deed, incident),
            ResponseAction.Resolve or ResponseAction.FalseAlarm => Raised(incident, Topic.Resolved, deed) ? null : Over(incident) ?? ChangedMeanwhile(responder, deed, incident),
            _ => null,
        };
    }

    private static DeedRefused? Over(Incident incident) =>
        incident.IsActive ? null : new(TooLate, "The incident is over already, so nothing was changed.");

    private static DeedRefused? TakenMeanwhile(Responder responder, ResponseDeed deed, Incident incident, DateTimeOffset now, string advice) =>
        Raised(incident, Topic.Acknowledged, deed) && incident.Acknowledgement is { } held && held.By != responder.By(deed)
            ? new(TooLate, $"{Words.Name(held.By)} took it at {Times.Clock(held.At, now)}, so nothing was changed. {advice}")
            : null;

    // An old page or message still has its button: pressed after the next level was asked for, it is not to wake the one after that.
    private static DeedRefused? EscalatedMeanwhile(Responder responder, ResponseDeed deed, Incident incident) => Raised(incident, Topic.Escalated, deed)
        ? new(TooLate, $"The next level was asked for already after what you saw of it, so nothing was changed. If yet another is needed, ask for it {responder.Anew(deed.Action)}.")
        : null;

    private static DeedRefused? ChangedMeanwhile(Responder responder, ResponseDeed deed, Incident incident) => Raised(incident, Topic.Changed, deed)
        ? new(TooLate, $"It got worse, recovered or came back after what you saw of it, so nothing was changed. If you want it all the same, do it {responder.Anew(deed.Action)}.")
        : null;

    // The page that they acted on did not show it yet.
    private static bool Raised(Incident incident, Topic topic, ResponseDeed deed) => incident.Raised[topic] > deed.Seen;

    private static IncidentCommand Command(Responder responder, string origin, ResponseDeed deed, string id, DateTimeOffset now)
    {
        var (commandId, by) = (CommandId(responder, origin, deed), responder.By(deed));
        return deed.Action switch
        {
            ResponseAction.Acknowledge => new Acknowledge { IncidentId = id, At = now, CommandId = commandId, By = by, Seen = deed.Seen },
            ResponseAction.Escalate => new Escalate { IncidentId = id, At = now, CommandId = commandId, By = by },
            ResponseAction.Resolve => new Resolve { IncidentId = id, At = now, CommandId = commandId, By = by, Reason = deed.Text },
            ResponseAction.FalseAlarm => new Resolve { IncidentId = id, At = now, CommandId = commandId, By = by, Reason = deed.Text, FalseAlarm = true },
            ResponseAction.Severity => new ChangeSeverity { IncidentId = id, At = now, CommandId = commandId, By = by, To = deed.To ?? throw new ArgumentException("A severity is named.", nameof(deed)), Reason = deed.Text },
            ResponseAction.SendMail or ResponseAction.DropMail => new DecideMail { IncidentId = id, At = now, CommandId = commandId, By = by, Mail = ResponseForm.MailOf(deed.About), Send = deed.Action == ResponseAction.SendMail, Text = deed.Text },
            ResponseAction.AddItem => new AddItem { IncidentId = id, At = now, CommandId = commandId, By = by, Text = deed.Text ?? throw new ArgumentException("An item has a text.", nameof(deed)), Owner = deed.Owner, Due = deed.Due },
            ResponseAction.AssignItem => new AssignItem { IncidentId = id, At = now, CommandId = commandId, By = by, ItemId = deed.About ?? "", Owner = deed.Owner, Due = deed.Due },
            ResponseAction.FinishItem => new FinishItem { IncidentId = id, At = now, CommandId = commandId, By = by, ItemId = deed.About ?? "" },
            ResponseAction.Approve => new ApproveAction { IncidentId = id, At = now, CommandId = commandId, By = by, ActionId = deed.About ?? "" },
            ResponseAction.Refuse => new RefuseAction { IncidentId = id, At = now, CommandId = commandId, By = by, ActionId = deed.About ?? "", Reason = deed.Text },
            ResponseAction.Undo => new UndoAction { IncidentId = id, At = now, CommandId = commandId, By = by, ActionId = deed.About ?? "" },
            ResponseAction.Note => new AddNote { IncidentId = id, At = now, CommandId = commandId, By = by, Text = deed.Text ?? throw new ArgumentException("A note has a text.", nameof(deed)) },
            _ => throw new ArgumentOutOfRangeException(nameof(deed), deed.Action, "No command for this action."),
        };
    }

    /// <summary>The same again is the same command.</summary>
    /// <param name="origin">See <see cref="Decide(Responder, string, ResponseDeed, Incident, IReadOnlyList{string}, DateTimeOffset)"/>.</param>
    public static string CommandId(Responder responder, string origin, ResponseDeed deed)
    {
        var parts = responder.NamesDeeds ? string.Join('\n', origin, deed.Once) : string.Join('\n', origin, ResponseActions.Word(deed.Action), deed.Once, deed.Name ?? "", deed.Text ?? "", deed.About ?? "", deed.To?.ToString() ?? "", deed.Owner ?? "", deed.Due?.ToString("O", CultureInfo.InvariantCulture) ?? "");
        return $"respond-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..40]}";
    }
}

/// <summary>Record this command, then show <see cref="ResponsePage.Done"/>.</summary>
public sealed record DeedAccepted(IncidentCommand Command) : ResponseDecision;

/// <summary>Nothing is changed.</summary>
/// <param name="Status">400, 403, 409 or 410.</param>
/// <param name="Sentence">For the page.</param>
public sealed record DeedRefused(int Status, string Sentence) : ResponseDecision
{
    /// <summary>The command that it would have been, of one that came too late: it may have been done by this very request, whose answer got lost. Null for any other.</summary>
    public IncidentCommand? Meant { get; init; }
}
