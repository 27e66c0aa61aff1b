using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Tests.Incidents;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Messages;

public class NewsMessageTests
{
    [Fact]
    public void Topic_DiagnosisWithAPlanToApprove_SaysThatOnlyAPersonalLinkDecides() => Matches(NewsMessage.ToTopic(News.Of(News.ToApprove), Samples.Topic));

    [Fact]
    public void Person_DiagnosisWithAPlanToApprove_CarriesThatPersonsLink() =>
        Matches(NewsMessage.ToPerson(News.Of(News.ToApprove), "bo", new Person("Bo Lindqvist"), Samples.Topic + "-bo"));

    [Fact]
    public void Slack_DiagnosisWithAPlanToApprove_HasBlocks() => Snapshot.Match(Slack(News.Of(News.ToApprove)));

    [Fact]
    public void Topic_AnnouncedAction_SaysWhenItActs() => Matches(NewsMessage.ToTopic(News.Of(News.Announced), Samples.Topic));

    [Fact]
    public void Slack_AnnouncedAction_SaysWhenItActs() => Snapshot.Match(Slack(News.Of(News.Announced)));

    [Fact]
    public void Person_VerifiedAction_SaysHowToUndoIt() =>
        Matches(NewsMessage.ToPerson(News.Of(News.Verified, 3), "bo", new Person("Bo Lindqvist"), Samples.Topic + "-bo"));

    [Fact]
    public void Topic_FailedAction_SaysThatPeopleAreNeeded() => Matches(NewsMessage.ToTopic(News.Of(News.Failed, 3), Samples.Topic));

    [Fact]
    public void Topic_SomebodyTookIt_SaysThatNothingIsToBeDone() => Matches(NewsMessage.ToTopic(News.Taken, Samples.Topic));

    [Fact]
    public void Person_TakenWhileAnApprovalWaits_IsNotAskedOnceMore()
    {
        var message = NewsMessage.ToPerson(News.Taken with { Incident = News.Of(News.ToApprove).Incident }, "bo", new Person("Bo Lindqvist"), Samples.Topic + "-bo");

        Assert.DoesNotContain("To approve or refuse", message.Message);
        Assert.Contains("Look, or act: ", message.Message);
    }

    [Fact]
    public void Person_WhoWasPagedAndMayNotApprove_IsNotAskedTo() =>
        Assert.Contains("Look, or act: ", NewsMessage.ToPerson(News.Of(News.ToApprove) with { Remediation = RemediationPolicy.Default }, "bo", new Person("Bo Lindqvist"), Samples.Topic + "-bo").Message);

    [Fact]
    public void Topic_Recovered_SaysWhenItCountsAsOver() => Matches(NewsMessage.ToTopic(News.Recovered, Samples.Topic));

    [Fact]
    public void Topic_Over_SaysWhoEndedIt() => Matches(NewsMessage.ToTopic(News.Over, Samples.Topic));

    [Fact]
    public void Topic_KeyServiceDown_GoesOutWithoutALink()
    {
        var message = NewsMessage.ToTopic(News.Of(News.Announced) with { Links = PageLinks.None, ExecutionArn = null }, Samples.Topic).Message;

        Assert.Contains("This message carries no link, because none could be signed", message);
        Assert.DoesNotContain("https://", message);
    }

