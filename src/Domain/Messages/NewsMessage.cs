using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Updates;

namespace IncidentServerless.Domain.Messages;

/// <summary>What is new about an incident: a diagnosis, a plan that waits for a person, what automation did, who took it, that it is over. It informs; nobody has to acknowledge it.</summary>
public static class NewsMessage
{
    /// <summary>To everybody on the page topic.</summary>
    public static SnsMessage ToTopic(NewsContext news, string topicArn) => new(null, topicArn, MessageHeading.Subject(news.Incident, Label(news)), Text(news, news.Links.Topic, null), Attributes(news));

    /// <summary>To one person who was paged, or may decide about actions.</summary>
    public static SnsMessage ToPerson(NewsContext news, string personId, Person person, string topicArn) =>
        new(personId, topicArn, MessageHeading.Subject(news.Incident, Label(news)), Text(news, news.Links.People.GetValueOrDefault(personId), person, news.Remediation.Approvers.Contains(personId)), Attributes(news));

    /// <param name="channel">Where to post, for example <c>#incident-response</c>.</param>
    /// <param name="answers">Whether Slack tells us what buttons people press; else there are only links.</param>
    public static SlackMessage ToSlack(NewsContext news, string channel, bool answers = false) => SlackNote.Compose(
        channel,
        MessageHeading.Of(news.Incident, Label(news)),
        Lines(news),
        $"{MessageHeading.Of(news.Incident, Label(news))} ({news.Incident.Id})",
        news.Links.Slack,
        $"{news.Incident.Id} · {Words.Of(news.Incident.Severity)} · {Words.Of(news.Incident.Status)}",
        answers ? Decisions(news) : null);

    private static IEnumerable<JsonObject> Decisions(NewsContext news)
    {
        foreach (var record in news.ToApprove)
        {
            yield return SlackButton.Decision(ResponseAction.Approve, news.Incident, record);
            yield return SlackButton.Decision(ResponseAction.Refuse, news.Incident, record);
        }

        foreach (var record in news.Announced)
        {
            yield return SlackButton.Decision(ResponseAction.Refuse, news.Incident, record);
        }

        foreach (var record in news.ToUndo)
        {
            yield return SlackButton.Decision(ResponseAction.Undo, news.Incident, record);
        }
    }

    /// <summary>The most important thing in two words.</summary>
    private static string Label(NewsContext news) =>
        news.Incident is { IsDrill: true, IsActive: false } ? "Drill over"
        : news.News.IsEmpty ? Settled(news)
        : news.ToApprove.Any() ? "Approval needed"
        : news.Announced.Any() ? "Acting soon"
        : news.News.Any(happened => happened is RunbookFailed or ActionFailed or ApprovalExpired or UndoFailed or MailInDoubt or StatusPageUpdated || (happened is MailSent { Deliveries: var sent } && sent.Any(delivery => !delivery.Delivered))) ? "People needed"
        : news.News.LastOrDefault() switch
        {
            AlertJoined => "Another alert",
            DiagnosisMade => "Diagnosis",
            _ when news.News.OfType<DiagnosisMade>().Any() => "Diagnosis",
            _ => "Update",
        };

    private static string Settled(NewsContext news) => news.Settled.LastOrDefault() switch
    {
        IncidentResolved { FalseAlarm: true } => "False alarm",
        IncidentResolved => "Over",
        IncidentMitigated => "Recovered",
        IncidentAcknowledged => "Taken",
        SeverityChanged changed => $"{(changed.To < changed.From ? "Raised" : "Lowered")} to {Words.Of(changed.To)}",
        _ => "Update",
    };

    private static string Text(NewsContext news, string? link, Person? to, bool decides = false)
    {
        var text = new StringBuilder();
        if (news.Incident.IsDrill)
        {
            text.Append(DrillText.Over).Append('\n');
        }

        text.Append($"{PageFacts.Headline(news.Incident)}\n\n");
        foreach (var line in Lines(news))
        {
            text.Append(line).Append('\n');
        }

        text.Append('\n').Append(Link(news, link, to, decides));
        if (ConsoleLinks.Execution(news.ExecutionArn) is { } workflow)
        {
            text.Append("Workflow: ").Append(workflow).Append('\n');
        }

        return text.Append($"{news.Incident.Id}, {Words.Of(news.Incident.Status).ToLowerInvariant()}, as of {Times.Moment(news.Now)}\n").ToString();
    }

