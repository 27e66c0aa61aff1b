using System.Text;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>What is told after an incident (runbook 5.1): what happened, what is to be done by whom, and how far that is.</summary>
public static class AftermathText
{
    private const int MostItems = FollowUpItem.Most;

    /// <summary>To those who follow incidents. None for what only owners must know.</summary>
    public static SnsMessage ToTopic(AftermathContext told, string topicArn) => new(null, topicArn, MessageHeading.Subject(told.Incident, Label(told.Step)), Text(told, null, null), MessageAttributes.Of(told.Incident, Kind(told.Step)));

    public static SnsMessage ToPerson(AftermathContext told, string personId, string topicArn) => new(
        personId, topicArn, MessageHeading.Subject(told.Incident, Label(told.Step)), Text(told, told.Links.People.GetValueOrDefault(personId), told.Policy.People[personId]), MessageAttributes.Of(told.Incident, Kind(told.Step)));

    public static SlackMessage ToSlack(AftermathContext told, string channel) => SlackNote.Compose(
        channel,
        MessageHeading.Of(told.Incident, Label(told.Step)),
        Lines(told),
        $"{MessageHeading.Of(told.Incident, Label(told.Step))} ({told.Incident.Id})",
        told.Links.Slack,
        $"{told.Incident.Id} · {Words.Of(told.Incident.Severity)} · {Words.Of(told.Incident.Status)}");

    /// <summary>Whether those who follow incidents are told of a step; the others concern owners only.</summary>
    public static bool ConcernsFollowers(AftermathStep step) => step is AftermathStep.Summary or AftermathStep.PostMortem or AftermathStep.FollowUp;

    /// <summary>The files of the post-mortem's step; none of any other.</summary>
    public static IEnumerable<DocumentDraft> Documents(AftermathContext told)
    {
        if (told.Step == AftermathStep.PostMortem)
        {
            var post = PostMortemDraft.Of(told.Incident, told.Timeline, told.Policy);
            yield return new($"{told.DocumentKey}.md", "text/markdown; charset=utf-8", PostMortemMarkdown.Of(post));
            yield return new($"{told.DocumentKey}.html", "text/html; charset=utf-8", PostMortemPage.Of(post));
        }
    }

    private static string Label(AftermathStep step) => step switch
    {
        AftermathStep.Summary => "Summary",
        AftermathStep.PostMortem => "Draft of the post-mortem",
        AftermathStep.Priorities => "Follow-up items",
        AftermathStep.FollowUp => "Progress of the follow-up",
        AftermathStep.Overdue => "Overdue follow-up item",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No label for this step."),
    };

    private static string Kind(AftermathStep step) => step switch
    {
        AftermathStep.Summary => "summary",
        AftermathStep.PostMortem => "post-mortem",
        _ => "follow-up",
    };

    private static string Text(AftermathContext told, string? link, Person? to)
    {
        var text = new StringBuilder();
        text.Append($"{PageFacts.Headline(told.Incident)}\n");
        foreach (var line in Lines(told))
        {
            text.Append(line).Append('\n');
        }

        if (to is { } person)
        {
            text.Append(link is null
                ? "\nThis message carries no link, because none could be signed.\n"
                : $"\nAdd, assign and tick off items: {link}\nThe link is {PlainText.Line(person.Name, Limits.Name)}'s own: what it does is done in that name. Do not forward it.\n");
        }

        return text.Append($"\n{told.Incident.Id}, as of {Times.Moment(told.Now)}\n").ToString();
    }

    private static IEnumerable<string> Lines(AftermathContext told) => told.Step switch
    {
        AftermathStep.Summary => Summary(told),
        AftermathStep.PostMortem => PostMortem(told),
        AftermathStep.Priorities => Priorities(told),
        AftermathStep.FollowUp => FollowUp(told),
        _ => Overdue(told),
    };

    private static IEnumerable<string> Summary(AftermathContext told)
    {
        var incident = told.Incident;
        var end = incident.ResolvedAt ?? told.Now;
        yield return $"It lasted {InWords(end - incident.OccurredAt)}, from {Times.Moment(incident.OccurredAt)} to {Times.Moment(end)}.";
        yield return "";
        yield return incident.Runbook?.Finding is { Confidence: > Confidence.Low } finding
            ? $"What happened: {PlainText.Line(finding.Summary, Limits.Reason)} (The runbook is {Words.Of(finding.Confidence)}.)"
            : $"What happened: no runbook found a cause.{(PageFacts.Reason(incident) is { } reason ? $" {reason.Label}: {reason.Text}" : "")}";
        yield return $"Who was affected: {(incident.Tenants is { IsDefaultOrEmpty: false } tenants ? Words.List(tenants) : "nothing is recorded of single tenants")}{(incident.Impact?.Records is { } records ? $"; {Numbers.Count(records)} records" : "")}.";
        if (told.Timeline.OfType<IncidentResolved>().LastOrDefault() is { } resolved)
        {
            yield return $"How it ended: {TimelineText.Of(resolved)}";
        }

        var target = ResponseTarget.Of(incident, told.Timeline, told.Policy);
        yield return incident.AcknowledgedAt is { } taken
            ? $"Acknowledged {InWords(taken - incident.OpenedAt)} after detection (target {Durations.InWords(target)}); resolved {InWords(end - incident.OpenedAt)} after detection."
            : $"Nobody acknowledged it (target {Durations.InWords(target)}); resolved {InWords(end - incident.OpenedAt)} after detection.";
        yield return "";
        yield return "What follows:";
        yield return Later(told, AftermathStep.PostMortem, "draft of the post-mortem");
        yield return Later(told, AftermathStep.Priorities, "every follow-up item has an owner and a due date");
        yield return Later(told, AftermathStep.FollowUp, "how far they are");
    }

