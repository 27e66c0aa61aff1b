using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Updates;

/// <summary>A status update, for those who follow an incident and need not act: where it stands, what changed, when the next one comes.</summary>
public static class UpdateText
{
    private const int MostNews = 12;

    public static SnsMessage ToTopic(UpdateContext update, string topicArn) => new(null, topicArn, MessageHeading.Subject(update.Incident, Label(update)), Text(update), MessageAttributes.Of(update.Incident, "update"));

    public static SlackMessage ToSlack(UpdateContext update, string channel) => SlackNote.Compose(
        channel,
        MessageHeading.Of(update.Incident, Label(update)),
        [Standing(update), "", .. Changes(update), "", Next(update)],
        $"{MessageHeading.Of(update.Incident, Label(update))} ({update.Incident.Id})",
        update.Links.Slack,
        $"{update.Incident.Id} · {Words.Of(update.Incident.Severity)} · {Words.Of(update.Incident.Status)}");

    private static string Label(UpdateContext update) => update switch
    {
        { Incident: { IsActive: false, FalseAlarm: true } } => "False alarm",
        { Incident.IsActive: false } => "Resolved",
        { Incident.UpdatedVersion: 0 } => "New incident",
        { News: { } news } when news.Any(happened => happened is SeverityRaised or SeverityChanged) => "Severity changed",
        { Incident.Status: IncidentStatus.Mitigated, News: { } news } when news.Any(happened => happened is IncidentMitigated) => "Recovering",
        _ => "Update",
    };

    private static string Text(UpdateContext update)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');

        Line(PageFacts.Headline(update.Incident));
        Line(Standing(update));
        Line("");
        PageFact?[] facts = [PageFacts.Since(update.Incident, update.Now), PageFacts.Reason(update.Incident), .. PageFacts.Where(update.Incident)];
        foreach (var fact in facts.OfType<PageFact>())
        {
            Line($"{fact.Label}: {fact.Text}");
        }

        Line("");
        foreach (var change in Changes(update))
        {
            Line(change);
        }

        Line("");
        if (update.Links.Topic is { } link)
        {
            Line($"Look: {link}");
            Line("Opening it changes nothing.");
        }

        Line(Next(update));
        Line($"{update.Incident.Id}, as of {Times.Moment(update.Now)}");
        return text.ToString();
    }

    /// <summary>Where it stands, in a sentence or two.</summary>
    private static string Standing(UpdateContext update) => update.Incident switch
    {
        { IsActive: false, FalseAlarm: true } => "It was a false alarm: nothing is wrong.",
        { IsActive: false, ResolvedAt: { } at } over => $"It has been over since {Times.Clock(at, update.Now)}, {Durations.InWords(Whole(at - over.OccurredAt))} after it began.",
        { Status: IncidentStatus.Mitigated, MitigatedByAction: true } => "Automation has helped; it counts as over if it stays quiet.",
        { Status: IncidentStatus.Mitigated } => "The signals have recovered; it counts as over if they stay quiet.",
        { Acknowledgement: { } held } => $"{Words.Name(held.By)} has been on it since {Times.Clock(held.At, update.Now)}.",
        { PagedAt: not null } => "Nobody has taken it yet; people are being paged.",
        _ => "People are being paged.",
    };

    private static IEnumerable<string> Changes(UpdateContext update)
    {
        if (update.News is not { IsEmpty: false } news)
        {
            yield return update.Incident.UpdatedAt is { } last ? $"Nothing has changed since the update of {Times.Clock(last, update.Now)}." : "Nothing has happened yet.";
            yield break;
        }

        yield return update.Incident.UpdatedAt is { } before ? $"Since the update of {Times.Clock(before, update.Now)}:" : "So far:";
        if (news.Length > MostNews)
        {
            yield return $"- ({news.Length - MostNews} earlier entries are on the incident's page.)";
        }

        foreach (var happened in news.TakeLast(MostNews))
        {
            yield return $"- {Times.Clock(happened.At, update.Now)}: {TimelineText.Of(happened)}";
        }
    }

    private static string Next(UpdateContext update) => update.Pace is { } pace
        ? $"The next update comes at {Times.Clock(update.Now + pace, update.Now)}, or at once when severity or state changes."
        : "This is the last update.";

    private static TimeSpan Whole(TimeSpan span) => TimeSpan.FromMinutes(Math.Max(1, Math.Floor(span.TotalMinutes)));
}
