using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Responses.Slack;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Responses.Slack;

public sealed class SlackRequestTests
{
    private const string Form = "token=x&team_id=T0001&user_id=U2147483697&user_name=steve&command=%2Fincident&text=ack+INC-20260302-AAAAAAAA&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&trigger_id=13345224609.738474920.8088930838d88f008e0";

    [Fact]
    public void Command_Typed_IsRead() => Assert.Equal(
        new SlackCommandTyped("U2147483697", "steve", "13345224609.738474920.8088930838d88f008e0", "ack INC-20260302-AAAAAAAA"),
        SlackRequest.Read(Form));

    [Fact]
    public void Button_Pressed_IsRead() => Assert.Equal(
        new SlackButtonPressed("U024BE7LH", "bo", "12345.98765.abcd2358fdea", new SlackButton(ResponseAction.Approve, "INC-20260302-AAAAAAAA", 7, "a1"), "https://hooks.slack.com/actions/1"),
        SlackRequest.Read(Payload(Press())));

    [Fact]
    public void Button_OfAMessageOfTwentyKilobytes_IsRead()
    {
        var press = Press();
        press["message"] = new JsonObject { ["text"] = new string('ö', 10_000) };

        Assert.IsType<SlackButtonPressed>(SlackRequest.Read(Payload(press)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ssl_check=1&token=x")]
    [InlineData("payload=%7B%7D")]
    [InlineData("payload=nothing")]
    [InlineData("payload=%5B1%5D")]
    [InlineData("payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A7%7D%2C%22actions%22%3A%5B7%5D%7D")]
    public void Request_ThatAsksForNothing_IsNone(string body) => Assert.Null(SlackRequest.Read(body));

    [Theory]
    [InlineData("respond", "approve INC-20260302-AAAAAAAA 7 a1")]
    [InlineData("incident-approve-a1", null)]
    [InlineData("incident-approve-a1", "approve INC-1 7 a1")]
    [InlineData("incident-approve-a1", "approve INC-20260302-AAAAAAAA 0 a1")]
    [InlineData("incident-approve-a1", "destroy INC-20260302-AAAAAAAA 7 a1")]
    [InlineData("incident-approve-a1", "approve INC-20260302-AAAAAAAA 7 a1 a2")]
    public void Button_ThatIsNoneOfOurs_IsNone(string id, string? value)
    {
        var press = Press();
        press["actions"] = new JsonArray(new JsonObject { ["action_id"] = id, ["value"] = value });

        Assert.Null(SlackRequest.Read(Payload(press)));
    }

    [Fact]
    public void Request_AnyText_NeverThrows() => Hostile.Text.Sample(text =>
    {
        SlackRequest.Read(text);
        SlackRequest.Read($"payload={Uri.EscapeDataString(text.Replace('\ud800', ' ').Replace("\ufffe", " "))}");
        SlackRequest.Read(Form + text);
    });

    private static string Payload(JsonNode press) => $"payload={Uri.EscapeDataString(press.ToJsonString())}";

    private static JsonObject Press() => new()
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = "U024BE7LH", ["username"] = "bo.l", ["name"] = "bo" },
        ["trigger_id"] = "12345.98765.abcd2358fdea",
        ["response_url"] = "https://hooks.slack.com/actions/1",
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "incident-approve-a1", ["value"] = "approve INC-20260302-AAAAAAAA 7 a1" }),
    };
}
