namespace IncidentServerless.Cdk.Tests;

/// <summary>A channel that policy does not configure is absent, not skipped.</summary>
[Collection(SynthesisedStacks.Name)]
public class ChannelTests(Stacks stacks)
{
    [Fact]
    public void Stack_WithoutOptionalChannels_HasNoTraceOfThem()
    {
        var text = stacks.Bare.Root.ToJsonString();

        Assert.Empty(stacks.Bare.Of("AWS::Events::Connection"));
        Assert.All(["pagerduty.com", "slack.com", "Tell PagerDuty", "Tell Slack"], trace => Assert.DoesNotContain(trace, text));
        Assert.All(["pagerduty.com", "slack.com", "Tell PagerDuty", "Tell Slack"], trace => Assert.Contains(trace, stacks.Whole.Root.ToJsonString()));
        Assert.DoesNotContain("InvokeHTTPEndpoint", text);
    }

    [Fact]
    public void PagerDutyConnection_WithItsSecret_AddsTheRoutingKeyToTheBody()
    {
        var parameters = Connection("PagerDuty")["AuthParameters"]!["InvocationHttpParameters"]!["BodyParameters"]!.AsArray();

        var key = Assert.Single(parameters)!;
        Assert.Equal(("routing_key", true), (key["Key"]!.GetValue<string>(), key["IsValueSecret"]!.GetValue<bool>()));
        Assert.Contains("{{resolve:secretsmanager:pagerduty-key:SecretString", Template.Text(key["Value"]));
    }

    [Fact]
    public void SlackConnection_WithItsSecret_AddsTheTokenAsBearer()
    {
        var authorization = Connection("Slack")["AuthParameters"]!["ApiKeyAuthParameters"]!;

        Assert.Equal("Authorization", authorization["ApiKeyName"]!.GetValue<string>());
        Assert.StartsWith("Bearer {{resolve:secretsmanager:slack-token:SecretString", Template.Text(authorization["ApiKeyValue"]));
    }

    [Fact]
    public void People_OfThePolicy_HaveATopicEachThatComposeMessageKnows()
    {
        var known = Template.Text(stacks.Whole.Function("ComposeMessage").Properties["Environment"]!["Variables"]!["PERSON_TOPIC_ARNS"]);

        var topics = System.Text.Json.Nodes.JsonNode.Parse(known)!.AsObject();
        Assert.Equal(["alice", "bob"], topics.Select(topic => topic.Key));
        Assert.All(topics, topic => Assert.Contains(stacks.Whole.Of("AWS::SNS::Topic"), each => $"${{{each.Id}}}" == topic.Value!.GetValue<string>()));
        Assert.Equal(2, topics.Select(topic => topic.Value!.GetValue<string>()).Distinct().Count());
        Assert.Equal("{}", stacks.Bare.Function("ComposeMessage").Properties["Environment"]!["Variables"]!["PERSON_TOPIC_ARNS"]!.GetValue<string>());
    }

    private System.Text.Json.Nodes.JsonObject Connection(string channel) =>
        stacks.Whole.Of("AWS::Events::Connection").Single(connection => connection.Id.Contains(channel, StringComparison.Ordinal)).Properties;
}
