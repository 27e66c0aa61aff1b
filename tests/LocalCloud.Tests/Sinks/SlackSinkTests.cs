using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Sinks;

namespace IncidentServerless.LocalCloud.Tests.Sinks;

public sealed class SlackSinkTests
{
    private static readonly Dictionary<string, string> Token = new() { ["authorization"] = "Bearer xoxb-1" };

    [Fact]
    public void Receive_ProperMessage_IsPosted()
    {
        var answer = Receive("""{"channel": "#incidents", "text": "hello", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "hello"}}]}""", Token);

        Assert.Equal((200, true, "#incidents"), (answer.Status, (bool)answer.Body!["ok"]!, (string?)answer.Body!["channel"]));
    }

    [Theory]
    [InlineData("""{"text": "hello"}""", "channel_not_found")]
    [InlineData("""{"channel": "#incidents"}""", "no_text")]
    [InlineData("""{"channel": "#incidents", "text": "t", "blocks": [{"type": "header", "text": {"type": "plain_text", "text": ""}}]}""", "invalid_blocks")]
    [InlineData("""{"channel": "#incidents", "text": "t", "blocks": [{"type": "paragraph"}]}""", "invalid_blocks")]
    public void Receive_AgainstTheContract_Answers200WithOkFalse(string body, string error)
    {
        var answer = Receive(body, Token);

        Assert.Equal((200, false, error), (answer.Status, (bool)answer.Body!["ok"]!, (string?)answer.Body!["error"]));
    }

    [Fact]
    public void Receive_TooManyBlocks_IsRefused()
    {
        var blocks = string.Join(",", Enumerable.Repeat("""{"type": "divider"}""", 51));

        Assert.Equal("invalid_blocks", (string?)Receive($$$"""{"channel": "#c", "text": "t", "blocks": [{{{blocks}}}]}""", Token).Body!["error"]);
    }

    [Fact]
    public void Receive_WithoutToken_IsRefused() =>
        Assert.Equal("not_authed", (string?)Receive("""{"channel": "#c", "text": "t"}""", []).Body!["error"]);

    private static SinkAnswer Receive(string body, Dictionary<string, string> headers) =>
        new SlackSink().Receive(new SinkRequest("slack.com", "POST", "/api/chat.postMessage", headers, JsonNode.Parse(body)));
}
