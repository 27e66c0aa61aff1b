using CsCheck;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

public sealed class StoryTimeTests
{
    [Theory]
    [InlineData("+0s", 0)]
    [InlineData("+90s", 90)]
    [InlineData("+5m", 300)]
    [InlineData("+1h30m", 5400)]
    [InlineData("+1d2h3m4s", 93784)]
    [InlineData("-30s", -30)]
    public void Parse_Time_IsSeconds(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), StoryTime.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("5m")]
    [InlineData("+5")]
    [InlineData("+5m1h")]
    [InlineData("+1.5h")]
    [InlineData("+99999999s")]
    public void Parse_AnythingElse_IsNothing(string text) => Assert.Null(StoryTime.Parse(text));

    [Fact]
    public void Print_AnyWholeSeconds_IsReadBack() =>
        Gen.Int[-8_000_000, 8_000_000].Sample(seconds => StoryTime.Parse(StoryTime.Print(TimeSpan.FromSeconds(seconds))) == TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Print_PartOfASecond_IsRounded() => Assert.Equal("+1s", StoryTime.Print(TimeSpan.FromMilliseconds(999)));
}
