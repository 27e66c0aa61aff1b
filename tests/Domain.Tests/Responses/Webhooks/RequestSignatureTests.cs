using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses.Webhooks;

namespace IncidentServerless.Domain.Tests.Responses.Webhooks;

public class RequestSignatureTests
{
    private const string Body = """{"report":{"id":"1"}}""";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_531_420_618);
    private static readonly ReportsPolicy Policy = new("/own", "/zendesk", "/slack", []);

    [Fact]
    public void Slack_ExampleOfItsDocumentation_Fits()
    {
        const string Sent = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        var signature = Of(("x-slack-request-timestamp", "1531420618"), ("x-slack-signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));

        Assert.Equal("/slack", signature!.Parameter);
        Assert.True(signature.IsFresh(Now) && signature.Fits("8f742231b10e8888abcd99yyyzzz85a5", Sent));
    }

    [Fact]
    public void Zendesk_TimestampAndBody_Fits()
    {
        var digest = Convert.ToBase64String(RequestSignature.Sign("secret", "2018-07-12T18:36:58Z" + Body));

        Assert.True(Of(("x-zendesk-webhook-signature-timestamp", "2018-07-12T18:36:58Z"), ("x-zendesk-webhook-signature", digest))!.Fits("secret", Body));
    }

    [Theory]
    [InlineData(0, "secret", Body, true)]
    [InlineData(300, "secret", Body, true)]
    [InlineData(-300, "secret", Body, true)]
    [InlineData(301, "secret", Body, false)]
    [InlineData(-301, "secret", Body, false)]
    [InlineData(0, "another", Body, false)]
    [InlineData(0, "secret", Body + " ", false)]
    public void Own_WithinFiveMinutesAndUnaltered_Fits(int secondsLater, string secret, string body, bool fits) =>
        Assert.Equal(fits, Of(Own("1531420618"))!.Fits(secret, body) && Of(Own("1531420618"))!.IsFresh(Now.AddSeconds(secondsLater)));

    [Fact]
    public void Header_MissingOrUnreadable_IsNoSignature()
    {
        var own = Own("1531420618");
        Assert.Null(Of());
        Assert.Null(Of(own[1]));
        Assert.Null(Of(("x-incident-timestamp", "yesterday"), own[1]));
        Assert.Null(Of(own[0], ("x-incident-signature", own[1].Value["v1=".Length..])));
        Assert.Null(Of(own[0], ("x-incident-signature", "v1=zz" + own[1].Value["v1=zz".Length..])));
        Assert.Null(Of(own[0], ("x-incident-signature", own[1].Value + "00")));
        Assert.Null(Of(("x-zendesk-webhook-signature", "not base64"), ("x-zendesk-webhook-signature-timestamp", "2018-07-12T18:36:58Z")));
    }

    [Fact]
    public void Sender_ThatPolicyDoesNotName_HasNoSignature() =>
        Assert.Null(RequestSignature.Of(name => Own("1531420618").Where(header => header.Name == name).Select(header => header.Value).FirstOrDefault(), Policy with { WebhookSecret = null }));

    private static (string Name, string Value)[] Own(string stamp) =>
        [("x-incident-timestamp", stamp), ("x-incident-signature", "v1=" + Convert.ToHexStringLower(RequestSignature.Sign("secret", $"{stamp}.{Body}")))];

    private static RequestSignature? Of(params (string Name, string Value)[] headers) =>
        RequestSignature.Of(name => headers.Where(header => header.Name == name).Select(header => header.Value).FirstOrDefault(), Policy);
}
