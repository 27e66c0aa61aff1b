using System.Text;
using System.Text.Json;

namespace IncidentServerless.EventPatterns.Tests;

public class KeyTests
{
    [Theory]
    [InlineData("""{"a": {"b": {"c": [1]}}}""", """{"a.b.c": 1}""", true)]
    [InlineData("""{"a": {"b": {"c": [1]}}}""", """{"a.b": {"c": 1}}""", true)]
    [InlineData("""{"a": {"b": {"c": [1]}}}""", """{"a": {"b.c": 1}}""", true)]
    [InlineData("""{"a.b.c": [1]}""", """{"a": {"b": {"c": 1}}}""", true)]
    [InlineData("""{"a.b": {"b": [1]}}""", """{"a": {"b": 1}}""", false)]
    [InlineData("""{"a": {"b": [1]}}""", """{"a": {"B": 1}}""", false)]
    [InlineData("""{"ключ": {"": [1]}}""", """{"\u043a\u043b\u044e\u0447": {"": 1}}""", true)]
    public void Key_DottedOrNested_IsTheSame(string pattern, string @event, bool expected) =>
        Assert.Equal(expected, Given.Matches(pattern, @event));

    [Theory]
    [InlineData("""{"x": ["first"], "x": ["last"]}""", "\"last\"", true)]
    [InlineData("""{"x": ["first"], "x": ["last"]}""", "\"first\"", false)]
    public void Key_TwiceInAPattern_LastWins(string pattern, string value, bool expected) =>
        Assert.Equal(expected, Given.Matches(pattern, $$"""{"x": {{value}}}"""));

    [Fact]
    public void Key_TwiceInAnEvent_LastWins()
    {
        Assert.True(Given.Matches("""{"x": ["last"]}""", """{"x": "first", "x": "last"}"""));
        Assert.False(Given.Matches("""{"x": ["first"]}""", """{"x": "first", "x": "last"}"""));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    public void Event_NotAnObject_MatchesNothing(string @event) =>
        Assert.False(Given.Matches("""{"x": [{"exists": false}]}""", @event));

    [Fact]
    public void Event_Undefined_MatchesNothing() =>
        Assert.False(EventPattern.Parse("""{"x": [{"exists": false}]}""").Matches(default(JsonElement)));

    [Fact]
    public void Event_WithByteOrderMark_IsRead() =>
        Assert.True(EventPattern.Parse("""{"x": [1]}""").Matches([.. Encoding.UTF8.Preamble, .. """{"x": 1}"""u8]));

    [Fact]
    public void Event_NotJson_Throws() =>
        Assert.ThrowsAny<JsonException>(() => EventPattern.Parse("""{"x": [1]}""").Matches("{"));

    [Theory]
    [InlineData("""{"\ud800": 1, "x": 1}""")]
    [InlineData("""{"y": "\udc00", "x": 1}""")]
    [InlineData("""{"x": ["\ud800", 1]}""")]
    public void Event_LoneSurrogates_AreNoFault(string @event) =>
        Assert.True(Given.Matches("""{"x": [1], "y": [{"anything-but": {"prefix": "a"}}, {"exists": false}]}""", @event));
}
