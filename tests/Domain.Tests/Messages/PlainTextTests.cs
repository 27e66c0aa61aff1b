using CsCheck;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Tests.Messages;

public class PlainTextTests
{
    [Theory]
    [InlineData("  a \t b\r\nc ", "a b c")]
    [InlineData("a\u202Egnp.exe\u2069\u0000\u0007b", "agnp.exeb")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("family 👨‍👩‍👧", "family 👨‍👩‍👧")]
    [InlineData(null, "")]
    public void Line_HostileText_IsOneVisibleLine(string? text, string expected) => Assert.Equal(expected, PlainText.Line(text, 100));

    [Fact]
    public void Line_HalfACharacter_IsMarked() => Assert.Equal("half \uFFFD", PlainText.Line("half " + '\uD83D', 100));

    [Fact]
    public void Paragraphs_LineBreaks_KeepAtMostOneEmptyLine() => Assert.Equal("a\nb\n\nc d", PlainText.Paragraphs("\na \r\n b\n\n\n\u2069\nc\td\n", 100));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("abc def", 5, "abc…")]
    [InlineData("abc👍👍", 5, "abc…")]
    [InlineData("abcdef", 1, "…")]
    public void Truncate_LongText_EndsWithEllipsisBetweenCharacters(string text, int maximum, string expected) =>
        Assert.Equal(expected, PlainText.Truncate(text, maximum));

    [Fact]
    public void Escape_AtTheLimit_NeverCutsAnEntity() => Assert.Equal("a&amp;…", HtmlText.Escape("a&&", 8));

    [Fact]
    public void Line_AnyText_IsCleanBoundedAndStable() => Gen.Select(Hostile.Text, Gen.Int[1, 400]).Sample((text, maximum) =>
    {
        var line = PlainText.Line(text, maximum);
        Hostile.AssertOneCleanLine(line);
        Assert.True(line.Length <= maximum);
        Assert.Equal(line, PlainText.Line(line, maximum));
    });
}
