namespace IncidentServerless.EventPatterns.Tests.Operators;

public class WildcardTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("abc", "abc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "abcd", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("*b*", "abc", true)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("12*4*", "12345", true)]
    [InlineData("a\\\\*b", "a*b", true)]
    [InlineData("a\\\\*b", "axb", false)]
    [InlineData("a\\\\\\\\*", "a\\\\b", true)]
    [InlineData("*é*", "idée", true)]
    public void Wildcard_String_MatchesAnyCharactersForAnAsterisk(string wildcard, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts($$"""{"wildcard": "{{wildcard}}"}""", $"\"{value}\""));

    [Fact]
    public void Wildcard_NotAString_DoesNotMatch() => Assert.False(Given.Accepts("""{"wildcard": "*"}""", "12"));

    [Theory]
    [InlineData("\"*:*:*:*:*:event-bus/*\"")]
    [InlineData("\"*aaaaaaaaaaaa\"")]
    public void Wildcard_TooComplex_IsRefused(string wildcard) =>
        Assert.Equal(
            "$.x: found wildcards that are too complex together, expected fewer asterisks, or less repetition after an asterisk.",
            Given.Refusal($$"""{"x": [{"wildcard": {{wildcard}}}]}"""));

    [Fact]
    public void Wildcard_SeveralOfOneField_CountTogether() =>
        Assert.Contains("too complex together", Given.Refusal("""
            {"key": [{"wildcard": "*/in/*.bif"}, {"wildcard": "*/in/*.tif"}, {"wildcard": "*/in/*.svs"}, {"wildcard": "*/in/*.tiff"}]}
            """));

    [Fact]
    public void Wildcard_SeveralWithoutRepetition_AreTaken() =>
        Assert.True(Given.Matches(
            """{"key": [{"wildcard": "*.bif"}, {"wildcard": "*.tif"}, {"wildcard": "*.svs"}, {"wildcard": "*.tiff"}]}""",
            """{"key": "scan.svs"}"""));
}
