using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;

namespace IncidentServerless.Domain.Tests.Messages;

/// <summary>The vendors' rules (SNS Publish, chat.postMessage, Events API v2) hold whatever a signal says.</summary>
public class ChannelProperties
{
    private static readonly Gen<PageContext> Pages = Gen.Select(
        Hostile.Text, Hostile.Text, Hostile.Texts, Hostile.Texts, Gen.Int[1, 5], Gen.Int[1, 1000], (title, reason, resources, tenants, level, round) =>
        {
            var page = Samples.Page();
            var incident = page.Incident with
            {
                Title = title,
                Reason = reason,
                Resources = [.. resources],
                Tenants = [.. tenants],
                Source = reason,
                Account = title,
                Region = title,
            };
            ImmutableArray<IncidentEvent> timeline = [Samples.Opening, new IncidentReopened(2, reason) { At = Samples.At(1) }];
            return page with { Incident = incident, Level = level, Round = round, Timeline = timeline };
        });

    [Fact]
    public void Sns_AnySignal_KeepsItsRules() => Pages.Sample(page =>
    {
        var message = SnsPage.ToTopic(page, Samples.Topic);
        Assert.InRange(message.Subject.Length, 1, SnsPage.SubjectLimit);
        Assert.All(message.Subject, letter => Assert.InRange(letter, ' ', '~'));
        Assert.EndsWith("(INC-20261123-AB12CD34)", message.Subject);
        Assert.InRange(Encoding.UTF8.GetByteCount(message.Message), 1, 64 * 1024);
        Assert.All(message.Message.Split('\n'), Hostile.AssertOneCleanLine);
        Assert.Single(message.Message.Split('\n'), line => line.StartsWith("Acknowledge: ", StringComparison.Ordinal));
        Assert.All(message.Attributes.Values, attribute => Assert.NotEmpty(attribute.StringValue));
    });

    [Fact]
    public void Slack_AnySignal_KeepsItsRules() => Pages.Sample(page =>
    {
        var body = SlackPage.Compose(page, "#incident-response").Body;
        var blocks = body["blocks"]!.AsArray();
        Assert.InRange(blocks.Count, 1, 50);
        Assert.InRange(Encoding.UTF8.GetByteCount(body.ToJsonString()), 1, 64 * 1024);
        Assert.True(Texts(body).Sum(text => text.Text.Length) < 12_000);
        Assert.All(Texts(body), text =>
        {
            Assert.InRange(text.Text.Length, 1, Limit(text.Path));
            Assert.DoesNotContain('<', text.Text);
            Assert.DoesNotContain('>', text.Text);
            Assert.DoesNotMatch("(?i)@(channel|here|everyone)", text.Text);
            Assert.All(text.Text.Split('\n'), Hostile.AssertOneCleanLine);
        });
        Assert.All(blocks.Where(block => block!["fields"] is not null), block => Assert.InRange(block!["fields"]!.AsArray().Count, 1, 10));
    });

    [Fact]
    public void PagerDuty_AnySignal_KeepsItsRules() => Pages.Sample(page =>
    {
        var body = PagerDutyPage.Trigger(page).Body;
        var payload = body["payload"]!;
        Assert.InRange(((string?)payload["summary"])!.Length, 1, PagerDutyPage.SummaryLimit);
        Assert.InRange(((string?)body["dedup_key"])!.Length, 1, PagerDutyPage.DedupKeyLimit);
        Assert.Contains(payload["severity"]!.GetValue<string>(), (string[])["critical", "error", "warning", "info"]);
        Assert.NotEmpty((string?)payload["source"] ?? "");
        Assert.False(body.ContainsKey("routing_key"));
        Assert.InRange(Encoding.UTF8.GetByteCount(body.ToJsonString()), 1, 256 * 1024);
        Assert.All(Strings(body).Where(text => text.Text.Length > 0), text => Hostile.AssertOneCleanLine(text.Text));
    });

    private static int Limit(string path) => path switch
    {
        _ when path.StartsWith("$.blocks[0].", StringComparison.Ordinal) => SlackPage.HeaderLimit,
        _ when path.Contains(".fields[", StringComparison.Ordinal) => SlackPage.FieldLimit,
        _ => SlackPage.SectionLimit,
    };

    private static IEnumerable<(string Path, string Text)> Texts(JsonNode node) =>
        Strings(node).Where(text => text.Path.EndsWith(".text", StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Text)> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [(value.GetPath(), value.GetValue<string>())],
        _ => [],
    };
}
