namespace IncidentServerless.EventPatterns.Tests;

public class ArrayTests
{
    private const string People = """
        {"people": [[{"first": "Ada", "ids": [1, 2]}, {"first": "Bob", "last": "Stone"}], [{"first": "Cy", "last": "Ott"}]], "tags": ["a", "b"]}
        """;

    [Theory]
    [InlineData("""{"people": {"first": ["Bob"], "last": ["Stone"]}}""", true)]
    [InlineData("""{"people": {"first": ["Bob"], "last": ["Ott"]}}""", false)]
    [InlineData("""{"people": {"first": ["Bob"], "ids": [2]}}""", false)]
    [InlineData("""{"people": {"first": ["Ada"], "ids": [2]}, "tags": ["b"]}""", true)]
    [InlineData("""{"people": {"first": [{"prefix": "C"}], "last": [{"exists": true}]}}""", true)]
    [InlineData("""{"people": {"first": ["Bob"], "ids": [{"exists": false}]}}""", true)]
    [InlineData("""{"people": {"first": ["Ada"], "ids": [{"exists": false}]}}""", false)]
    [InlineData("""{"people": {"ids": [{"exists": false}]}}""", false)]
    [InlineData("""{"people": {"$or": [{"first": ["Ada"]}, {"first": ["Cy"]}], "last": ["Ott"]}}""", true)]
    public void Fields_OfObjectsInArrays_ComeFromTheSameElement(string pattern, bool expected) =>
        Assert.Equal(expected, Given.Matches(pattern, People));

    [Theory]
    [InlineData("""{"k": [{"a": 1, "c": 3}, {"b": 2}]}""", true)]
    [InlineData("""{"k": [{"a": 1}, {"b": 2}, {"c": 3}]}""", false)]
    [InlineData("""{"k": [{"a": 1, "b": 2, "c": 3}]}""", false)]
    public void Fields_AroundAnAbsentOne_ComeFromTheSameElement(string @event, bool expected) =>
        Assert.Equal(expected, Given.Matches("""{"k": {"a": [1], "b": [{"exists": false}], "c": [3]}}""", @event));

    [Fact]
    public void Fields_OfDifferentArrays_AreIndependent() =>
        Assert.True(Given.Matches(
            """{"a": {"k": [2]}, "b": {"k": [1]}}""",
            """{"a": [{"k": 1}, {"k": 2}], "b": [{"k": 1}, {"k": 2}]}"""));

    [Fact]
    public void Fields_OfScalarsBesideObjects_ShareNoElement() =>
        Assert.True(Given.Matches(
            """{"points": ["x"], "points.kind": ["y"]}""",
            """{"points": [["x", {"kind": "y"}]]}"""));

    [Fact]
    public void Fields_ManyIndependentArrays_AreDecidedWithoutTryingEveryCombination()
    {
        var items = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"k": {{i}}, "odd": {{i}}}"""));
        var names = Enumerable.Range(0, 12).Select(i => $"a{i:00}").ToList();
        var arrays = string.Join(',', names.Select(name => $"\"{name}\": [{items}]"));
        var fields = names.Select(name => $$"""
            "{{name}}": {"k": [{"exists": true}], "odd": [{"exists": true}]}
            """);

        Assert.False(Given.Matches(
            $$$"""{{{{string.Join(',', fields)}}}, "z": {"k": [1], "odd": [2]}}""",
            $$$"""{{{{arrays}}}, "z": [{"k": 1}, {"odd": 2}]}"""));
    }
}
