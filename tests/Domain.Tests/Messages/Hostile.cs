using System.Globalization;
using System.Text;
using CsCheck;

namespace IncidentServerless.Domain.Tests.Messages;

/// <summary>Text as an attacker, a broken encoder or a novel in an alarm's name would send it.</summary>
internal static class Hostile
{
    private static readonly string[] Fragments =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<!channel>", "<!here|x>", "<https://evil.example|Acknowledge>", "@channel", "@Everyone", "*bold*", "`",
        "```", "&lt;", "&", "'", "\"", "\r\n", "\n\nAcknowledge: https://evil.example", "\u2028", "\u202E", "\u2066", "\u200B", "\uFEFF", "\0", "\u001B[31m", "\uD83D", "\uDE00",
        "👩‍👩‍👧", "日本語", "Größe", "\u0301", "</title>", "</textarea>", "$(id)", "{{x}}", "${x}", "%0d%0a", " ", new string('x', 300), new string('&', 700), new string('語', 700),
    ];

    private static readonly Gen<string> Fragment = Gen.Int[0, Fragments.Length - 1].Select(at => Fragments[at]);

    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.String,
        Fragment.Array[0, 12].Select(string.Concat),
        Gen.Select(Gen.String, Fragment, Gen.String, (before, fragment, after) => before + fragment + after));

    public static Gen<string[]> Texts { get; } = Text.Array[0, 15];

    public static void AssertOneCleanLine(string line)
    {
        foreach (var rune in line.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            Assert.True(
                rune.Value is 0x200C or 0x200D
                || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
                $"U+{rune.Value:X4} in {line}");
        }

        Assert.Equal(line, string.Concat(line.EnumerateRunes()));
    }
}
