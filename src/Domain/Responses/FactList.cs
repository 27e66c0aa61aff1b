using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>What is known of the incident.</summary>
internal static class FactList
{
    private const int LongestFact = 800;

    public static string Of(ResponseView view)
    {
        var incident = view.Incident;
        var severity = new PageFact($"{Words.Of(incident.Severity)} is for", PlainText.Line(view.Severity.Description, Limits.ListItem));
        PageFact?[] facts = [severity, PageFacts.Since(incident, view.Now), PageFacts.Reason(incident), .. PageFacts.Where(incident)];
        return $"""
            <h2>What is known</h2>
            <dl>
            {string.Concat(facts.OfType<PageFact>().Select(fact => $"<dt>{fact.Label}</dt><dd><bdi>{HtmlText.Escape(fact.Text, LongestFact)}</bdi></dd>\n"))}</dl>
            {Alarm(incident)}
            """;
    }

    private static string Alarm(Incident incident) => ConsoleLinks.Alarm(incident) is { } link
        ? $"<p><a rel=\"noreferrer\" href=\"{HtmlText.Escape(link)}\">The alarm in the CloudWatch console</a></p>\n"
        : "";
}
