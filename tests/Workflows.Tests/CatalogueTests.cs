using System.Text.Json.Nodes;

namespace IncidentServerless.Workflows.Tests;

public class CatalogueTests
{
    [Fact]
    public void Lifecycle_AsDelivered_NeedsItsFunctionAndPaging() =>
        Assert.Equal([Placeholders.Paging, Placeholders.RecordIncident], WorkflowDefinitions.Lifecycle.Needs);

    [Fact]
    public void Paging_WithEveryChannel_NeedsBothConnections() =>
        Assert.Equal(
            [Placeholders.ComposeMessage, Placeholders.PagerDutyConnection, Placeholders.Paging, Placeholders.RecordIncident, Placeholders.SlackConnection],
            WorkflowDefinitions.Paging(Definitions.EveryChannel).Needs);

    [Theory]
    [InlineData(OptionalChannels.None, "Tell SNS")]
    [InlineData(OptionalChannels.PagerDuty, "Tell SNS", "Tell PagerDuty")]
    [InlineData(OptionalChannels.Slack, "Tell SNS", "Tell Slack")]
    [InlineData(Definitions.EveryChannel, "Tell SNS", "Tell PagerDuty", "Tell Slack")]
    public void Paging_ForTheConfiguredChannels_HasABranchForThoseAlone(OptionalChannels configured, params string[] branches)
    {
        var paging = WorkflowDefinitions.Paging(configured);

        var parallel = JsonNode.Parse(paging.Text)!["States"]!["Send over every channel"]!;
        Assert.Equal(branches, parallel["Branches"]!.AsArray().Select(branch => branch!["StartAt"]!.GetValue<string>()));
        Assert.Equal(configured.HasFlag(OptionalChannels.PagerDuty), paging.Text.Contains("pagerduty.com"));
        Assert.Equal(configured.HasFlag(OptionalChannels.Slack), paging.Text.Contains("slack.com"));
        Assert.Equal(configured.HasFlag(OptionalChannels.Slack), paging.Needs.Contains(Placeholders.SlackConnection));
    }

    [Fact]
    public void Paging_WithoutAChannel_KeepsItsExpressionsReadable() =>
        Assert.Contains("{% $step.action = 'send' %}", WorkflowDefinitions.Paging(OptionalChannels.None).Text);
}
