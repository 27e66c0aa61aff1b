using System.Text.Json.Nodes;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Workflows.Tests;

public class CatalogueTests
{
    [Fact]
    public void Lifecycle_AsDelivered_NeedsItsFunctionAndPaging() =>
        Assert.Equal(
            [Placeholders.Paging, Placeholders.PostIncident, Placeholders.RecordIncident, .. WorkflowDefinitions.Runbooks.Select(Placeholders.Runbook), Placeholders.StatusUpdates],
            WorkflowDefinitions.Lifecycle.Needs);

    [Fact]
    public void Runbooks_OfTheFolders_AreThoseThatDomainNames() => Assert.Equal(RunbookNames.All.Order(), WorkflowDefinitions.Runbooks);

    [Fact]
    public void Actions_OfARunbooksFolder_AreKindsOfTheUnion()
    {
        var kinds = typeof(ActionKinds).GetFields().Select(kind => (string)kind.GetRawConstantValue()!);

        Assert.Equal(kinds.Order(), WorkflowDefinitions.Runbooks.SelectMany(WorkflowDefinitions.ActionsOf).Order());
    }

    [Theory]
    [InlineData("look")]
    [InlineData("apply")]
    [InlineData("measure")]
    [InlineData("undo")]
    public void Slot_OfARunbookThatMayDoTwoThings_HasTheStatesOfThoseAlone(string slot)
    {
        var machine = WorkflowDefinitions.Runbook("cost-spike", ["cancel-query", "throttle-function"]);

        var conditions = Definitions.StatesOf(JsonNode.Parse(machine.Text)!).Where(state => state.Name.StartsWith("Which ", StringComparison.Ordinal))
            .ToDictionary(state => state.Name, state => state.State["Choices"]!.AsArray().Select(rule => rule!["Condition"]!.GetValue<string>()).ToList());
        var question = new Dictionary<string, string> { ["look"] = "Which target is to be looked at?", ["apply"] = "Which action is to be applied?", ["measure"] = "Which effect is to be measured?", ["undo"] = "Which action is to be undone?" }[slot];
        string[] kinds = slot == "undo" ? ["throttle-function"] : ["cancel-query", "throttle-function"];
        Assert.Equal(kinds.Select(kind => $"{{% $answer.remediation.action.kind = '{kind}' %}}"), conditions[question]);
        Assert.DoesNotContain("tighten", machine.Text);
    }

    [Fact]
    public void Runbook_ThatMayDoNothing_HasNoStateThatChangesAnything()
    {
        var machine = WorkflowDefinitions.Runbook("cost-spike", []);

        Assert.DoesNotContain("\"What is there to do?\"", machine.Text);
        Assert.All(["putFunctionConcurrency", "cancelStatement", "updateItem", "ssm:getParameter"], call => Assert.DoesNotContain(call, machine.Text));
    }

    [Fact]
    public void Runbook_WhoseOnlyActionCannotBeUndone_StillHasAnUndoSlot() =>
        Assert.Equal("Nobody can undo this action", JsonNode.Parse(WorkflowDefinitions.Runbook("cost-spike", ["cancel-query"]).Text)!["States"]!["Undo the action"]!["Branches"]![0]!["StartAt"]!.GetValue<string>());

    [Fact]
    public void Paging_WithEveryChannel_NeedsBothConnections() =>
        Assert.Equal(
            [Placeholders.ComposeMessage, Placeholders.PagerDutyConnection, Placeholders.Paging, Placeholders.RecordIncident, Placeholders.SlackConnection],
            WorkflowDefinitions.Paging(Definitions.EveryChannel).Needs);

    [Fact]
    public void StatusUpdates_WithAndWithoutSlack_NeedItsConnectionOnlyWithIt()
    {
        Assert.Equal(
            [Placeholders.ComposeMessage, Placeholders.RecordIncident, Placeholders.SlackConnection, Placeholders.StatusPageConnection, Placeholders.StatusPageId, Placeholders.StatusUpdates, Placeholders.TicketSource],
            WorkflowDefinitions.StatusUpdates(Definitions.EveryChannel).Needs);
        Assert.Equal([Placeholders.ComposeMessage, Placeholders.RecordIncident, Placeholders.StatusUpdates], WorkflowDefinitions.StatusUpdates(OptionalChannels.PagerDuty).Needs);
    }

    [Theory]
    [InlineData("status-updates")]
    [InlineData("post-incident")]
    public void Workflow_ThatWritesToNoCustomers_HasNoStateForIt(string workflow)
    {
        var definition = workflow == "status-updates" ? WorkflowDefinitions.StatusUpdates(OptionalChannels.None) : WorkflowDefinitions.PostIncident(OptionalChannels.None);

        Assert.DoesNotContain("sesv2", definition.Text);
        Assert.DoesNotContain("What was told?", definition.Text);
        Assert.DoesNotContain(Definitions.StatesOf(JsonNode.Parse(definition.Text)!), state => state.Name.Contains("mail", StringComparison.Ordinal));
    }

    [Fact]
    public void PostIncident_OfAnyStack_NeedsTheBucket() =>
        Assert.Equal([Placeholders.ComposeMessage, Placeholders.PostIncident, Placeholders.PostMortemBucket, Placeholders.RecordIncident], WorkflowDefinitions.PostIncident(OptionalChannels.None).Needs);

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
