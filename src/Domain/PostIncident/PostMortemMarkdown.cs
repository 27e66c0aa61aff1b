using System.Collections.Immutable;
using System.Text;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>A post-mortem as Markdown, in exactly the template of runbook 5.2.</summary>
public static class PostMortemMarkdown
{
    public static string Of(PostMortem post)
    {
        var text = new StringBuilder();
        text.Append($"## Incident: {Escape(post.Title)}\n**Date:** {post.Date}\n**Severity:** {post.Severity}\n**Duration:** {post.Duration}\n");
        Section(text, "Summary", post.Summary, _ => "");
        Section(text, "Impact", post.Impact, _ => "- ");
        Section(text, "Root Cause", post.RootCause, _ => "");
        Section(text, "Timeline", post.Timeline, _ => "- ");
        Section(text, "Remediation", post.Remediation, number => $"{number}. ");
        Section(text, "Lessons Learned", post.Lessons, _ => "- ");
        return text.ToString();
    }

    private static void Section(StringBuilder text, string heading, ImmutableArray<PostMortemLine> lines, Func<int, string> mark)
    {
        text.Append($"\n### {heading}\n");
        for (var index = 0; index < lines.Length; index++)
        {
            var line = Escape(lines[index].Text);
            text.Append(mark(index + 1)).Append(lines[index].IsBlank ? $"**{line}**" : line).Append(mark(1).Length == 0 && index < lines.Length - 1 ? "\n\n" : "\n");
        }
    }

    // What comes from outside must not become a heading, a link or markup.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            escaped.Append(letter is '*' or '_' or '`' or '<' or '>' or '[' or ']' or '#' or '|' or '\\' ? $"\\{letter}" : letter.ToString());
        }

        return escaped.ToString();
    }
}
