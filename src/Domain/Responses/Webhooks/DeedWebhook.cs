using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy.Reading;
using IncidentServerless.Domain.Signals.Envelopes;
using Limits = IncidentServerless.Domain.Messages.Text.Limits;

namespace IncidentServerless.Domain.Responses.Webhooks;

/// <summary>
/// What a program of yours wants done, by signed webhook:
/// <code>
/// {
///   "id": "chatops-4711",                 the same again is the same deed
///   "incident": "INC-20260302-X3NNAUSP",
///   "action": "acknowledge",              or note, escalate, severity, resolve, false-alarm, add-item, assign-item, finish-item; show changes nothing
///   "by": "Ana Lima",                     for whom it acts; 1 to 80 characters
///   "text": "…",                          a note's text, the reason, or what is to be done; a note, a false alarm and a new item need it
///   "severity": "SEV2",                   for the action severity
///   "about": "i1",                        the follow-up item that is assigned or done
///   "owner": "Ana Lima",                  of the item, and
///   "due": "2026-12-31"                   the day it is due; to assign needs one of them
/// }
/// </code>
/// What only a person may do (decide about actions and mail) it cannot.
/// </summary>
/// <param name="Deed">Null when the incident is only to be shown.</param>
public sealed record DeedWebhook(string IncidentId, string By, ResponseDeed? Deed)
{
    private const string Show = "show";

    private static readonly ResponseAction[] Actions = [ResponseAction.Acknowledge, ResponseAction.Note, ResponseAction.Escalate, ResponseAction.Severity, ResponseAction.Resolve, ResponseAction.FalseAlarm, ResponseAction.AddItem, ResponseAction.AssignItem, ResponseAction.FinishItem];

    /// <summary>Never throws.</summary>
    /// <param name="body">Whose signature was verified.</param>
    /// <param name="faults">Everything that is wrong, each with its member; empty when nothing is.</param>
    public static DeedWebhook? Read(string body, out IReadOnlyList<string> faults)
    {
        List<string> found = [];
        faults = found;
        if (JsonBody.Parse(body) is not { ValueKind: JsonValueKind.Object } members)
        {
            found.Add("The body is no JSON object.");
            return null;
        }

        var id = Text(members, "id", 200, found);
        var incident = Text(members, "incident", 40, found) is { } told && Incidents.IncidentId.StartOf(told) == told ? told : null;
        var word = Text(members, "action", 40, found);
        var action = ResponseActions.Parse(word) is { } named && Actions.Contains(named) ? named : (ResponseAction?)null;
        var by = Text(members, "by", Limits.Name, found);
        var text = members.Text("text") is null ? null : Text(members, "text", Limits.Note, found);
        var severity = PolicyWords.Severity(members.Text("severity"));
        Check(id is not null, "id: names the deed; the same again is the same deed.");
        Check(incident is not null, "incident: expected an id like INC-20260302-X3NNAUSP.");
        var about = FollowUpItem.IsId(members.Text("about")) ? members.Text("about") : null;
        var owner = members.Text("owner") is null ? null : Text(members, "owner", Limits.Name, found);
        var due = FollowUpItem.Day(members.Text("due"));
        Check(action is not null || word == Show, $"action: expected one of {string.Join(", ", Actions.Select(ResponseActions.Word))}, {Show}.");
        Check(by is not null, $"by: for whom it acts, in up to {Limits.Name} characters.");
        Check(text is not null || action is not (ResponseAction.Note or ResponseAction.FalseAlarm), "text: a note says something, and a false alarm why it was one.");
        Check(text is { Length: <= FollowUpItem.LongestText } || action != ResponseAction.AddItem, $"text: an item says what is to be done, in up to {FollowUpItem.LongestText} characters.");
        Check(about is not null || action is not (ResponseAction.AssignItem or ResponseAction.FinishItem), "about: expected a follow-up item like i1.");
        Check(due is not null || members.Text("due") is null, "due: expected a day like 2026-12-31.");
        Check(owner is not null || due is not null || action != ResponseAction.AssignItem, "owner: to assign an item says whose it is, or by when (due).");
        Check(severity is not null || action != ResponseAction.Severity, "severity: expected SEV1, SEV2, SEV3 or SEV4.");
        return found.Count > 0 ? null
            : new DeedWebhook(incident!, by!, action is { } known ? new ResponseDeed(known, null, text, 1, id!, ResponseActions.IsAboutItem(known) ? about : null) { To = severity, Owner = owner, Due = due } : null);

        void Check(bool holds, string fault)
        {
            if (!holds && !found.Any(each => each.StartsWith(fault[..(fault.IndexOf(':', StringComparison.Ordinal) + 1)], StringComparison.Ordinal)))
            {
                found.Add(fault);
            }
        }
    }

    /// <summary>The answer, as JSON: how the incident stands, and what became of the deed in a sentence.</summary>
    public static string Answer(Incident incident, string said) => new JsonObject
    {
        ["incident"] = incident.Id,
        ["status"] = incident.Status.ToString(),
        ["severity"] = Words.Of(incident.Severity),
        ["message"] = said,
        ["items"] = new JsonArray([.. incident.Items.Select(Item)]),
    }.ToJsonString();

    private static JsonNode Item(FollowUpItem item) => new JsonObject
    {
        ["id"] = item.Id,
        ["text"] = item.Text,
        ["owner"] = item.Owner,
        ["due"] = item.Due is { } due ? Times.Day(due) : null,
        ["done"] = item.DoneAt is not null,
    };

    public static string Answer(IEnumerable<string> faults) => new JsonObject { ["message"] = string.Join(' ', faults) }.ToJsonString();

    private static string? Text(JsonElement members, string name, int most, List<string> faults)
    {
        if (members.Text(name) is not { } raw || (name == "text" ? PlainText.Paragraphs(raw, int.MaxValue) : PlainText.Line(raw, int.MaxValue)) is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Length > most)
        {
            faults.Add($"{name}: has {text.Length} characters; at most {most} are kept.");
        }

        return text;
    }
}

/// <summary>A program that holds the secret of <c>channels.webhook</c>, and acts for somebody.</summary>
public sealed record WebhookCaller(string Name) : Responder
{
    public override string Subject => "";

    public override string Called => Name;

    public override LinkScope Scope => LinkScope.Personal;

    public override string Anew(ResponseAction action) => "again";

    public override bool NamesDeeds => true;

    // The secret proves the program, and not for whom it acts.
    public override Actor By(ResponseDeed deed) => new(Name, "webhook", Proven: false);

    public override string NotAllowed(ResponseAction action) => $"A webhook cannot {ResponseActions.Word(action)}.";
}
