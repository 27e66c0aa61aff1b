using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Responses.Slack;

/// <summary>What somebody reads in Slack who asked for something; nobody else sees it.</summary>
/// <param name="Text">Plain.</param>
/// <param name="Buttons">May be empty.</param>
public sealed record SlackAnswer(string Text, ImmutableArray<JsonObject> Buttons)
{
    private const int MostListed = 20;
    private const int MostEvents = 8;

    private const string Typed = """
        /incident list
        /incident show [INC-…]
        /incident declare [SEV1-SEV4] what is wrong
        /incident ack [INC-…]
        /incident take [INC-…] (also from somebody else)
        /incident escalate [INC-…]
        /incident note [INC-…] text
        /incident sev SEV1-SEV4 INC-… [reason]
        /incident resolve INC-… [reason]
        /incident false-alarm INC-… reason
        /incident item INC-… what is to be done
        /incident assign INC-… i1 owner [2026-12-31]
        /incident done INC-… i1
        Where it stands in brackets the number can be left out while only one incident is active.
        """;

    public static SlackAnswer Sentence(string text) => new(text, []);

    public static SlackAnswer Help(string? fault) => Sentence(fault is null ? Typed : $"{fault} Nothing was changed.\n{Typed}");

    /// <param name="active">Newest last.</param>
    /// <param name="unread">How many more there are that were not looked at.</param>
    public static SlackAnswer List(IReadOnlyList<Incident> active, int unread, DateTimeOffset now)
    {
        if (active.Count == 0)
        {
            return Sentence(unread == 0 ? "No incident is active." : $"None of the newest incidents is active; {unread} older ones were not looked at.");
        }

        var text = new StringBuilder(active.Count == 1 ? "One incident is active:\n" : $"{active.Count} incidents are active:\n");
        var listed = 0;
        foreach (var severity in Enum.GetValues<SeverityLevel>())
        {
            foreach (var incident in active.Where(incident => incident.Severity == severity && listed < MostListed))
            {
                listed++;
                text.Append(Line(incident, now)).Append('\n');
            }
        }

        return Sentence(text.Append(active.Count + unread > listed ? $"… and {active.Count + unread - listed} more.\n" : "").Append("More: /incident show INC-…").ToString());
    }

    /// <summary>Several could be meant.</summary>
    public static SlackAnswer WhichOne(IReadOnlyList<Incident> active, DateTimeOffset now) =>
        Sentence($"{active.Count} incidents are active, so say which one you mean. Nothing was changed.\n{string.Join('\n', active.TakeLast(MostListed).Select(incident => Line(incident, now)))}");

    /// <param name="link">The member's own link to the incident's page; null where there is none.</param>
    public static SlackAnswer Show(IncidentView view, string? link)
    {
        var text = new StringBuilder($"{DrillText.Mark(view.Incident)}{Words.Of(view.Incident.Severity)} {Words.Of(view.Incident.Status)}: {PageFacts.Title(view.Incident)} ({view.Incident.Id})\n{IncidentSentences.WhoHasIt(view)}\n\n");
        PageFact?[] facts = [PageFacts.Since(view.Incident, view.Now), PageFacts.Reason(view.Incident), .. PageFacts.Where(view.Incident)];
        foreach (var fact in facts.OfType<PageFact>())
        {
            text.Append($"{fact.Label}: {PlainText.Line(fact.Text, 300)}\n");
        }

        foreach (var item in view.Incident.Items)
        {
            text.Append($"Follow-up {item.Id}: {PlainText.Line(item.Text, 160)} ({(item.DoneAt is not null ? "done" : $"{(item.Owner is { } owner ? PlainText.Line(owner, Limits.Name) : "no owner yet")}, {(item.Due is { } due ? $"due {Times.Day(due)}" : "no due date yet")}")})\n");
        }

        text.Append("\nLast:\n");
        foreach (var happened in view.Timeline.TakeLast(MostEvents))
        {
            text.Append($"{Times.Clock(happened.At, view.Now)}: {PlainText.Line(TimelineText.Of(happened), 240)}\n");
        }

        return new SlackAnswer(text.ToString(), [.. SlackButton.Of(view.Incident), .. SlackElements.Link("respond", "Your own page", link) is { } page ? [page] : Array.Empty<JsonObject>()]);
    }

    /// <param name="view">As it is after the command.</param>
    public static SlackAnswer Done(IncidentView view, IncidentCommand command) => Sentence($"{DrillText.Mark(view.Incident)}{view.Incident.Id}, {Words.Of(view.Incident.Severity)}, {PlainText.Line(PageFacts.Title(view.Incident), 80)}: {IncidentSentences.Happened(view, command)}");

    /// <param name="disposition">What became of the declaration; null when it could not be taken in.</param>
    /// <param name="severity">As it was opened.</param>
    /// <param name="escalation">Of that severity.</param>
    public static SlackAnswer Declared(EventDisposition? disposition, SeverityLevel severity, Escalation escalation) => Sentence(disposition switch
    {
        { Disposition: Disposition.Opened, IncidentId: { } id } when escalation.Kind == MessageKind.Page => $"{id} is opened as {Words.Of(severity)}: {PlainText.Line(escalation.Levels[0].Notify, Limits.Name)} is paged now. To take it: /incident ack {id}",
        { Disposition: Disposition.Opened, IncidentId: { } id } => $"{id} is opened as {Words.Of(severity)}: a notice goes to {PlainText.Line(escalation.Levels[0].Notify, Limits.Name)}, and nobody is woken. If somebody must be: /incident sev SEV1 {id}",
        { IncidentId: { } id } => $"It belongs to {id}, which is active already{(disposition.Reason is { } why ? $": {PlainText.Line(why, 300)}" : ".")}",
        { Reason: { } why } => $"No incident was opened: {PlainText.Line(why, 300)}",
        _ => "No incident could be opened right now. Try again in a minute; if it is urgent, page people by hand.",
    });

    /// <summary>Something that is needed does not answer.</summary>
    public static SlackAnswer Unavailable { get; } = Sentence("This does not work right now, and it is not known that anything was changed. Look with /incident show, and try again in a minute. Paging goes on meanwhile.");

    /// <summary>As Slack takes it: in the answer to a command, or sent to a press's <c>response_url</c>.</summary>
    public string Json() => new JsonObject
    {
        ["response_type"] = "ephemeral",
        ["replace_original"] = false,
        ["text"] = SlackText.Escape(Text, 1000),
        ["mrkdwn"] = false,
        ["blocks"] = new JsonArray([.. new[] { SlackElements.Section(Text), SlackElements.Actions(Buttons) }.OfType<JsonObject>()]),
    }.ToJsonString();

    private static string Line(Incident incident, DateTimeOffset now) =>
        $"{DrillText.Mark(incident)}{incident.Id} {Words.Of(incident.Severity)} {Words.Of(incident.Status)}, {Times.Relative(incident.OccurredAt, now)}: {PlainText.Line(PageFacts.Title(incident), 80)}{(incident.Acknowledgement is { } held ? $" ({Words.Name(held.By)})" : "")}";
}
