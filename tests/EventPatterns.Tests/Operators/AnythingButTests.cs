namespace IncidentServerless.EventPatterns.Tests.Operators;

public class AnythingButTests
{
    [Theory]
    [InlineData("\"OK\"", "\"ALARM\"", true)]
    [InlineData("\"OK\"", "\"OK\"", false)]
    [InlineData("\"OK\"", "null", true)]
    [InlineData("\"OK\"", "7", true)]
    [InlineData("[\"OK\", \"ALARM\"]", "\"ALARM\"", false)]
    [InlineData("[\"OK\", \"ALARM\"]", "\"INSUFFICIENT_DATA\"", true)]
    [InlineData("1", "1.0", false)]
    [InlineData("1", "\"1\"", true)]
    [InlineData("[100, 200]", "200", false)]
    [InlineData("[100, 200]", "300", true)]
    public void AnythingBut_Literals_MatchesAnyOtherScalar(string excluded, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts($$"""{"anything-but": {{excluded}}}""", value));

    [Theory]
    [InlineData("""{"prefix": "init"}""", "\"initial\"", false)]
    [InlineData("""{"prefix": "init"}""", "\"post-init\"", true)]
    [InlineData("""{"prefix": ["a", "b"]}""", "\"bc\"", false)]
    [InlineData("""{"prefix": "1"}""", "12", true)]
    [InlineData("""{"suffix": [".png", ".jpg"]}""", "\"a.jpg\"", false)]
    [InlineData("""{"suffix": [".png", ".jpg"]}""", "null", true)]
    [InlineData("""{"equals-ignore-case": "ok"}""", "\"OK\"", false)]
    [InlineData("""{"equals-ignore-case": ["ok", "fine"]}""", "\"FINE\"", false)]
    [InlineData("""{"equals-ignore-case": ["ok", "fine"]}""", "\"bad\"", true)]
    [InlineData("""{"wildcard": "*/lib/*"}""", "\"usr/lib/x\"", false)]
    [InlineData("""{"wildcard": "*/lib/*"}""", "\"usr/bin/x\"", true)]
    [InlineData("""{"wildcard": ["a*", "*z"]}""", "\"buzz\"", false)]
    [InlineData("""{"wildcard": "*"}""", "1", true)]
    public void AnythingBut_Operator_MatchesWhatTheOperatorDoesNot(string excluded, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts($$"""{"anything-but": {{excluded}}}""", value));

    [Fact]
    public void AnythingBut_MissingField_DoesNotMatch() => Assert.False(Given.AcceptsMissing("""{"anything-but": "OK"}"""));

    [Theory]
    [InlineData("[\"OK\", \"ALARM\"]", true)]
    [InlineData("[\"OK\", \"OK\"]", false)]
    [InlineData("[]", false)]
    public void AnythingBut_Array_MatchesIfAnyElementIsOutside(string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts("""{"anything-but": "OK"}""", value));
}