    private static IEnumerable<string> Lines(NewsContext news)
    {
        foreach (var settled in news.Settled)
        {
            yield return TimelineText.Of(settled);
        }

        if (news.Settled is [.., var last])
        {
            foreach (var sentence in Outlook(news, last))
            {
                yield return sentence;
            }
        }

        foreach (var happened in news.News.Where(happened => happened is not ApprovalRequested and not ActionPlanned))
        {
            yield return TimelineText.Of(happened);
            foreach (var detail in Details(news, happened))
            {
                yield return $"- {detail}";
            }
        }

        foreach (var record in news.ToApprove)
        {
            yield return $"To approve or refuse until {Times.Clock(record.ApprovalUntil ?? news.Now, news.Now)}: {ActionText.Plan(record.Action, record.Risk, record.Because)}";
        }

        foreach (var record in news.Announced)
        {
            yield return $"Automation does this at {Times.Clock(record.PlannedAt + news.Remediation.AnnounceBefore, news.Now)} unless somebody refuses it: {ActionText.Plan(record.Action, record.Risk, record.Because)}";
        }

        foreach (var record in news.ToUndo)
        {
            var ends = record.AppliedAt + news.Remediation.UndoOffered ?? news.Now;
            yield return $"In place, and can be undone by a personal link until {Times.Moment(ends)}: {ActionText.Deed(record.Action)}.{(ActionText.UndoByHand(record.Action, record.Before) is { } command ? $" By hand: {command}" : "")}";
        }
    }

    /// <summary>What follows if nobody does anything, and what is still asked for.</summary>
    private static IEnumerable<string> Outlook(NewsContext news, IncidentEvent settled)
    {
        if (news.Incident.IsActive && news.News.IsEmpty)
        {
            foreach (var record in news.Awaiting)
            {
                yield return $"Still open for an approver until {Times.Clock(record.ApprovalUntil ?? news.Now, news.Now)}: {Words.Sentence(ActionText.Deed(record.Action))}";
            }

            if (news.Incident.Mails.Any(mail => CustomerMailRules.IsForAPerson(news.Incident, mail)))
            {
                yield return "Still open for an approver: the mail to customers.";
            }
        }

        if (settled is IncidentMitigated && news is { OverAt: { } over, Incident.Status: IncidentStatus.Mitigated })
        {
            yield return $"It counts as over at {Times.Clock(over, news.Now)} if it stays quiet, and is paged again if it does not.";
        }
        else if (news.PagedAgainAt is { } again)
        {
            yield return $"Nobody else is paged. If nothing moves, it is paged again at {Times.Clock(again, news.Now)}.";
        }
    }

    private static IEnumerable<string> Details(NewsContext news, IncidentEvent happened) => happened switch
    {
        DiagnosisMade { Diagnosis: var diagnosis } => diagnosis.Support.Concat(diagnosis.NotSeen.Select(sentence => $"Not seen: {sentence}")).Select(sentence => PlainText.Line(sentence, Limits.Reason)),
        ActionSkipped or ActionFailed or ApprovalExpired when news.Incident.IsActive && ActionText.DoByHand(((ActionEvent)happened).Action) is { } command => [$"To do it by hand: {command}"],
        AlertJoined when news.Incident.Acknowledgement is { } held => [$"{Words.Name(held.By)} has had the incident since {Times.Clock(held.At, news.Now)}; nobody is paged for this alert."],
        StatusPageUpdated => [news.Incident.StatusPage is { FailedTries: >= UpdateRules.MostTries } ? "It is not tried again: set the status page by hand." : $"It is tried again every {Durations.InWords(UpdateRules.Pause)}; until then customers read what it said before."],
        MailInDoubt => ["An approver decides by a personal link. Before sending it again, ask one of the customers whether it came."],
        MailSent => ["It is not sent again by itself. Mend what the refusal says; then an approver sends it again by a personal link, to those alone who have not got it."],
        RunbookFailed when StartAgain(news.Incident) is { } command => [$"To start it again, where the incident stands: {command}"],
        _ => [],
    };

    private static string? StartAgain(Incident incident) => incident.Runbook?.Execution.Split(':') is [var arn, var partition, "states", var region, var account, "execution", var machine, _]
        ? $"aws stepfunctions start-execution --state-machine-arn {arn}:{partition}:states:{region}:{account}:stateMachine:{machine} --input '{{\"incidentId\": \"{incident.Id}\"}}'"
        : null;

    private static string Link(NewsContext news, string? link, Person? to, bool decides) => (link, to) switch
    {
        (null, _) => "This message carries no link, because none could be signed; the next message tries again.\n",
        (_, { } person) => $"{(!decides || news.News.IsEmpty ? "Look, or act" : news.ToApprove.Any() ? "Approve or refuse" : "Decide")}: {link}\nThe link is {PlainText.Line(person.Name, Limits.Name)}'s own: what it does is done in that name. Do not forward it. Opening it changes nothing yet.\n",
        _ when news.Incident.IsDrill || news.News.IsEmpty => $"Look: {link}\nOpening it changes nothing.\n",
        _ => $"Look: {link}\nOpening it changes nothing yet. Only a personal link can decide about actions.\n",
    };

    private static ImmutableSortedDictionary<string, SnsAttribute> Attributes(NewsContext news) =>
        MessageAttributes.Of(news.Incident, news.ToApprove.Any() ? "approval" : news.News.IsEmpty ? "stand-down" : "update");
}
