using CsCheck;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Tests.Policy;

public class PolicyDurationTests
{
    [Theory]
    [InlineData("0s", 0)]
    [InlineData("30s", 30)]
    [InlineData("5m", 300)]
    [InlineData("24h", 86_400)]
    [InlineData("7d", 604_800)]
    [InlineData("0090s", 90)]
    public void TryParse_NumberAndUnit_IsDuration(string text, int seconds)
    {
        Assert.True(PolicyDuration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData(" 5m")]
    [InlineData("5 m")]
    [InlineData("5M")]
    [InlineData("1.5h")]
    [InlineData("1h30m")]
    [InlineData("5w")]
    [InlineData("٣m")]
    [InlineData("12345678d")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(PolicyDuration.TryParse(text, out _));

    [Fact]
    public void Print_AnyWholeSeconds_IsParsedBack() =>
        Gen.Int[0, 9_999_999].Sample(seconds =>
            PolicyDuration.TryParse(PolicyDuration.Print(TimeSpan.FromSeconds(seconds)), out var back) && back == TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(90, "90s")]
    [InlineData(900, "15m")]
    [InlineData(86_400, "1d")]
    public void Print_Duration_TakesTheLongestUnitThatDividesIt(int seconds, string expected) =>
        Assert.Equal(expected, PolicyDuration.Print(TimeSpan.FromSeconds(seconds)));
}
