using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>The frame of every page: one column, readable on a phone, in light and in dark.</summary>
internal static class PageLayout
{
    /// <summary>In UTF-16 units after escaping.</summary>
    public const int LongestTitle = 400;

    private const string Style = """
        :root{color-scheme:light dark;--back:#fff;--card:#f4f5f7;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;--deed:#0b5cad;--on-deed:#fff;--bad:#a40e26;--good:#116329}
        @media(prefers-color-scheme:dark){:root{--back:#0d1117;--card:#161b22;--text:#e6edf3;--soft:#9da7b3;--line:#3d444d;--deed:#6cb6ff;--on-deed:#0d1117;--bad:#ff8e8a;--good:#6fdd8b}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
        main{max-width:42rem;margin:0 auto;padding:1rem}
        h1{font-size:1.4rem;line-height:1.25;margin:.5rem 0 .75rem}
        h2{font-size:1.05rem;margin:1.75rem 0 .5rem}
        p{margin:.5rem 0}
        .badges{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:0;color:var(--soft);font-size:.875rem}
        .badge{padding:.1rem .6rem;border:1px solid var(--line);border-radius:1rem;color:var(--text);font-weight:600}
        .sev1,.sev2,.sev3,.sev4{border:0;color:#fff}.sev1{background:#b3261e}.sev2{background:#a84b00}.sev3{background:#7a5c00}.sev4{background:#1f5fa8}
        .who{font-size:1.1rem;font-weight:600}
        .banner{border-left:.35rem solid var(--good);background:var(--card);padding:.5rem 1rem;margin:0 0 1rem}.refused{border-color:var(--bad)}
        form{margin:1rem 0}
        label{display:block;font-weight:600;margin:.75rem 0 .25rem}
        input,select,textarea,button{font:inherit;width:100%;border-radius:.4rem;padding:.7rem;min-height:3rem}
        input,select,textarea{background:var(--back);color:var(--text);border:1px solid var(--soft)}
        textarea{min-height:6rem}
        button{margin-top:.75rem;border:2px solid var(--deed);background:none;color:var(--deed);font-weight:700;cursor:pointer}
        .first button{background:var(--deed);color:var(--on-deed)}
        .hint,.age{color:var(--soft);font-size:.875rem}
        details{border:1px solid var(--line);border-radius:.4rem;padding:0 1rem;margin:.75rem 0}
        summary{padding:.75rem 0;font-weight:700;color:var(--deed);cursor:pointer}
        :focus-visible{outline:3px solid var(--deed);outline-offset:2px}
        dt{color:var(--soft);font-size:.875rem;margin-top:.5rem}dd{margin:0}
        a{color:var(--deed)}
        ol{list-style:none;margin:0;padding:0}
        li{border-left:.2rem solid var(--line);padding:0 0 .75rem 1rem}li p{margin:0}
        .failed{border-color:var(--bad)}
        """;

    /// <param name="title">For the browser's tab.</param>
    /// <param name="escaped">The title is HTML already.</param>
    public static string Document(string title, string body, bool escaped = false) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{(escaped ? title : HtmlText.Escape(title))}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>

        """;

    /// <summary>What has just happened; screen readers say it first.</summary>
    /// <param name="kind"><c>done</c> or <c>refused</c>.</param>
    public static string Banner(string kind, ImmutableArray<string> sentences) =>
        $"<div class=\"banner {kind}\" role=\"{(kind == "done" ? "status" : "alert")}\">\n{Paragraphs(sentences)}</div>\n";

    public static string Paragraphs(ImmutableArray<string> sentences, string? style = null) =>
        string.Concat(sentences.Select(sentence => $"<p{(style is null ? "" : $" class=\"{style}\"")}>{HtmlText.Escape(sentence)}</p>\n"));
}
