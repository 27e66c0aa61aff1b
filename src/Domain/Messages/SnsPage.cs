using System.Collections.Immutable;
using System.Text;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Messages;

/// <summary>A page as e-mail, SMS and other SNS subscribers read it: plain text whose first line says what is wrong and how bad.</summary>
public static class SnsPage
{
    /// <summary>SNS wants fewer than 100 characters.</summary>
    public const int SubjectLimit = 99;

    /// <summary>To everybody on the paging topic, with the topic's link.</summary>
    public static SnsMessage ToTopic(PageContext page, string topicArn) =>
        new(null, topicArn, MessageHeading.Subject(page.Incident, PageOccasion.Of(page).Label), Text(page, page.Links.Topic, to: null), Attributes(page));

    /// <summary>To one person's own topic, with that person's link.</summary>
    public static SnsMessage ToPerson(PageContext page, string personId, Person person, string topicArn) =>
        new(personId, topicArn, MessageHeading.Subject(page.Incident, PageOccasion.Of(page).Label), Text(page, page.Links.People.GetValueOrDefault(personId), person), Attributes(page));

    private static string Text(PageContext page, string? link, Person? to)
    {
        var text = new StringBuilder();
        if (page.Incident.IsDrill)
        {
            Line(text, DrillText.Sentence);
        }

        Line(text, PageFacts.Headline(page.Incident));
        Line(text, PageOccasion.Of(page).Sentence);
        Line(text, "");
        Facts(text, [PageFacts.Since(page.Incident, page.Now), PageFacts.Reason(page.Incident)]);
        Facts(text, PageFacts.Where(page.Incident));
        Line(text, "");
        Link(text, page, link, to);
        foreach (var sentence in PageRequest.Sentences(page))
        {
            Line(text, sentence);
        }

        Line(text, "");
        Facts(text, [Fact("Alarm", ConsoleLinks.Alarm(page.Incident)), Fact("Workflow", ConsoleLinks.Execution(page.ExecutionArn))]);
        Line(text, Footer(page));
        return text.ToString();
    }

    private static void Link(StringBuilder text, PageContext page, string? link, Person? to)
    {
        if (link is null)
        {
            Line(text, PageRequest.WithoutLink);
            return;
        }

        Line(text, $"{PageRequest.LinkLabel(page)}: {link}");
        if (to is not null)
        {
            Line(text, $"The link is {PlainText.Line(to.Name, Limits.Name)}'s own: what it does is done in that name. Do not forward it.");
        }

        if (page.Links.ExpireAt is { } expires)
        {
            Line(text, $"Opening it changes nothing yet. It works until {Times.Moment(expires)}.");
        }
    }

    private static string Footer(PageContext page) =>
        $"{page.Incident.Id}, level {page.ToldNumber} ({PlainText.Line(page.Told.Notify, Limits.Name)}), round {page.Round}, detected by {PlainText.Line(page.Incident.Source, Limits.Name)}";

    private static ImmutableSortedDictionary<string, SnsAttribute> Attributes(PageContext page) => MessageAttributes.Of(page.Incident, page.Kind == MessageKind.Page ? "page" : "notice");

    private static PageFact? Fact(string label, string? text) => text is null ? null : new(label, text);

    private static void Facts(StringBuilder text, IEnumerable<PageFact?> facts)
    {
        foreach (var fact in facts.OfType<PageFact>())
        {
            Line(text, $"{fact.Label}: {fact.Text}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
