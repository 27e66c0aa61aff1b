namespace IncidentServerless.EventPatterns.Tests.Operators;

public class NumericTests
{
    [Theory]
    [InlineData("\"=\", 301.8", "3.018e2", true)]
    [InlineData("\"=\", 0", "-0", true)]
    [InlineData("\">\", 0", "0", false)]
    [InlineData("\">\", 0", "5e-324", true)]
    [InlineData("\">=\", 7", "7.0", true)]
    [InlineData("\"<\", 7", "7", false)]
    [InlineData("\"<=\", 7", "7", true)]
    [InlineData("\"<=\", 7", "-1e300", true)]
    [InlineData("\">\", 4, \"<=\", 9", "4", false)]
    [InlineData("\">\", 4, \"<=\", 9", "9", true)]
    [InlineData("\">=\", 4, \"<\", 9", "4", true)]
    [InlineData("\">=\", 4, \"<\", 9", "9", false)]
    public void Numeric_Number_MatchesWithinTheBounds(string comparison, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts($$"""{"numeric": [{{comparison}}]}""", value));

    [Theory]
    [InlineData("\"5\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("1e999")]
    [InlineData("123456789012345678901234567890")]
    public void Numeric_NotAComparableNumber_DoesNotMatch(string value) =>
        Assert.False(Given.Accepts("""{"numeric": [">=", 0]}""", value));
}
