namespace IncidentServerless.EventPatterns.Tests.Operators;

public class PrefixAndSuffixTests
{
    [Theory]
    [InlineData("""{"prefix": "arn:"}""", "\"arn:aws\"", true)]
    [InlineData("""{"prefix": "arn:"}""", "\"arn\"", false)]
    [InlineData("""{"prefix": "arn:"}""", "\"an arn:\"", false)]
    [InlineData("""{"prefix": ""}""", "\"anything\"", true)]
    [InlineData("""{"prefix": ""}""", "1", false)]
    [InlineData("""{"prefix": "1"}""", "12", false)]
    [InlineData("""{"suffix": ".json"}""", "\"a.json\"", true)]
    [InlineData("""{"suffix": ".json"}""", "\"a.json.gz\"", false)]
    [InlineData("""{"suffix": ""}""", "\"\"", true)]
    [InlineData("""{"suffix": "e"}""", "true", false)]
    public void Affix_Value_MatchesStringsThatStartOrEndSo(string test, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts(test, value));

    [Theory]
    [InlineData("""{"prefix": {"equals-ignore-case": "Targettracking-"}}""", "\"TargetTracking-table\"", true)]
    [InlineData("""{"prefix": {"equals-ignore-case": "é"}}""", "\"École\"", true)]
    [InlineData("""{"prefix": {"equals-ignore-case": "abc"}}""", "\"ab\"", false)]
    [InlineData("""{"suffix": {"equals-ignore-case": ".PNG"}}""", "\"cat.png\"", true)]
    [InlineData("""{"suffix": {"equals-ignore-case": ".PNG"}}""", "\".pngs\"", false)]
    [InlineData("""{"suffix": {"equals-ignore-case": "ÉE"}}""", "\"idée\"", true)]
    public void Affix_IgnoringCase_MatchesBothCases(string test, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts(test, value));
}
