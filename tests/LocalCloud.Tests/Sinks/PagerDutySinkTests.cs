using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Sinks;

namespace IncidentServerless.LocalCloud.Tests.Sinks;

public sealed class PagerDutySinkTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Receive_ProperTrigger_IsAcceptedUnderItsKey()
    {
        var answer = Receive($$$"""{"routing_key": "{{{Key}}}", "event_action": "trigger", "dedup_key": "INC-1", "payload": {"summary": "s", "source": "x", "severity": "critical"}}""");

        Assert.Equal((202, "INC-1"), (answer.Status, (string?)answer.Body!["dedup_key"]));
    }

    [Theory]
    [InlineData("""{"event_action": "trigger", "payload": {"summary": "s", "source": "x", "severity": "critical"}}""", "Length of 'routing_key' is incorrect (should be 32 characters)")]
    [InlineData("""{"routing_key": "0123456789abcdef0123456789abcdef", "event_action": "page"}""", "'event_action' must be one of 'trigger', 'acknowledge', 'resolve'")]
    [InlineData("""{"routing_key": "0123456789abcdef0123456789abcdef", "event_action": "resolve"}""", "'dedup_key' is missing or blank")]
    [InlineData("""{"routing_key": "0123456789abcdef0123456789abcdef", "event_action": "trigger"}""", "'payload' is missing or blank")]
    [InlineData("""{"routing_key": "0123456789abcdef0123456789abcdef", "event_action": "trigger", "payload": {"summary": "s", "source": "x", "severity": "SEV1"}}""", "'payload.severity' must be one of 'critical', 'error', 'warning', 'info'")]
    public void Receive_AgainstTheContract_IsRefusedWithTheReason(string body, string reason)
    {
        var answer = Receive(body);

        Assert.Equal(400, answer.Status);
        Assert.Equal([reason], answer.Body!["errors"]!.AsArray().Select(error => (string?)error));
    }

    [Fact]
    public void Receive_DedupKeyTooLong_IsRefused()
    {
        var answer = Receive($$$"""{"routing_key": "{{{Key}}}", "event_action": "resolve", "dedup_key": "{{{new string('k', 256)}}}"}""");

        Assert.Equal(400, answer.Status);
    }

    private static SinkAnswer Receive(string body) =>
        new PagerDutySink().Receive(new SinkRequest("events.pagerduty.com", "POST", "/v2/enqueue", new Dictionary<string, string>(), JsonNode.Parse(body)));
}
