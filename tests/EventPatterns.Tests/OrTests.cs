namespace IncidentServerless.EventPatterns.Tests;

public class OrTests
{
    private const string Alarms = """
        {"source": ["aws.cloudwatch"],
         "$or": [{"metric": ["Errors"]}, {"namespace": ["AWS/Lambda"], "detail": {"$or": [{"a": [1]}, {"b": [2]}]}}]}
        """;

    [Theory]
    [InlineData("""{"source": "aws.cloudwatch", "metric": "Errors"}""", true)]
    [InlineData("""{"source": "aws.ec2", "metric": "Errors"}""", false)]
    [InlineData("""{"source": "aws.cloudwatch", "namespace": "AWS/Lambda"}""", false)]
    [InlineData("""{"source": "aws.cloudwatch", "namespace": "AWS/Lambda", "detail": {"b": 2}}""", true)]
    public void Or_Nested_HoldsIfOneChoiceHolds(string @event, bool expected) =>
        Assert.Equal(expected, Given.Matches(Alarms, @event));

    [Fact]
    public void Or_AsAFieldsName_MatchesThatField() =>
        Assert.True(Given.Matches("""{"$or": {"metric": ["Errors"]}}""", """{"$or": {"metric": "Errors"}}"""));

    [Fact]
    public void Or_WithOperatorsForNames_IsAFieldsName() =>
        Assert.True(Given.Matches("""{"$or": [{"numeric": [">", 1]}, {"prefix": "abc"}]}""", """{"$or": "abcd"}"""));

    [Fact]
    public void Or_OfOneChoice_IsRefused() =>
        Assert.Equal(
            "$.$or: found an array of one item, expected an array of two or more objects.",
            Given.Refusal("""{"$or": [{"metric": ["Errors"]}]}"""));

    [Fact]
    public void Or_OverAFieldNamedAsAnOperator_IsRefused() =>
        Assert.Equal(
            "$.$or[0].prefix: found the operator \"prefix\" where a field's name belongs, expected the name of a field of the event.",
            Given.Refusal("""{"$or": [{"prefix": ["i-"]}, {"metric": ["Errors"]}]}"""));

    [Fact]
    public void Or_TooManyCombinations_IsRefused()
    {
        var choices = string.Join(',', Enumerable.Range(0, 11).Select(value => $$"""{"k": [{{value}}]}"""));
        var pattern = $$$"""{"a": {"$or": [{{{choices}}}]}, "b": {"$or": [{{{choices}}}]}, "c": {"$or": [{{{choices}}}]}}""";

        Assert.Equal("$.c.$or: found more than 1000 combinations of $or, expected at most 1000.", Given.Refusal(pattern));
    }
}
