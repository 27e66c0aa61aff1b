using System.Globalization;
using System.Text;

namespace IncidentServerless.Domain.Messages.Text;

/// <summary>
/// Text from outside (titles, reasons, notes, names) made harmless before any channel sees it: no control characters, no bidi overrides,
/// nothing invisible, no half surrogates, a bounded length.
/// </summary>
public static class PlainText
{
    private const char Ellipsis = '…';

    /// <summary>One line: every run of white space is one blank, ends trimmed. May be empty.</summary>
    /// <param name="maximum">In UTF-16 units, at least 1; a longer text ends with <c>…</c>.</param>
    public static string Line(string? text, int maximum) => Truncate(Clean(text, keepLines: false), maximum);

    /// <summary>Like <see cref="Line"/>, but line breaks stay, as <c>\n</c>, at most one empty line in a row.</summary>
    public static string Paragraphs(string? text, int maximum) => Truncate(Clean(text, keepLines: true), maximum);

    /// <summary>Cuts between characters, never inside one; the result with its <c>…</c> is at most <paramref name="maximum"/> long.</summary>
    public static string Truncate(string text, int maximum) => Fit(text, maximum, rune => rune.ToString());

    /// <summary>Writes each character in a channel's own form and stops, with <c>…</c>, before the whole would be longer than allowed.</summary>
    /// <param name="maximum">Counted after escaping.</param>
    public static string Fit(string text, int maximum, Func<Rune, string> escape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        var written = new StringBuilder();
        var fitsWithEllipsis = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = escape(rune);
            if (written.Length + piece.Length > maximum)
            {
                written.Length = fitsWithEllipsis;
                return written.ToString().TrimEnd() + Ellipsis;
            }

            written.Append(piece);
            if (written.Length < maximum)
            {
                fitsWithEllipsis = written.Length;
            }
        }

        return written.ToString();
    }

    private static string Clean(string? text, bool keepLines)
    {
        var clean = new StringBuilder();
        var blank = false;
        var breaks = 0;
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (keepLines && rune.Value == '\n')
            {
                breaks++;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                blank = true;
            }
            else if (IsVisible(rune))
            {
                var nothingYet = clean.Length == 0;
                clean.Append(nothingYet ? "" : breaks > 0 ? new string('\n', Math.Min(breaks, 2)) : blank ? " " : "").Append(rune);
                (blank, breaks) = (false, 0);
            }
        }

        return clean.ToString();
    }

    // Cf holds the bidi overrides, zero-width marks and tag characters; the two joiners are part of how some scripts and emoji are written.
    private static bool IsVisible(Rune rune) => rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