    private static string Later(AftermathContext told, AftermathStep step, string what) =>
        $"- {(AftermathRules.DueOf(step, told.Incident, told.Policy.Aftermath) is { } due ? Times.Moment(due) : "later")}: {what}";

    private static IEnumerable<string> PostMortem(AftermathContext told)
    {
        var blanks = PostMortemDraft.Of(told.Incident, told.Timeline, told.Policy).Blanks.ToList();
        yield return "The post-mortem is drafted from what is recorded.";
        yield return $"To read it: aws s3 cp s3://{told.Bucket}/{told.DocumentKey}.html .";
        yield return $"To edit it: aws s3 cp s3://{told.Bucket}/{told.DocumentKey}.md .";
        yield return "If it is not there, the incident's page says why.";
        yield return "";
        yield return blanks.Count == 0 ? "Nothing in it is left to fill in." : $"{AftermathPeople.OwnerInWords(told.Incident, told.Policy)}, {Times.Count(blanks.Count, "blank")} in it {(blanks.Count == 1 ? "is" : "are")} yours:";
        foreach (var blank in blanks)
        {
            yield return $"- {blank.Missing}";
        }

        if (CustomerMailRules.Find(told.Incident, MailKind.Report) is { Status: not (MailStatus.Sent or MailStatus.Dropped) } report)
        {
            yield return "";
            yield return $"The report on it has still not reached {Words.List(report.Left)}, and the 48 hours are over: an approver decides by the link that was sent for it.";
        }

        if (AftermathRules.DueOf(AftermathStep.Priorities, told.Incident, told.Policy.Aftermath) is { } due)
        {
            yield return "";
            yield return $"By {Times.Moment(due)} every follow-up item is to have an owner and a due date.";
        }
    }

    private static IEnumerable<string> Priorities(AftermathContext told)
    {
        var open = told.OpenItems.ToList();
        var loose = open.Where(item => item.Owner is null || item.Due is null).ToList();
        if (told.Incident.Items.IsEmpty)
        {
            yield return "Nobody has added a follow-up item yet. If nothing is to be done so that it does not come back, that is a decision: write it as a note.";
            yield break;
        }

        yield return loose.Count == 0 ? "Every open follow-up item has an owner and a due date." : $"{Times.Count(loose.Count, "follow-up item")} still {(loose.Count == 1 ? "lacks" : "lack")} an owner or a due date:";
        foreach (var item in loose.Take(MostItems))
        {
            yield return $"- {Item(told, item)}";
        }

        var complete = open.Except(loose).ToList();
        if (loose.Count > 0 && complete.Count > 0)
        {
            yield return "These have both:";
        }

        foreach (var item in complete.Take(MostItems - Math.Min(MostItems, loose.Count)))
        {
            yield return $"- {Item(told, item)}";
        }
    }

    private static IEnumerable<string> FollowUp(AftermathContext told)
    {
        var (items, open) = (told.Incident.Items, told.OpenItems.ToList());
        yield return items.IsEmpty ? "No follow-up item was ever added."
            : open.Count == 0 ? items.Length == 1 ? "The one follow-up item is done." : $"All {items.Length} follow-up items are done."
            : $"{items.Length - open.Count} of {Times.Count(items.Length, "follow-up item")} {(items.Length - open.Count == 1 ? "is" : "are")} done. Open:";
        foreach (var item in open.Take(MostItems))
        {
            yield return $"- {Item(told, item)}{(item.OverdueAt <= told.Now ? ", overdue" : "")}";
        }

        yield return "";
        yield return open.Count == 0 ? "With this the incident's aftermath ends." : "With this the incident's aftermath ends. Nobody reminds of the open items from now on: put them where your team plans its work.";
    }

    private static IEnumerable<string> Overdue(AftermathContext told)
    {
        if (told.Item is { } item)
        {
            yield return Words.Sentence($"This was to be done by the end of {(item.Due is { } due ? Times.Day(due) : "its day")}: {Item(told, item)}");
            yield return "If it is done, tick it off; if it takes longer, give it another day.";
        }
    }

    private static string Item(AftermathContext told, FollowUpItem item) => CommunicationText.Item(AftermathPeople.Named(item, told.Policy));

    private static string InWords(TimeSpan span) => span < TimeSpan.FromMinutes(1) ? "less than a minute" : Durations.InWords(TimeSpan.FromMinutes(Math.Floor(span.TotalMinutes)));
}
