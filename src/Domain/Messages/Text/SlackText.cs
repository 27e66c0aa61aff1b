using System.Text;
using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Messages.Text;

/// <summary>
/// Plain text inside Slack's text objects: <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are control characters there, so that without them
/// nothing can mention, link or post to a group (Slack, "Formatting text for app surfaces").
/// </summary>
public static partial class SlackText
{
    /// <param name="maximum">In UTF-16 units after escaping, as Slack counts.</param>
    public static string Escape(string text, int maximum) => PlainText.Fit(GroupMention().Replace(text, "@ "), maximum, Escape);

    private static string Escape(Rune rune) => rune.Value switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => rune.ToString(),
    };

    // Some clients resolve these even without the angle brackets.
    [GeneratedRegex("@(?=channel|here|everyone)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GroupMention();
}
