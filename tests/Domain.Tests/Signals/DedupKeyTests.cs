using CsCheck;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Tests.Signals;

public class DedupKeyTests
{
    [Theory]
    [InlineData("checkout latency/p99", null, "cloudwatch-alarm:123456789012:eu-west-1:checkout latency/p99")]
    [InlineData("exports", "91c0de7f55aa1b20", "cloudwatch-alarm:123456789012:eu-west-1:exports#91c0de7f55aa1b20")]
    [InlineData("a:b#c%d\ne\u202E", null, "cloudwatch-alarm:123456789012:eu-west-1:a%003Ab%0023c%0025d%000Ae%202E")]
    [InlineData("Zähler 💸", null, "cloudwatch-alarm:123456789012:eu-west-1:Zähler 💸")]
    public void ToString_Parts_ReadsAsWhatItNames(string name, string? part, string expected) =>
        Assert.Equal(expected, Key(name, part).ToString());

    [Fact]
    public void ToString_HalfASurrogatePair_IsEscaped() =>
        Assert.Equal("cloudwatch-alarm:123456789012:eu-west-1:%D83Dx", Key("\ud83dx", null).ToString());

    [Fact]
    public void TryParse_AnyPrintedKeyThatWasNotCut_GivesItBack() =>
        Gen.Select(Gen.String[0, 60], Gen.String[0, 16].Null()).Sample((name, part) =>
        {
            Assert.True(DedupKey.TryParse(Key(name, part).ToString(), out var back));
            Assert.Equal(Key(name, part), back);
        });

    [Fact]
    public void ToString_AnyLength_IsBoundedAndStaysAsItIsWhenReadAndPrintedAgain() =>
        Gen.Select(Gen.String[0, 2_000], Gen.String[0, 600].Null()).Sample((name, part) =>
        {
            var text = Key(name, part).ToString();
            Assert.InRange(text.Length, 1, DedupKey.MaximumLength);
            Assert.True(DedupKey.TryParse(text, out var back));
            Assert.Equal(text, back.ToString());
        });

    [Fact]
    public void ToString_LongNamesThatDifferAtTheEnd_StayApart()
    {
        var name = new string('x', 600);

        Assert.NotEqual(Key(name + "1", null).ToString(), Key(name + "2", null).ToString());
    }

    [Fact]
    public void ToString_NameThatLooksLikeAContributor_IsNotOne() =>
        Assert.NotEqual(Key("exports#1", null).ToString(), Key("exports", "1").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("cloudwatch-alarm:123456789012:eu-west-1")]
    [InlineData("cloudwatch-alarm:123456789012:eu-west-1:a:b")]
    [InlineData("cloudwatch-alarm:123456789012:eu-west-1:a#b#c")]
    [InlineData("cloudwatch-alarm:123456789012:eu-west-1:a%00")]
    [InlineData("cloudwatch-alarm:123456789012:eu-west-1:a%0041")]
    [InlineData("cloudwatch-alarm:123456789012:eu-west-1:a%003a")]
    public void TryParse_AnythingThatIsNotPrinted_IsRefused(string text) => Assert.False(DedupKey.TryParse(text, out _));

    private static DedupKey Key(string name, string? part) => new("cloudwatch-alarm", "123456789012", "eu-west-1", name, part);
}
