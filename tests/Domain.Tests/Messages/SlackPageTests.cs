using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Messages;

public class SlackPageTests
{
    [Fact]
    public void Page_FirstLevel_HasBlocksAndButtons() =>
        Snapshot.Match(Readable.Json(SlackPage.Compose(Samples.Page(), "#incident-response").Body));

    [Fact]
    public void Page_KeyServiceDown_HasNoButtonToAcknowledge()
    {
        var body = SlackPage.Compose(Samples.Page() with { Links = PageLinks.None }, "#incident-response").Body;
        var actions = body["blocks"]!.AsArray().Single(block => (string?)block!["type"] == "actions")!["elements"]!.AsArray();
        Assert.Equal(["alarm", "workflow"], actions.Select(button => (string?)button!["action_id"]));
        Assert.Contains(PageRequest.WithoutLink, body.ToJsonString());
    }

    [Fact]
    public void Page_NothingToLinkTo_HasNoEmptyActions()
    {
        var page = Samples.Page() with { Links = PageLinks.None, ExecutionArn = null };
        var body = SlackPage.Compose(page with { Incident = page.Incident with { Resources = [] } }, "#incident-response").Body;
        Assert.DoesNotContain(body["blocks"]!.AsArray(), block => (string?)block!["type"] == "actions");
    }

    [Fact]
    public void Page_EverythingLongAndEscaped_StaysUnderTwelveThousandCharacters()
    {
        var flood = new string('&', 5000);
        var page = Samples.Page(1, Samples.Sent(0, 1, 1), new IncidentReopened(2, flood) { At = Samples.At(1) });
        string[] floods = [.. Enumerable.Repeat(flood, 20)];
        var body = SlackPage.Compose(
            page with
            {
                Incident = page.Incident with { Title = flood, Reason = flood, Resources = [.. floods], Tenants = [.. floods], Source = flood, Account = flood, Region = flood },
                Severity = page.Severity with { Description = flood },
            },
            "#incident-response").Body;
        Assert.InRange(Readable.Json(body).Length, 5_000, 12_000);
    }

    [Fact]
    public void Page_TitleWithMarkup_MentionsNobody()
    {
        var page = Samples.Page();
        var body = SlackPage.Compose(page with { Incident = page.Incident with { Title = "<!channel> <https://evil.example|click> @here *x* & more" } }, "#incident-response").Body;
        var header = (string?)((JsonObject)body["blocks"]![0]!)["text"]!["text"];
        Assert.Equal("🔴 SEV1: &lt;!channel&gt; &lt;https://evil.example|click&gt; @ here *x* &amp; more", header);
    }
}
