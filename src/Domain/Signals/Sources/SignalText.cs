using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>Text from outside as signals carry it: harmless, and bounded for every source alike.</summary>
internal static class SignalText
{
    private const int LongestTitle = 200;
    private const int LongestParagraphs = 1_000;
    private const int LongestResource = 400;
    public const int MostResources = 10;

    /// <summary>One line, cut at 200 characters; the first of the texts of which anything can be seen, or empty.</summary>
    public static string Title(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (PlainText.Line(text, LongestTitle) is { Length: > 0 } line)
            {
                return line;
            }
        }

        return "";
    }

    /// <summary>Cut at 1,000 characters; null when nothing of it can be seen.</summary>
    public static string? Paragraphs(string? text) => PlainText.Paragraphs(text, LongestParagraphs) is { Length: > 0 } paragraphs ? paragraphs : null;

    /// <summary>The first ten different ones.</summary>
    public static ImmutableArray<string> Resources(IEnumerable<string?> texts) => Lines(texts, LongestResource, MostResources);

    /// <summary>The first different ones of which anything can be seen.</summary>
    public static ImmutableArray<string> Lines(IEnumerable<string?> texts, int longest, int most) =>
        [.. texts.Select(text => PlainText.Line(text, longest)).Where(line => line.Length > 0).Distinct().Take(most)];
}
