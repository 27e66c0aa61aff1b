namespace IncidentServerless.EventPatterns.Tests.Operators;

public class EqualsIgnoreCaseTests
{
    [Theory]
    [InlineData("alarm", "ALARM", true)]
    [InlineData("alarm", "alarms", false)]
    [InlineData("", "", true)]
    [InlineData("É", "é", true)]
    [InlineData("Привет", "ПРИВЕТ", true)]
    [InlineData("i", "İ", false)]
    [InlineData("İ", "i", false)]
    [InlineData("ß", "SS", false)]
    [InlineData("k", "\u212A", false)]
    [InlineData("\u212A", "k", false)]
    public void EqualsIgnoreCase_Value_FoldsLettersWithOneUpperAndOneLowerCase(string expectedText, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts($$"""{"equals-ignore-case": "{{expectedText}}"}""", $"\"{value}\""));

    [Fact]
    public void EqualsIgnoreCase_NotAString_DoesNotMatch() =>
        Assert.False(Given.Accepts("""{"equals-ignore-case": "true"}""", "true"));
}
