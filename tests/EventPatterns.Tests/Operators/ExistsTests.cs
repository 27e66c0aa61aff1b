namespace IncidentServerless.EventPatterns.Tests.Operators;

public class ExistsTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("null", true)]
    [InlineData("\"\"", true)]
    [InlineData("[null]", true)]
    [InlineData("{}", false)]
    [InlineData("{\"y\": 1}", false)]
    [InlineData("[]", false)]
    [InlineData("[{}]", false)]
    public void Exists_Value_LooksAtScalarsOnly(string value, bool exists)
    {
        Assert.Equal(exists, Given.Accepts("""{"exists": true}""", value));
        Assert.Equal(!exists, Given.Accepts("""{"exists": false}""", value));
    }

    [Fact]
    public void ExistsFalse_MissingParentOrEmptyEvent_Matches()
    {
        Assert.True(Given.Matches("""{"a": {"b": {"c": [{"exists": false}]}}}""", """{"z": 1}"""));
        Assert.True(Given.Matches("""{"a": {"b": {"c": [{"exists": false}]}}}""", "{}"));
        Assert.True(Given.Matches("""{"a": {"b": {"c": [{"exists": false}]}}}""", """{"a": "text"}"""));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"x": "new"}""", true)]
    [InlineData("""{"x": "old"}""", false)]
    public void ExistsFalse_BesideAValue_MatchesEither(string @event, bool expected) =>
        Assert.Equal(expected, Given.Matches("""{"x": [{"exists": false}, "new"]}""", @event));
}
