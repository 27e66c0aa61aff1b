using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using static IncidentServerless.Workflows.Tests.Running.Replies;

namespace IncidentServerless.Workflows.Tests.Running;

public class PagingTests
{
    private static readonly IncidentAnswer Unacknowledged = Answer(IncidentStatus.Open, FiveMinutes, version: 5);
    private static readonly IncidentAnswer NothingToWaitFor = Answer(IncidentStatus.Resolved, wait: null, version: 6);

    [Fact]
    public async Task Paging_ThatNobodyAcknowledges_GoesToTheNextLevelAfterTheWait()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(1, [Sns()]), Send(2, [Sns(), Sns("alice")]), Finish);
        suite.OnRecord(Unacknowledged);

        var paging = await suite.StartPagingAsync();
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(paging).Status);
        Assert.Equal([1, 2], suite.Commands<RecordPage>("Record the page").Select(page => page.Level));
        Assert.Equal(
            [(0, "everyone"), (5, "alice"), (5, "everyone")],
            suite.CallsOf("Publish to the topic").Select(call => ((int)(call.At - RunningSuite.Start).TotalMinutes, call.Arguments["TopicArn"]!.GetValue<string>().Split(':')[^1])).Order());
    }

    [Fact]
    public async Task Message_OfSns_CarriesSubjectTextAndAttributes()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(1, [Sns()]));
        suite.OnRecord(NothingToWaitFor);

        await suite.StartPagingAsync();
        await suite.EndAsync();

        Assert.Equal(
            """{"TopicArn":"arn:aws:sns:eu-central-1:123456789012:everyone","Subject":"[SEV2] Metering fails","Message":"{\u0022default\u0022:\u0022Acknowledge: https://example.org/?t=1\u0022}","MessageStructure":"json","MessageAttributes":{"severity":{"DataType":"String","StringValue":"SEV2"}}}""",
            Assert.Single(suite.CallsOf("Publish to the topic")).Arguments.ToJsonString());
    }

    [Fact]
    public async Task Page_SentOverEveryChannel_IsRecordedWithOneListForEach()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(1, [Sns(), Sns("alice")], [Slack], [PagerDuty], PagerDutyStatus.Trigger));
        suite.OnRecord(NothingToWaitFor);

        await suite.StartPagingAsync();
        await suite.EndAsync();

        var page = Assert.Single(suite.Commands<RecordPage>("Record the page"));
        Assert.Equal((1, 1, RunningSuite.Start, PagerDutyStatus.Trigger), (page.Round, page.Level, page.DecidedAt, page.PagerDuty));
        Assert.Equal<Delivery[]>(
            [
                [new(Channel.Sns, null, true, null), new(Channel.Sns, "alice", true, null)],
                [new(Channel.PagerDuty, null, true, null)],
                [new(Channel.Slack, null, true, null)],
            ],
            page.Deliveries.Select(branch => branch.ToArray()));
        Assert.Equal("https://events.pagerduty.com/v2/enqueue", suite.CallsOf("Send the event to PagerDuty").Single().Arguments["ApiEndpoint"]!.GetValue<string>());
        Assert.Equal("""{"event_action":"trigger","dedup_key":"INC-20260102-ABCDEFGH"}""", suite.CallsOf("Send the event to PagerDuty").Single().Arguments["RequestBody"]!.ToJsonString());
        Assert.Equal("""{"channel":"#incident-response","text":"Metering fails"}""", suite.CallsOf("Post to the Slack channel").Single().Arguments["RequestBody"]!.ToJsonString());
    }

    [Fact]
    public async Task Page_OfAStackWithSnsAlone_IsRecordedAsOneListOfOne()
    {
        var suite = await RunningSuite.BeginAsync(OptionalChannels.None);
        suite.OnDecide(Send(1, [Sns()]));
        suite.OnRecord(NothingToWaitFor);

        await suite.StartPagingAsync();
        await suite.EndAsync();

        var branch = Assert.Single(Assert.Single(suite.Commands<RecordPage>("Record the page")).Deliveries.ToArray());
        Assert.Equal(new Delivery(Channel.Sns, null, true, null), Assert.Single(branch.ToArray()));
    }

    [Fact]
    public async Task Step_WithoutMessagesForAChannel_SendsNothingThere()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(0, pagerDuty: [PagerDuty], tell: PagerDutyStatus.Resolve));
        suite.OnRecord(NothingToWaitFor);

        await suite.StartPagingAsync();
        await suite.EndAsync();

        var page = Assert.Single(suite.Commands<RecordPage>("Record the page"));
        Assert.Equal([0, 1, 0], page.Deliveries.Select(branch => branch.Length));
        Assert.Empty(suite.CallsOf("Publish to the topic"));
    }

    [Fact]
    public async Task Acknowledgement_WhileWaiting_MakesItDecideAtOnce()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(1, [Sns()]), Wait(new NextWait([Topic.Resolved], 7200), version: 9), Finish);
        suite.OnRecord(Unacknowledged);

        await suite.StartPagingAsync();
        await suite.PassAsync(TimeSpan.FromMinutes(1));
        await suite.WakeAsync("Wait for acknowledgement");
        await suite.EndAsync();

        Assert.Equal([0.0, 1, 121], suite.CallsOf("Decide whom to tell").Select(call => (call.At - RunningSuite.Start).TotalMinutes));
        Assert.Equal([(5, 300), (9, 7200)], suite.Commands<RegisterWait>("Wait for acknowledgement").Select(wait => (wait.SeenVersion, wait.TimeoutSeconds)));
    }

    [Fact]
    public async Task Slack_ThatAnswersNotOk_CountsAsFailedForItsOwnReason()
    {
        var delivery = await DeliverAsync("Post to the Slack channel", Channel.Slack, _ => Http(200, new JsonObject { ["ok"] = false, ["error"] = "channel_not_found" }));

        Assert.Equal(new Delivery(Channel.Slack, null, false, "channel_not_found"), delivery);
    }

    [Fact]
    public async Task Slack_ThatAnswersNoJson_CountsAsFailed()
    {
        var delivery = await DeliverAsync("Post to the Slack channel", Channel.Slack, _ => Http(200, "<html>maintenance</html>"));

        Assert.Equal(new Delivery(Channel.Slack, null, false, "HTTP 200"), delivery);
    }

    [Fact]
    public async Task PagerDuty_ThatKeepsFailing_IsTriedThreeTimesWithinAMinuteAndStopsNobodyElse()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(1, [Sns()], [Slack], [PagerDuty], PagerDutyStatus.Trigger));
        suite.OnRecord(NothingToWaitFor);
        suite.On("Send the event to PagerDuty", Fail("States.Http.StatusCode.500", new string('x', 300)));

        var paging = await suite.StartPagingAsync();
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(paging).Status);
        Assert.Equal(3, suite.CallsOf("Send the event to PagerDuty").Count());
        Assert.True(suite.CallsOf("Record the page").Single().At - RunningSuite.Start <= TimeSpan.FromMinutes(1));
        var deliveries = suite.Commands<RecordPage>("Record the page").Single().Deliveries.SelectMany(branch => branch).ToDictionary(delivery => delivery.Channel);
        Assert.Equal([(Channel.Sns, true), (Channel.Slack, true), (Channel.PagerDuty, false)], deliveries.Values.Select(each => (each.Channel, each.Delivered)).Order());
        Assert.StartsWith("States.Http.StatusCode.500: xxx", deliveries[Channel.PagerDuty].Reason);
        Assert.Equal(200, deliveries[Channel.PagerDuty].Reason!.Length);
    }

    [Fact]
    public async Task PagerDuty_ThatRefusesAnEvent_IsNotAskedAgain()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(1, pagerDuty: [PagerDuty]));
        suite.OnRecord(NothingToWaitFor);
        suite.On("Send the event to PagerDuty", Fail("States.Http.StatusCode.400", "invalid event"));

        await suite.StartPagingAsync();
        await suite.EndAsync();

        Assert.Single(suite.CallsOf("Send the event to PagerDuty"));
    }

    [Fact]
    public async Task Sns_ThatFailsOnce_DeliversOnTheSecondTry()
    {
        var delivery = await DeliverAsync("Publish to the topic", Channel.Sns, Fail("SNS.InternalErrorException"), _ => new JsonObject { ["MessageId"] = "1" });

        Assert.Equal(new Delivery(Channel.Sns, null, true, null), delivery);
    }

    [Fact]
    public async Task Sns_ThatFailsWithoutACause_GivesTheErrorAsTheReason()
    {
        var delivery = await DeliverAsync("Publish to the topic", Channel.Sns, Fail("SNS.NotFoundException"));

        Assert.Equal(new Delivery(Channel.Sns, null, false, "SNS.NotFoundException"), delivery);
    }

    [Fact]
    public async Task Paging_ThatIsSupersededByTheTimeOfTheRecord_EndsWithoutWaiting()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(1, [Sns()]));
        suite.OnRecord(Answer(IncidentStatus.Open, FiveMinutes, superseded: true));

        var paging = await suite.StartPagingAsync();
        await suite.EndAsync();

        Assert.Equal("Newer workflows have taken over", RunningSuite.Path(suite.Execution(paging)).Last());
        Assert.Empty(suite.CallsOf("Wait for acknowledgement"));
    }

    [Fact]
    public async Task Paging_OfAnIncidentThatIsOver_EndsAtOnce()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Finish);

        var paging = await suite.StartPagingAsync();
        await suite.EndAsync();

        Assert.Equal("Nobody need be told any more", RunningSuite.Path(suite.Execution(paging)).Last());
        Assert.Equal("Decide whom to tell", Assert.Single(suite.Calls).State);
    }

    [Fact]
    public async Task Step_OfAnUnknownAction_FailsByName()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.On("Decide whom to tell", _ => new JsonObject { ["Payload"] = new JsonObject { ["action"] = "shout" } });

        var paging = await suite.StartPagingAsync();
        await suite.EndAsync();

        Assert.Equal(("UnknownAction", "shout"), (suite.Execution(paging).Error, suite.Execution(paging).Cause));
    }

    [Fact]
    public async Task Paging_AfterAHundredRounds_HandsOverToAFreshExecution()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide([.. Enumerable.Repeat(Send(1, [Sns()], [Slack], [PagerDuty]), 100), Finish]);
        suite.OnRecord(Unacknowledged);

        var first = await suite.StartPagingAsync();
        await suite.EndAsync();

        var second = suite.ExecutionNamed(ExecutionNames.Paging(RunningSuite.IncidentId, 1, 2));
        Assert.Equal("A fresh execution goes on", RunningSuite.Path(suite.Execution(first)).Last());
        Assert.Equal("""{"incidentId":"INC-20260102-ABCDEFGH","generation":1,"part":2}""", second.Input);
        Assert.Equal("SUCCEEDED", second.Status);
        Assert.Equal(101, suite.CallsOf("Decide whom to tell").Count());
        Assert.InRange(suite.Execution(first).History.Count, 1, 10_000);
    }

    [Fact]
    public async Task Paging_OfManyPeople_HandsOverByTheNumberOfMessages()
    {
        var suite = await RunningSuite.BeginAsync();
        var people = Enumerable.Range(0, 59).Select(n => Sns($"person-{n}"));
        suite.OnDecide([.. Enumerable.Repeat(Send(1, [Sns(), .. people]), 9), Finish]);
        suite.OnRecord(Unacknowledged);

        var first = await suite.StartPagingAsync();
        await suite.EndAsync();

        Assert.Equal(9 * 60, suite.CallsOf("Publish to the topic").Count());
        Assert.Equal("SUCCEEDED", suite.ExecutionNamed(ExecutionNames.Paging(RunningSuite.IncidentId, 1, 2)).Status);
        Assert.InRange(suite.Execution(first).History.Count, 1, 10_000);
    }

    private static async Task<Delivery> DeliverAsync(string state, Channel channel, params Func<JsonNode, JsonNode?>[] answers)
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnDecide(Send(1, [Sns()], [Slack], [PagerDuty]));
        suite.OnRecord(NothingToWaitFor);
        suite.On(state, answers);

        await suite.StartPagingAsync();
        await suite.EndAsync();

        return Assert.Single(suite.Commands<RecordPage>("Record the page").Single().Deliveries.SelectMany(branch => branch), delivery => delivery.Channel == channel);
    }
}
