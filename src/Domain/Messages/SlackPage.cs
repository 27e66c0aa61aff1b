using System.Text.Json.Nodes;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Messages;

/// <summary>
/// A page as a Slack message. All texts are <c>plain_text</c>, so that nothing in a title or reason becomes bold, a link or a mention;
/// the top-level text, which notifications show, is sent with mrkdwn and parsing off.
/// </summary>
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

    private const int FallbackLimit = 1000;

    /// <param name="channel">Where to post, for example <c>#incident-response</c>.</param>
    public static SlackMessage Compose(PageContext page, string channel) => new(new JsonObject
    {
        ["channel"] = channel,
        ["text"] = SlackText.Escape($"{PageFacts.Headline(page)} ({page.Incident.Id})", FallbackLimit),
        ["mrkdwn"] = false,
        ["parse"] = "none",
        ["link_names"] = false,
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
        ["blocks"] = Blocks(page),
    });

    private static JsonArray Blocks(PageContext page)
    {
        List<JsonNode> blocks =
        [
            new JsonObject { ["type"] = "header", ["text"] = Plain($"{DrillText.Mark(page.Incident)}{Mark(page)} {Words.Of(page.Incident.Severity)}: {PageFacts.Title(page.Incident)}", HeaderLimit) },
            Section(PageOccasion.Of(page).Sentence),
        ];
        if (page.Incident.IsDrill)
        {
            blocks.Insert(1, Section(DrillText.Sentence));
        }

        if (PageFacts.Reason(page.Incident) is { } reason)
        {
            blocks.Add(Section($"{reason.Label}: {reason.Text}"));
        }

        blocks.Add(Fields(page));
        blocks.Add(Section(string.Join('\n', page.Links.Slack is null ? [PageRequest.WithoutLink, .. PageRequest.Sentences(page)] : PageRequest.Sentences(page))));
        if (Buttons(page) is { Count: > 0 } buttons)
        {
            blocks.Add(new JsonObject { ["type"] = "actions", ["elements"] = buttons });
        }

        blocks.Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Plain(Footer(page), FieldLimit)) });
        return new JsonArray([.. blocks]);
    }

    private static JsonObject Fields(PageContext page)
    {
        PageFact[] facts = [PageFacts.Since(page.Incident, page.Now), .. PageFacts.Where(page.Incident)];
        return new JsonObject
        {
            ["type"] = "section",
            ["fields"] = new JsonArray([.. facts.Select(fact => (JsonNode)Plain($"{fact.Label}\n{fact.Text}", FactLimit))]),
        };
    }

    private static JsonArray Buttons(PageContext page)
    {
        (string Id, string Label, string? Url)[] buttons =
        [
            ("respond", PageRequest.LinkLabel(page), page.Links.Slack),
            ("alarm", "Alarm", ConsoleLinks.Alarm(page.Incident)),
            ("workflow", "Workflow", ConsoleLinks.Execution(page.ExecutionArn)),
        ];
        return new JsonArray([.. buttons.Where(button => button.Url is { Length: <= UrlLimit }).Select(button => (JsonNode)Button(button.Id, button.Label, button.Url!))]);
    }

    private static JsonObject Button(string id, string label, string url)
    {
        var button = new JsonObject { ["type"] = "button", ["action_id"] = id, ["text"] = Plain(label, 75), ["url"] = url };
        if (id == "respond")
        {
            button["style"] = "primary";
        }

        return button;
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

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Plain(text, SectionLimit) };

    private static JsonObject Plain(string text, int limit) =>
        new() { ["type"] = "plain_text", ["text"] = SlackText.Escape(text, limit), ["emoji"] = false };
}
