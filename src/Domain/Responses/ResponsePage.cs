using System.Collections.Immutable;
using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>
/// What a signed link shows, for a phone at three in the morning: no script, nothing loaded from elsewhere. Showing it changes nothing;
/// only its forms do.
/// </summary>
public static class ResponsePage
{
    /// <summary>A page never has more bytes than this.</summary>
    public const int LongestPage = 20_000;

    private const int LongestDiagnosis = 400;

    /// <summary>The incident, and what the link allows.</summary>
    public static PageReply Show(ResponseView view) => Incident(200, view, "");

    /// <summary>After a command was recorded.</summary>
    /// <param name="view">With the incident and its timeline as they are now.</param>
    public static PageReply Done(ResponseView view, IncidentCommand command) => Incident(200, view, PageLayout.Banner("done", [IncidentSentences.Happened(view, command)]));

    /// <summary>After <see cref="DeedRefused"/>.</summary>
    public static PageReply Refused(ResponseView view, DeedRefused refusal) =>
        Incident(refusal.Status, view, PageLayout.Banner("refused", [refusal.Sentence]));

    /// <summary>After <see cref="ResponseForm.Parse"/> found faults.</summary>
    public static PageReply FormFaults(ResponseView view, ImmutableArray<string> faults) =>
        Incident(400, view, PageLayout.Banner("refused", ["Nothing was changed.", .. faults]));

    /// <summary>The link is too old. Nothing of the incident is shown, since the token was not verified.</summary>
    public static PageReply Expired(LinkClaims claims, DateTimeOffset now) => Message(410, "This link has expired",
    [
        $"It worked until {Times.Moment(claims.ExpiresAt)} ({Times.Relative(claims.ExpiresAt, now)}). Nothing was changed.",
        "Use the link of a newer message about this incident.",
    ]);

    /// <summary>The token is damaged, or its MAC is wrong.</summary>
    public static PageReply ForgedLink(string? fault = null) => Message(403, "This link is not valid",
    [
        fault ?? "Its signature does not fit what it says, so it was changed on the way or not made here.",
        "Nothing was changed. Open the link straight from the message, whole; some programs cut off long links.",
    ]);

    /// <summary>The link is genuine, but there is no such incident.</summary>
    public static PageReply UnknownIncident(LinkClaims claims) => Message(404, "There is no such incident",
    [
        $"The link is for {claims.IncidentId}, and no incident of that number is stored. Nothing was changed.",
        "If the message is recent, tell the people who run IncidentServerless.",
    ]);

    /// <summary>The signature cannot be checked, or the incident cannot be read or written now.</summary>
    public static PageReply Unavailable() => Message(503, "This does not work right now",
    [
        "The link could not be checked, or the incident could not be read. It is not known that anything was changed.",
        "Try again in a minute. Paging goes on meanwhile, so nobody is forgotten.",
    ]);

    /// <summary>Neither GET, HEAD nor POST.</summary>
    public static PageReply MethodNotAllowed() => Message(405, "This cannot be done here", ["Open the link in a browser."]);

    private static PageReply Message(int status, string heading, ImmutableArray<string> sentences) =>
        new(status, PageLayout.Document(heading, $"<h1>{HtmlText.Escape(heading)}</h1>\n{PageLayout.Paragraphs(sentences)}"));

    private static PageReply Incident(int status, ResponseView view, string banner)
    {
        var incident = view.Incident;
        var title = HtmlText.Escape(PageFacts.Title(incident), PageLayout.LongestTitle);
        var severity = Words.Of(incident.Severity);
        var mark = DrillText.Mark(incident);
        var top = $"""
            <header>
            <p class="badges"><span class="badge {severity.ToLowerInvariant()}">{severity}</span> <span class="badge">{Words.Of(incident.Status)}</span> <span>{HtmlText.Escape(incident.Id)}</span></p>
            <h1>{mark}<bdi>{title}</bdi></h1>
            </header>
            {banner}{Drill(incident)}{PageLayout.Paragraphs([IncidentSentences.WhoHasIt(view)], "who")}{Diagnosis(incident)}
            {ResponseForms.Of(view)}{FactList.Of(view)}
            """;
        var bare = PageLayout.Document($"{mark}{severity} {Words.Of(incident.Status)}: {title}", top, escaped: true);
        var room = LongestPage - Encoding.UTF8.GetByteCount(bare);
        return new PageReply(status, PageLayout.Document($"{mark}{severity} {Words.Of(incident.Status)}: {title}", top + TimelineList.Of(view.Timeline, view.Now, room), escaped: true));
    }

    // Above the buttons: on a phone what is known begins far below them.
    private static string Diagnosis(Incident incident) => incident.Runbook?.Finding is { } finding
        ? $"<p><bdi>Diagnosis ({Words.Of(finding.Confidence)}): {HtmlText.Escape(finding.Summary, LongestDiagnosis)}</bdi></p>\n"
        : "";

    private static string Drill(Incident incident) =>
        incident.IsDrill ? PageLayout.Paragraphs([incident.IsActive ? DrillText.Sentence : DrillText.Over], "who") : "";
}
