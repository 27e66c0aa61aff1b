using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Responses;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>A post-mortem as a page to read and to print; what is to be filled in is marked.</summary>
public static class PostMortemPage
{
    public static string Of(PostMortem post) => PageLayout.Document(
        $"Draft of the post-mortem of {post.IncidentId}: {post.Title}",
        $"""
        <header>
        <p class="badges"><span class="badge">Draft</span> <span class="badge {post.Severity[..4].ToLowerInvariant()}">{HtmlText.Escape(post.Severity)}</span> <span>{HtmlText.Escape(post.IncidentId)}</span> <span>{HtmlText.Escape(post.Date)}</span> <span>{HtmlText.Escape(post.Duration)}</span></p>
        <h1><bdi>Incident: {HtmlText.Escape(post.Title)}</bdi></h1>
        </header>
        <h2>Summary</h2>
        {Paragraphs(post.Summary)}<h2>Impact</h2>
        {List("ul", post.Impact)}<h2>Root Cause</h2>
        {Paragraphs(post.RootCause)}<h2>Timeline</h2>
        {List("ul", post.Timeline)}<h2>Remediation</h2>
        {List("ol", post.Remediation)}<h2>Lessons Learned</h2>
        {List("ul", post.Lessons)}
        """);

    private static string Paragraphs(ImmutableArray<PostMortemLine> lines) => string.Concat(lines.Select(line => $"<p>{Text(line)}</p>\n"));

    // The frame's own lists are of timelines, without marks.
    private static string List(string kind, ImmutableArray<PostMortemLine> lines) =>
        $"<{kind} style=\"list-style:{(kind == "ol" ? "decimal" : "disc")};padding-left:1.5rem\">\n{string.Concat(lines.Select(line => $"<li style=\"border:0;padding:0 0 .4rem .25rem\">{Text(line)}</li>\n"))}</{kind}>\n";

    private static string Text(PostMortemLine line) => line.IsBlank ? $"<mark>{HtmlText.Escape(line.Text)}</mark>" : $"<bdi>{HtmlText.Escape(line.Text)}</bdi>";
}
