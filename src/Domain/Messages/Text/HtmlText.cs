using System.Text;

namespace IncidentServerless.Domain.Messages.Text;

/// <summary>Plain text inside HTML, in elements and in quoted attributes.</summary>
public static class HtmlText
{
    /// <param name="maximum">In UTF-16 units after escaping; no more than three bytes each.</param>
    public static string Escape(string text, int maximum = int.MaxValue) => PlainText.Fit(text, maximum, Escape);

    private static string Escape(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => rune.ToString(),
    };
}
