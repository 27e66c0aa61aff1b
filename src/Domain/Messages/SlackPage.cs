using System.Text.Json.Nodes;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Messages;

/// <summary>A page as a Slack message.</summary>
public static class SlackPage
{
    /// <summary>Slack's limit for a header block.</summary>
    public const int HeaderLimit = 150;

    /// <summary>Slack's limit for the text of a section.</summary>
    public const int SectionLimit = 3000;

    /// <summary>Slack's limit for one field of a section.</summary>
    public const int FieldLimit = 2000;

    // A whole message is to stay under 12,000 characters, so a list is cut before the vendor would.
    private const int FactLimit = 1200;

    /// <summary>Slack's limit for a button's URL.</summary>
    public const int UrlLimit = 3000;

    /// <param name="channel">Where to post, for example <c>#incident-response</c>.</param>
    /// <param name="answers">Whether Slack tells us what buttons people press; else there are only links.</param>
    public static SlackMessage Compose(PageContext page, string channel, bool answers = false) => new(SlackElements.Message(channel, $"{PageFacts.Headline(page.Incident)} ({page.Incident.Id})",
    [
        SlackElements.Header($"{DrillText.Mark(page.Incident)}{Mark(page)} {Words.Of(page.Incident.Severity)}: {PageFacts.Title(page.Incident)}"),
        page.Incident.IsDrill ? SlackElements.Section(DrillText.Sentence) : null,
        SlackElements.Section(PageOccasion.Of(page).Sentence),
        PageFacts.Reason(page.Incident) is { } reason ? SlackElements.Section($"{reason.Label}: {reason.Text}") : null,
        Fields(page),
        SlackElements.Section(string.Join('\n', page.Links.Slack is null && !answers ? [PageRequest.WithoutLink, .. PageRequest.Sentences(page)] : PageRequest.Sentences(page))),
        SlackElements.Actions(Buttons(page, answers)),
        SlackElements.Context(Footer(page)),
    ]));

    private static JsonObject Fields(PageContext page)
    {
        PageFact[] facts = [PageFacts.Since(page.Incident, page.Now), .. PageFacts.Where(page.Incident)];
        return new JsonObject
        {
            ["type"] = "section",
            ["fields"] = new JsonArray([.. facts.Select(fact => (JsonNode)SlackElements.Plain($"{fact.Label}\n{fact.Text}", FactLimit))]),
        };
    }

    private static IEnumerable<JsonObject> Buttons(PageContext page, bool answers)
    {
        var respond = SlackElements.Link("respond", answers ? "Details" : PageRequest.LinkLabel(page), page.Links.Slack);
        if (!answers)
        {
            respond?.Add("style", "primary");
        }

        return
        [
            .. answers ? SlackButton.Of(page.Incident) : [],
            .. new[] { respond, SlackElements.Link("alarm", "Alarm", ConsoleLinks.Alarm(page.Incident)), SlackElements.Link("workflow", "Workflow", ConsoleLinks.Execution(page.ExecutionArn)) }.OfType<JsonObject>(),
        ];
    }

    private static string Footer(PageContext page) =>
        $"{page.Incident.Id} · level {page.ToldNumber} ({PlainText.Line(page.Told.Notify, Limits.Name)}) · round {page.Round} · detected by {PlainText.Line(page.Incident.Source, Limits.Name)}";

    private static string Mark(PageContext page) => page.Incident.Severity switch
    {
        SeverityLevel.Sev1 => "🔴",
        SeverityLevel.Sev2 => "🟠",
        SeverityLevel.Sev3 => "🟡",
        _ => "🔵",
    };
}