    [Fact]
    public void Messages_AnyTexts_AreHarmless() => Gen.Select(Hostile.Text, Hostile.Text, Hostile.Texts, Gen.Int[0, 4]).Sample((text, other, texts, at) =>
    {
        var news = HostileNews(text, other, texts, at);
        var message = NewsMessage.ToPerson(news, "bo", new Person(text), Samples.Topic);
        Assert.InRange(message.Subject.Length, 1, SnsPage.SubjectLimit);
        Assert.All(message.Subject, letter => Assert.InRange(letter, ' ', '~'));
        Assert.EndsWith("(INC-20261123-AB12CD34)", message.Subject);
        Assert.InRange(Encoding.UTF8.GetByteCount(message.Message), 1, 64 * 1024);
        Assert.All(message.Message.Split('\n'), Hostile.AssertOneCleanLine);
        Assert.All(message.Message.Split('\n'), line => Assert.False(line.StartsWith("Acknowledge: ", StringComparison.Ordinal)));
        Assert.Single(message.Message.Split('\n'), line => line.StartsWith("Decide: ", StringComparison.Ordinal) || line.StartsWith("Approve or refuse: ", StringComparison.Ordinal));

        var body = NewsMessage.ToSlack(news, "#incident-response").Body;
        Assert.True(Texts(body).Sum(each => each.Text.Length) < 12_000);
        Assert.All(Texts(body), each =>
        {
            Assert.InRange(each.Text.Length, 1, each.Path.StartsWith("$.blocks[0].", StringComparison.Ordinal) ? SlackPage.HeaderLimit : SlackPage.SectionLimit);
            Assert.DoesNotContain('<', each.Text);
            Assert.DoesNotContain('>', each.Text);
            Assert.DoesNotMatch("(?i)@(channel|here|everyone)", each.Text);
            Assert.All(each.Text.Split('\n'), Hostile.AssertOneCleanLine);
        });
    });

    /// <summary>Everything that comes from outside is what an attacker would write.</summary>
    internal static NewsContext HostileNews(string text, string other, string[] texts, int at)
    {
        RemediationAction action = (at % 3) switch
        {
            0 => Remediating.Throttle with { TargetName = text },
            1 => Remediating.Cancel with { TargetName = text, Sql = other, StatementId = text },
            _ => Remediating.Tighten with { Tenant = text, Quota = other },
        };
        var diagnosis = Remediating.Diagnosed(new ProposedAction(action, ActionRisk.High, other)) with { Finding = text, Summary = text, Support = [.. texts.Take(10)], NotSeen = [.. texts.Take(5)] };
        IncidentEvent plan = new ActionPlanned("a1", action, "cost-spike", ActionRisk.High, other, Samples.At(3)) { At = Samples.At(1) };
        ImmutableArray<IncidentEvent> events =
        [
            News.Started with { ByHand = text },
            Remediating.Made(diagnosis) with { At = Samples.At(1) },
            plan,
            .. at switch
            {
                0 => new IncidentEvent[] { new ApprovalRequested("a1", action, Samples.At(31), [text, other]) { At = Samples.At(1) } },
                1 => [new ActionSkipped("a1", action, other) { At = Samples.At(2) }],
                2 => [new ActionStarted("a1", action, new UnknownState(text)) { At = Samples.At(2) }, new ActionFailed("a1", action, other) { At = Samples.At(3) }],
                3 => [new ActionStarted("a1", action, new StatementState(text)) { At = Samples.At(2) }, new ActionApplied("a1", action) { At = Samples.At(3) }, new UndoRequested("a1", action, new Actor(text, other, false)) { At = Samples.At(4) }, new UndoFailed("a1", action, other) { At = Samples.At(5) }],
                _ => [new ActionRefused("a1", action, new Actor(text, other, false), other) { At = Samples.At(2) }, new RunbookFailed("cost-spike", text) { At = Samples.At(3) }],
            },
        ];
        var news = News.Of(events, 0);
        return news with { Incident = news.Incident with { Title = text, Reason = other } };
    }

    private static string Slack(NewsContext news) => Readable.Json(NewsMessage.ToSlack(news, "#incident-response").Body);

    private static IEnumerable<(string Path, string Text)> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetPath().EndsWith(".text", StringComparison.Ordinal) => [(value.GetPath(), value.GetValue<string>())],
        _ => [],
    };

    private static void Matches(SnsMessage message) => Snapshot.Match(
        $"To: {message.Recipient ?? "everybody"}, {message.TopicArn}\n"
        + $"Subject: {message.Subject}\n"
        + $"Attributes: {string.Join(", ", message.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value.StringValue}"))}\n\n"
        + message.Message);
}
