namespace IncidentServerless.EventPatterns.Tests.Operators;

public class ExactTests
{
    [Theory]
    [InlineData("\"ALARM\"", "\"ALARM\"", true)]
    [InlineData("\"ALARM\"", "\"alarm\"", false)]
    [InlineData("\"ALARM\"", "\"ALARM \"", false)]
    [InlineData("\"ALARM\", \"OK\"", "\"OK\"", true)]
    [InlineData("\"\"", "\"\"", true)]
    [InlineData("\"\"", "null", false)]
    [InlineData("\"é\"", "\"\\u00e9\"", true)]
    [InlineData("\"\\u00e9\"", "\"e\\u0301\"", false)]
    [InlineData("\"a\\\"\\\\\\n🚨\"", "\"a\\u0022\\u005c\\u000a\\ud83d\\udea8\"", true)]
    public void String_Value_MatchesTheSameCharacters(string test, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts(test, value));

    [Theory]
    [InlineData("8", "8", true)]
    [InlineData("8", "8.0", true)]
    [InlineData("8", "0.8e1", true)]
    [InlineData("8", "\"8\"", false)]
    [InlineData("\"8\"", "8", false)]
    [InlineData("0", "-0.0", true)]
    [InlineData("0.1", "0.10", true)]
    [InlineData("123456789012", "123456789012", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("9007199254740993", "9007199254740993", true)]
    [InlineData("1e400", "1e400", true)]
    [InlineData("1e400", "1e401", false)]
    [InlineData("1e-400", "0", false)]
    public void Number_Value_MatchesTheSameNumberHoweverWritten(string test, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts(test, value));

    [Theory]
    [InlineData("null", "null", true)]
    [InlineData("null", "\"null\"", false)]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("false", "0", false)]
    public void Literal_Value_MatchesTheSameLiteral(string test, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts(test, value));

    [Fact]
    public void Null_MissingField_DoesNotMatch() => Assert.False(Given.AcceptsMissing("null"));

    [Theory]
    [InlineData("\"2001:db8::1\"", "\"2001:0DB8:0:0:0:0:0:1\"", true)]
    [InlineData("\"10.0.0.1\"", "\"10.0.0.01\"", true)]
    [InlineData("\"10.0.0.1\"", "\"10.0.0.10\"", false)]
    [InlineData("\"300.0.0.1\"", "\"300.0.0.1\"", true)]
    [InlineData("\"08:23\"", "\"08:23\"", true)]
    [InlineData("\"08:23\"", "\"8:23\"", false)]
    public void Address_Value_MatchesEverySpellingOfTheAddress(string test, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts(test, value));
}
