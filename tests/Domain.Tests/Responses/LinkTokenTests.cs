using CsCheck;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Responses;

public class LinkTokenTests
{
    private static readonly byte[] Mac = [.. Enumerable.Range(0, LinkToken.MacBytes).Select(number => (byte)(number * 7))];

    private static readonly Gen<string> Name = Hostile.Text.Select(text => PlainText.Line(text, 80)).Where(name => name.Length > 0);

    [Fact]
    public void Token_AnyClaims_ReadsBackAsPrinted() =>
        Gen.Select(Name, Name, Gen.Bool, Gen.Long[0, 253402300799]).Sample((subject, name, personal, expires) =>
        {
            var claims = new LinkClaims("INC-20261123-AB12CD34", personal ? LinkScope.Personal : LinkScope.Broadcast, subject, name, expires);
            var signed = LinkToken.Payload(claims);
            Assert.True(LinkToken.TryParse(LinkToken.Print(signed, Mac), out var read, out var payload, out var mac, out var fault), fault);
            Assert.Equal(claims, read);
            Assert.Equal(signed, payload);
            Assert.Equal(Mac, mac);
        });

    [Fact]
    public void Token_LongestNames_StaysUnderTheLimit()
    {
        var claims = Links.Topic with { IncidentId = new string('I', 64), Subject = new string('語', 80), DisplayName = new string('語', 80) };
        Assert.InRange(LinkToken.Print(LinkToken.Payload(claims), Mac).Length, 1, LinkToken.LongestToken);
    }

    [Fact]
    public void Parse_AnyText_NeverThrowsAndSaysWhatIsWrong() => Hostile.Text.Sample(text =>
    {
        var parsed = LinkToken.TryParse(text, out _, out _, out _, out var fault);
        Assert.NotEqual(parsed, fault is not null);
    });

    [Fact]
    public void Parse_AnyPayload_NeverThrows() => Gen.Select(Gen.Byte.Array[0, 300], Hostile.Text, Gen.Bool).Sample((bytes, text, isText) =>
    {
        var payload = isText ? System.Text.Encoding.UTF8.GetBytes("1\nINC-1\nb\n" + text) : bytes;
        Assert.NotEqual(LinkToken.TryParse(LinkToken.Print(payload, Mac), out _, out _, out _, out var fault), fault is not null);
    });

    [Fact]
    public void Parse_OneChangedCharacter_IsNoLongerTheSameToken()
    {
        var token = LinkToken.Print(LinkToken.Payload(Links.Bo), Mac);
        Gen.Select(Gen.Int[0, token.Length - 1], Gen.Char.AlphaNumeric).Where((at, letter) => token[at] != letter).Sample((at, letter) =>
        {
            var changed = token[..at] + letter + token[(at + 1)..];
            if (LinkToken.TryParse(changed, out _, out var payload, out var mac, out _))
            {
                Assert.False(payload.AsSpan().SequenceEqual(LinkToken.Payload(Links.Bo)) && mac.AsSpan().SequenceEqual(Mac));
            }
        });
    }

    [Theory]
    [InlineData(null, "The link carries no token.")]
    [InlineData("abc", "The link's token is not two base64url parts with a full stop between them; it was probably cut off or changed.")]
    [InlineData("a b.cd", "The link's token is not two base64url parts with a full stop between them; it was probably cut off or changed.")]
    [InlineData("MQ.AAAA", "The link's signature has 3 bytes instead of 32; it was probably cut off.")]
    [InlineData("MQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "The link's token does not say incident, scope, subject, name and expiry, one a line.")]
    [InlineData("Mg.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "The link's token is not of version 1, the only one that is understood here.")]
    [InlineData("_w.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "The link's token is not text.")]
    public void Parse_Damaged_SaysWhatIsWrong(string? token, string expected)
    {
        Assert.False(LinkToken.TryParse(token, out _, out _, out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Parse_TooLong_IsRefusedUnread()
    {
        Assert.False(LinkToken.TryParse(new string('A', 1501), out _, out _, out _, out var fault));
        Assert.Equal("The link's token has 1501 characters; ours have at most 1500.", fault);
    }

    [Theory]
    [InlineData("INC 1", "sns", "The link's incident id may hold ASCII letters, digits and hyphens only. (Parameter 'claims')")]
    [InlineData("INC-1", "a\nb", "The link's subject must have 1 to 80 visible characters, in one line. (Parameter 'claims')")]
    public void Payload_ClaimsWithoutPrintableForm_AreRefused(string incidentId, string subject, string expected) =>
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => LinkToken.Payload(Links.Topic with { IncidentId = incidentId, Subject = subject })).Message);

    [Fact]
    public void Claims_AtTheExpiry_NoLongerWork()
    {
        Assert.False(Links.Topic.IsExpired(Links.Expiry.AddSeconds(-1)));
        Assert.True(Links.Topic.IsExpired(Links.Expiry));
    }

    [Theory]
    [InlineData("https://respond.example")]
    [InlineData("https://respond.example/")]
    public void Url_AnyBase_CarriesTheToken(string respond) => Assert.Equal("https://respond.example/?link=a.b", LinkUrl.Of(respond, "a.b"));
}
