using System.Text.Json;

namespace IncidentServerless.EventPatterns.Tests;

public class RefusalTests
{
    [Theory]
    [InlineData("[]", "$: found an empty array, expected an object with at least one key.")]
    [InlineData("{}", "$: found an empty object, expected an object with at least one key.")]
    [InlineData("""{"detail": {"state": {}}}""", "$.detail.state: found an empty object, expected an object with at least one key.")]
    [InlineData("""{"source": "aws.ec2"}""", "$.source: found the string \"aws.ec2\", expected an array of values to match, or an object of further keys.")]
    [InlineData("""{"a b": []}""", "$['a b']: found an empty array, expected at least one value to match.")]
    [InlineData("""{"x": [1, [2]]}""", "$.x[1]: found an array, expected a string, a number, true, false, null or a match expression such as {\"prefix\": \"…\"}.")]
    [InlineData("""{"x": [{}]}""", "$.x[0]: found an empty object, expected a match expression such as {\"prefix\": \"…\"}.")]
    [InlineData("""{"x": [{"prefix": "a", "suffix": "b"}]}""", "$.x[0]: found 2 keys beside each other, expected a single key in a match expression.")]
    [InlineData("""{"x": [{"Prefix": "a"}]}""", "$.x[0].Prefix: found the operator \"Prefix\", expected one of exactly, prefix, suffix, equals-ignore-case, wildcard, anything-but, numeric, cidr, exists.")]
    [InlineData("""{"x": [{"prefix": 27}]}""", "$.x[0].prefix: found the number 27, expected a string or {\"equals-ignore-case\": \"…\"}.")]
    [InlineData("""{"x": [{"suffix": {"wildcard": "a"}}]}""", "$.x[0].suffix.wildcard: found the operator \"wildcard\", expected equals-ignore-case, the only one that suffix takes.")]
    [InlineData("""{"x": [{"equals-ignore-case": null}]}""", "$.x[0].equals-ignore-case: found null, expected a string.")]
    [InlineData("""{"x": [{"anything-but": null}]}""", "$.x[0].anything-but: found null, expected a string, a number, a list of either, or prefix, suffix, equals-ignore-case or wildcard.")]
    [InlineData("""{"x": [{"anything-but": []}]}""", "$.x[0].anything-but: found an empty array, expected at least one string or number.")]
    [InlineData("""{"x": [{"anything-but": ["a", 1]}]}""", "$.x[0].anything-but[1]: found the number 1, expected only strings or only numbers.")]
    [InlineData("""{"x": [{"anything-but": [true]}]}""", "$.x[0].anything-but[0]: found true, expected only strings or only numbers.")]
    [InlineData("""{"x": [{"anything-but": {"prefix": ["a", ""]}}]}""", "$.x[0].anything-but.prefix[1]: found the string \"\", expected a string of at least one character.")]
    [InlineData("""{"x": [{"anything-but": {"numeric": ["=", 1]}}]}""", "$.x[0].anything-but.numeric: found the operator \"numeric\", expected one of prefix, suffix, equals-ignore-case, wildcard.")]
    [InlineData("""{"x": [{"exists": "true"}]}""", "$.x[0].exists: found the string \"true\", expected true or false.")]
    [InlineData("""{"x": [{"numeric": 1}]}""", "$.x[0].numeric: found the number 1, expected comparisons such as [\">\", 0, \"<=\", 5].")]
    [InlineData("""{"x": [{"numeric": []}]}""", "$.x[0].numeric: found an empty array, expected comparisons such as [\">\", 0, \"<=\", 5].")]
    [InlineData("""{"x": [{"numeric": ["==", 1]}]}""", "$.x[0].numeric[0]: found the string \"==\", expected one of =, <, <=, >, >=.")]
    [InlineData("""{"x": [{"numeric": ["<"]}]}""", "$.x[0].numeric[0]: found nothing after \"<\", expected a number.")]
    [InlineData("""{"x": [{"numeric": ["<", "5"]}]}""", "$.x[0].numeric[1]: found the string \"5\", expected a number.")]
    [InlineData("""{"x": [{"numeric": ["<", 2.0e422]}]}""", "$.x[0].numeric[1]: found the number 2.0e422, expected a number that a 64-bit floating-point number holds without loss.")]
    [InlineData("""{"x": [{"numeric": ["<", 5, ">", 1]}]}""", "$.x[0].numeric[2]: found further terms, expected none after \"<\": a range is a lower bound, then an upper one.")]
    [InlineData("""{"x": [{"numeric": [">", 1, ">", 0]}]}""", "$.x[0].numeric[2]: found the string \">\", expected < or <=.")]
    [InlineData("""{"x": [{"numeric": [">", 7, "<", 7]}]}""", "$.x[0].numeric: found an empty range, expected a lower bound below the upper one.")]
    [InlineData("""{"x": [{"numeric": [">", 1, "<", 2, "<", 3]}]}""", "$.x[0].numeric: found 6 terms, expected at most two comparisons.")]
    [InlineData("""{"x": [{"cidr": "10.0.0.0"}]}""", "$.x[0].cidr: found the string \"10.0.0.0\", expected a block of addresses such as \"10.0.0.0/24\" or \"2001:db8::/64\".")]
    [InlineData("""{"x": [{"cidr": "10.0.0.1/32"}]}""", "$.x[0].cidr: found the string \"10.0.0.1/32\", expected a prefix length below 32 (for one address, write it as a plain string).")]
    [InlineData("""{"x": [{"wildcard": "a**b"}]}""", "$.x[0].wildcard: found the string \"a**b\", expected asterisks apart from each other.")]
    [InlineData("""{"x": [{"wildcard": "a\\b"}]}""", "$.x[0].wildcard: found the string \"a\\b\", expected a backslash only before an asterisk or a backslash.")]
    public void Parse_Fault_NamesThePlaceWhatWasFoundAndWhatWasExpected(string pattern, string message) =>
        Assert.Equal(message, Given.Refusal(pattern));

    [Fact]
    public void Parse_Fault_CarriesItsPath() =>
        Assert.Equal(
            "$.detail.state[1].prefix",
            Assert.Throws<EventPatternException>(() => EventPattern.Parse("""{"detail": {"state": ["a", {"prefix": 1}]}}""")).Path);

    [Theory]
    [InlineData("{\"x\":\n [1 2]}", "$: found text that is not JSON at line 2, byte 5 ('2' is invalid after a value. Expected either ',', '}', or ']'), expected a JSON object.")]
    [InlineData("{\"x\": [1]} trailing", "$: found text that is not JSON at line 1, byte 12 ('t' is invalid after a single JSON value. Expected end of data), expected a JSON object.")]
    [InlineData("", "$: found text that is not JSON at line 1, byte 1 (The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true), expected a JSON object.")]
    public void Parse_NotJson_NamesLineAndByte(string text, string message) => Assert.Equal(message, Given.Refusal(text));

    [Fact]
    public void Parse_UndefinedElement_IsRefused() =>
        Assert.Equal("$", Assert.Throws<EventPatternException>(() => EventPattern.Parse(default(JsonElement))).Path);
}
