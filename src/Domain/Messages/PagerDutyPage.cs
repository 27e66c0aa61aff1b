using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Messages;

/// <summary>Bodies of PagerDuty's Events API v2, without the routing key, which the connection adds.</summary>
public static class PagerDutyPage
{
    /// <summary>PagerDuty's limit for a summary.</summary>
    public const int SummaryLimit = 1024;

    /// <summary>PagerDuty's limit for a dedup key.</summary>
    public const int DedupKeyLimit = 255;

    /// <summary>The incident's id, and <c>/r2</c>, <c>/r3</c>, … after it for later triggers: PagerDuty does not notify again for an open key.</summary>
    public static string DedupKey(string incidentId, int trigger) =>
        trigger <= 1 ? incidentId : string.Create(CultureInfo.InvariantCulture, $"{incidentId}/r{trigger}");

    public static PagerDutyMessage Trigger(PageContext page)
    {
        var body = new JsonObject
        {
            ["event_action"] = "trigger",
            ["dedup_key"] = DedupKey(page.Incident.Id, (page.Incident.Paging.PagerDuty?.Triggers ?? 0) + 1),
            ["payload"] = Payload(page),
            ["client"] = "IncidentServerless",
        };
        if (page.Links.PagerDuty is { } link)
        {
            body["client_url"] = link;
        }

        body["links"] = Links(page);
        return new PagerDutyMessage(body);
    }

    /// <summary>People acknowledged elsewhere: one message for each trigger.</summary>
    public static ImmutableArray<PagerDutyMessage> Acknowledge(string incidentId, int triggers) => ForEach("acknowledge", incidentId, triggers);

    /// <summary>It is over: one message for each trigger.</summary>
    public static ImmutableArray<PagerDutyMessage> Resolve(string incidentId, int triggers) => ForEach("resolve", incidentId, triggers);

    private static ImmutableArray<PagerDutyMessage> ForEach(string action, string incidentId, int triggers) =>
    [
        .. Enumerable.Range(1, Math.Max(1, triggers)).Select(trigger => new PagerDutyMessage(new JsonObject
        {
            ["event_action"] = action,
            ["dedup_key"] = DedupKey(incidentId, trigger),
        })),
    ];

    private static JsonObject Payload(PageContext page)
    {
        var incident = page.Incident;
        var payload = new JsonObject
        {
            ["summary"] = PlainText.Truncate($"{PageFacts.Headline(page.Incident)} ({incident.Id})", SummaryLimit),
            ["source"] = PlainText.Line($"{incident.Account}/{incident.Region}", Limits.ListItem),
            ["severity"] = Severity(incident.Severity),
            ["timestamp"] = Times.Iso(incident.OccurredAt),
        };
        if (incident.Resources.Select(resource => PlainText.Line(resource, Limits.ListItem)).FirstOrDefault(resource => resource.Length > 0) is { } component)
        {
            payload["component"] = component;
        }

        if (Words.List(incident.Tenants) is { Length: > 0 } tenants)
        {
            payload["group"] = tenants;
        }

        payload["class"] = incident.Type.ToString();
        payload["custom_details"] = Details(page);
        return payload;
    }

    private static JsonObject Details(PageContext page)
    {
        PageFact?[] facts =
        [
            page.Incident.IsDrill ? new("Drill", DrillText.Sentence) : null,
            new("Why now", PageOccasion.Of(page).Sentence),
            PageFacts.Since(page.Incident, page.Now),
            PageFacts.Reason(page.Incident),
            .. PageFacts.Where(page.Incident),
            new("Response time", $"{Durations.InWords(page.Severity.RespondWithin)}, by {Times.Moment(page.RespondBy)}"),
            new("Detected by", PlainText.Line(page.Incident.Source, Limits.Name)),
            new("Incident", page.Incident.Id),
            page.Links.PagerDuty is null ? new("Link", PageRequest.WithoutLink) : null,
        ];
        var details = new JsonObject();
        foreach (var fact in facts.OfType<PageFact>())
        {
            details[fact.Label] = fact.Text;
        }

        return details;
    }

    private static JsonArray Links(PageContext page)
    {
        (string Text, string? Href)[] links =
        [
            (PageRequest.LinkLabel(page), page.Links.PagerDuty),
            ("Alarm", ConsoleLinks.Alarm(page.Incident)),
            ("Workflow", ConsoleLinks.Execution(page.ExecutionArn)),
        ];
        return new JsonArray([.. links.Where(link => link.Href is not null).Select(link => (JsonNode)new JsonObject { ["href"] = link.Href, ["text"] = link.Text })]);
    }

    private static string Severity(SeverityLevel severity) => severity switch
    {
        SeverityLevel.Sev1 => "critical",
        SeverityLevel.Sev2 => "error",
        SeverityLevel.Sev3 => "warning",
        _ => "info",
    };
}
