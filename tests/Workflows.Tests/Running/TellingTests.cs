using System.Text.Json.Nodes;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Tickets;
using static IncidentServerless.Workflows.Tests.Running.Replies;

namespace IncidentServerless.Workflows.Tests.Running;

/// <summary>Status updates, and what follows an incident: the two workflows that tell people beside paging.</summary>
public class TellingTests
{
    private static readonly NextWait HalfAnHour = new([Topic.Changed, Topic.Acknowledged, Topic.Resolved], 1800);
    private static readonly string Updates = ExecutionNames.StatusUpdates(RunningSuite.IncidentId, 1, 1);
    private static readonly string Aftermath = ExecutionNames.PostIncident(RunningSuite.IncidentId, 1, 1);

    [Fact]
    public async Task Update_SentAndRecorded_WaitsForTheNextAndEndsWithTheLast()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Update(3), Update(5), Finish);
        suite.OnRecord("Record the update", Answer(IncidentStatus.Open, HalfAnHour), Answer(IncidentStatus.Resolved, null));

        var execution = await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(execution).Status);
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(30)], suite.CallsOf("Publish to the topic").Select(call => call.At - RunningSuite.Start));
        var told = suite.Commands<RecordUpdate>("Record the update").ToList();
        Assert.Equal([3, 5], told.Select(update => update.UpTo));
        Assert.Equal([Channel.Sns, Channel.Slack], told[0].Deliveries.SelectMany(branch => branch).Select(delivery => delivery.Channel));
        Assert.Equal("updates", suite.CallsOf("Decide what to tell").First().Arguments["Payload"]!["about"]!.GetValue<string>());
    }

    [Fact]
    public async Task Update_WhoseChannelRefuses_IsRecordedAsRefusedAndStopsNothing()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Update(3));
        suite.On("Publish to the topic", Fail("SNS.NotFoundException", "no such topic"));
        suite.OnRecord("Record the update", Answer(IncidentStatus.Resolved, null));

        var execution = await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(execution).Status);
        var deliveries = Assert.Single(suite.Commands<RecordUpdate>("Record the update")).Deliveries;
        Assert.Equal((false, "SNS.NotFoundException: no such topic"), (deliveries[0][0].Delivered, deliveries[0][0].Reason));
        Assert.True(deliveries[1][0].Delivered);
    }

    [Fact]
    public async Task Wait_ThatAChangeEnds_DecidesAnewAtOnce()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Wait(HalfAnHour, 3), Finish);

        var execution = await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.PassAsync(TimeSpan.FromMinutes(2));
        await suite.WakeAsync("Wait for a change");
        await suite.EndAsync();

        Assert.Equal(RunningSuite.Start.AddMinutes(2), suite.Execution(execution).StopDate);
    }

    [Fact]
    public async Task Updates_OfALongIncident_AreHandedOverFarBelowTheHistoryLimit()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell([.. Enumerable.Repeat(Wait(HalfAnHour, 3), 100), Finish]);

        var execution = await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();

        Assert.Equal("A fresh execution goes on", RunningSuite.Path(suite.Execution(execution)).Last());
        Assert.InRange(suite.Execution(execution).History.Count, 100, 10_000);
        Assert.Equal("SUCCEEDED", suite.ExecutionNamed(ExecutionNames.StatusUpdates(RunningSuite.IncidentId, 1, 2)).Status);
    }

    [Fact]
    public async Task Updates_OfASupersededGeneration_End()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Update(3));
        suite.OnRecord("Record the update", Answer(IncidentStatus.Open, HalfAnHour, superseded: true));

        var execution = await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();

        Assert.Equal("Newer workflows have taken over", RunningSuite.Path(suite.Execution(execution)).Last());
    }

    [Fact]
    public async Task PostMortem_Drafted_IsPutIntoTheBucketAndTold()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Step(AftermathStep.PostMortem) with { Documents = [new("i/post-mortem.md", "text/markdown", "## Incident"), new("i/post-mortem.html", "text/html", "<!DOCTYPE html>")] });
        suite.OnRecord("Record the step", Answer(IncidentStatus.Closed, null));

        var execution = await suite.StartTellingAsync(WorkflowNames.PostIncident, Aftermath);
        await suite.EndAsync();

        Assert.Equal("SUCCEEDED", suite.Execution(execution).Status);
        Assert.Equal(
            [("i/post-mortem.md", "text/markdown", "## Incident"), ("i/post-mortem.html", "text/html", "<!DOCTYPE html>")],
            suite.CallsOf("Put the document into the bucket").Select(call => (call.Arguments["Key"]!.GetValue<string>(), call.Arguments["ContentType"]!.GetValue<string>(), call.Arguments["Body"]!.GetValue<string>())));
        var told = Assert.Single(suite.Commands<RecordAftermath>("Record the step"));
        Assert.Equal((AftermathStep.PostMortem, null), (told.Step, told.Item));
        Assert.Equal([Channel.Sns, Channel.Document, Channel.Document], told.Deliveries.SelectMany(branch => branch).Select(delivery => delivery.Channel));
    }

    [Fact]
    public async Task PostMortem_ThatS3Refuses_IsRecordedAsRefused()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Step(AftermathStep.PostMortem) with { Documents = [new("i/post-mortem.md", "text/markdown", "## Incident")] });
        suite.On("Put the document into the bucket", Fail("S3.S3Exception", "Access Denied"));
        suite.OnRecord("Record the step", Answer(IncidentStatus.Closed, null));

        await suite.StartTellingAsync(WorkflowNames.PostIncident, Aftermath);
        await suite.EndAsync();

        Assert.Equal(4, suite.CallsOf("Put the document into the bucket").Count());
        var refused = Assert.Single(suite.Commands<RecordAftermath>("Record the step")).Deliveries.SelectMany(branch => branch).Single(delivery => delivery.Channel == Channel.Document);
        Assert.Equal((false, "S3.S3Exception: Access Denied"), (refused.Delivered, refused.Reason));
    }

    [Fact]
    public async Task Overdue_Told_NamesItsItem()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Step(AftermathStep.Overdue) with { Item = "i2" });
        suite.OnRecord("Record the step", Answer(IncidentStatus.Closed, null));

        await suite.StartTellingAsync(WorkflowNames.PostIncident, Aftermath);
        await suite.EndAsync();

        Assert.Equal("i2", Assert.Single(suite.Commands<RecordAftermath>("Record the step")).Item);
    }

    [Fact]
    public async Task Step_ThatIsNotUnderstood_FailsByName()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.On("Decide what to tell", _ => new JsonObject { ["Payload"] = new JsonObject { ["action"] = "dance" } });

        var execution = await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();

        Assert.Equal(("FAILED", "UnknownAction"), (suite.Execution(execution).Status, suite.Execution(execution).Error));
    }

    [Fact]
    public async Task StatusPage_WithoutOurIncident_GetsOne()
    {
        var suite = await PublishAsync(pageIncidentId: null, ends: false, listed: """[{ "id": "p1", "metadata": {} }, { "id": "p2" }]""");

        Assert.Equal(["GET", "POST"], Published(suite).Select(call => call.Arguments["Method"]!.GetValue<string>()));
        Assert.Equal((true, "p31"), Delivered(suite));
    }

    [Fact]
    public async Task StatusPage_ThatHasOurIncidentAlready_IsChangedThereAndNeverGetsASecond()
    {
        var suite = await PublishAsync(pageIncidentId: null, ends: false, listed: """[{ "id": "p1", "metadata": {} }, { "id": "p30", "metadata": { "incident_serverless": { "id": "INC-20260102-ABCDEFGH" } } }]""");

        Assert.Equal(["GET", "PATCH"], Published(suite).Select(call => call.Arguments["Method"]!.GetValue<string>()));
        Assert.EndsWith("/incidents/p30", Published(suite).Last().Arguments["ApiEndpoint"]!.GetValue<string>());
        Assert.Equal((true, "p30"), Delivered(suite));
    }

    [Fact]
    public async Task StatusPage_OfAKnownNumber_IsChangedWithoutLooking()
    {
        var suite = await PublishAsync(pageIncidentId: "p30", ends: false, listed: "[]");

        Assert.Equal(["PATCH"], Published(suite).Select(call => call.Arguments["Method"]!.GetValue<string>()));
    }

    [Fact]
    public async Task StatusPage_OfAnEndThatWasNeverPublished_IsLeftAlone()
    {
        var suite = await PublishAsync(pageIncidentId: null, ends: true, listed: "[]");

        Assert.Equal(["GET"], Published(suite).Select(call => call.Arguments["Method"]!.GetValue<string>()));
        Assert.Equal((true, null), Delivered(suite));
    }

    [Fact]
    public async Task StatusPage_WhoseAnswerIsLost_IsNotAskedToMakeItAgainAtOnce()
    {
        var suite = await PublishAsync(pageIncidentId: null, ends: false, listed: "[]", Fail("States.Http.Socket", "connection reset"));

        Assert.Equal(["GET", "POST"], Published(suite).Select(call => call.Arguments["Method"]!.GetValue<string>()));
        Assert.Equal((false, null), Delivered(suite));
    }

    [Fact]
    public async Task StatusPage_ThatAsksForPatience_GetsIt()
    {
        var suite = await PublishAsync(pageIncidentId: null, ends: false, listed: "[]", Fail("States.Http.StatusCode.420"), _ => Http(201, JsonNode.Parse("""{ "id": "p31" }""")));

        Assert.Equal((true, "p31"), Delivered(suite));
    }

    [Fact]
    public async Task Ticket_WithoutANumber_IsMade()
    {
        var suite = await TicketAsync(number: null, ends: false);

        Assert.Equal("INC-20260102-ABCDEFGH", JsonNode.Parse(suite.CallsOf("Make a ticket").Single().Arguments["OperationalData"]!["/aws/dedup"]!["Value"]!.GetValue<string>())!["dedupString"]!.GetValue<string>());
        Assert.Equal((true, "oi-1"), Ticketed(suite));
    }

    [Fact]
    public async Task Ticket_ThatWasMadeBefore_IsFoundAndChanged()
    {
        var suite = await TicketAsync(number: null, ends: false, Fail("Ssm.OpsItemAlreadyExistsException"));

        Assert.Equal(("oi-9", "Open"), (suite.CallsOf("Change the ticket").Single().Arguments["OpsItemId"]!.GetValue<string>(), suite.CallsOf("Change the ticket").Single().Arguments["Status"]!.GetValue<string>()));
        Assert.Equal((true, "oi-9"), Ticketed(suite));
    }

    [Fact]
    public async Task Ticket_OfAnIncidentThatIsOver_IsResolved()
    {
        var suite = await TicketAsync(number: "oi-7", ends: true);

        Assert.Equal("Resolved", suite.CallsOf("Change the ticket").Single().Arguments["Status"]!.GetValue<string>());
        Assert.Empty(suite.CallsOf("Make a ticket"));
    }

    [Fact]
    public async Task Ticket_OfAnIncidentThatEndedWithoutOne_IsNotMade()
    {
        var suite = await TicketAsync(number: null, ends: true);

        Assert.Empty(suite.CallsOf("Make a ticket"));
        Assert.Equal((true, null), Ticketed(suite));
    }

    [Fact]
    public async Task Ticket_ThatSystemsManagerRefuses_IsRecordedAsRefused()
    {
        var suite = await TicketAsync(number: null, ends: false, Fail("Ssm.OpsItemLimitExceededException", "too many"));

        Assert.Equal((false, null), Ticketed(suite));
    }

    private static async Task<RunningSuite> TicketAsync(string? number, bool ends, params Func<JsonNode, JsonNode?>[] made)
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Send(0) with { TicketStatus = "open, SEV3", Tickets = [new TicketCall(RunningSuite.IncidentId, number, ends, "SEV3: x", "y", "3")] });
        suite.On("Make a ticket", made is [] ? [_ => new JsonObject { ["OpsItemId"] = "oi-1" }] : made);
        suite.On("Look for the ticket", _ => JsonNode.Parse("""{ "OpsItemSummaries": [{ "OpsItemId": "oi-9" }] }"""));
        suite.On("Change the ticket", _ => new JsonObject());
        suite.OnRecord("Record the update", Answer(IncidentStatus.Open, null));
        await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();
        return suite;
    }

    private static (bool, string?) Ticketed(RunningSuite suite)
    {
        var told = Assert.Single(suite.Commands<RecordUpdate>("Record the update"));
        Assert.Equal("open, SEV3", told.Ticket);
        var delivery = Assert.Single(told.Deliveries.SelectMany(branch => branch));
        Assert.Equal(Channel.Ticket, delivery.Channel);
        return (delivery.Delivered, delivery.Recipient);
    }

    [Fact]
    public async Task Mail_ThatMayBeSent_IsSentToEachTenantAndRecorded()
    {
        var suite = await MailAsync(maySend: true);
        suite.On("Send one mail through SES", _ => new JsonObject { ["MessageId"] = "1" }, Fail("SesV2.MessageRejectedException", "suppressed"));

        await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();

        Assert.Equal(["ops@acme.example", "it@globex.example"], suite.CallsOf("Send one mail through SES").Select(call => call.Arguments["Destination"]!["ToAddresses"]![0]!.GetValue<string>()));
        var told = Assert.Single(suite.Commands<RecordMail>("Record what became of the mail"));
        Assert.Equal([("acme", true), ("globex", false)], told.Deliveries.Select(delivery => (delivery.Recipient!, delivery.Delivered)));
        Assert.Single(suite.Commands<IntendMail>("Note that the mail is sent now"));
    }

    [Fact]
    public async Task Mail_ThatSomebodyElseIntended_IsNotSent()
    {
        var suite = await MailAsync(maySend: false);

        await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();

        Assert.Empty(suite.CallsOf("Send one mail through SES"));
    }

    [Fact]
    public async Task Mail_WhoseAnswerIsLost_IsNotSentASecondTime()
    {
        var suite = await MailAsync(maySend: true);
        suite.On("Send one mail through SES", Fail("SesV2.SdkClientException", "connection reset"));

        await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();

        Assert.Equal(2, suite.CallsOf("Send one mail through SES").Count());
    }

    [Fact]
    public async Task Mail_AskedFor_IsRecordedAsAskedAndNotAsAnUpdate()
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Send(0, sns: [Sns("ana")]) with { Mail = MailKind.Report }, Finish);
        suite.OnRecord("Record that approvers were asked", Answer(IncidentStatus.Resolved, null));

        await suite.StartTellingAsync(WorkflowNames.PostIncident, Aftermath);
        await suite.EndAsync();

        Assert.Equal(MailKind.Report, Assert.Single(suite.Commands<AdvanceMail>("Record that approvers were asked")).Mail);
        Assert.Empty(suite.CallsOf("Record the step"));
    }

    private static async Task<RunningSuite> MailAsync(bool maySend)
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(
            new PagingStep
            {
                Action = PagingAction.Mail, DecidedAt = RunningSuite.Start, Version = 3, Mail = MailKind.Notice,
                Mails = [new("acme", "status@example.com", ["ops@acme.example"], "s", "b"), new("globex", "status@example.com", ["it@globex.example"], "s", "b")],
            },
            Finish);
        suite.OnRecord("Note that the mail is sent now", Answer(IncidentStatus.Open, null) with { MaySend = maySend });
        suite.OnRecord("Record what became of the mail", Answer(IncidentStatus.Open, null));
        return suite;
    }

    private static async Task<RunningSuite> PublishAsync(string? pageIncidentId, bool ends, string listed, params Func<JsonNode, JsonNode?>[] made)
    {
        var suite = await RunningSuite.BeginAsync();
        suite.OnTell(Send(0) with { PageStatus = "investigating, major", StatusPage = [new StatusPageCall(RunningSuite.IncidentId, pageIncidentId, ends, new JsonObject { ["incident"] = new JsonObject { ["name"] = "Service outage" } })] });
        suite.On("Look for the incident on the status page", _ => Http(200, JsonNode.Parse(listed)));
        suite.On("Make an incident on the status page", made is [] ? [_ => Http(201, JsonNode.Parse("""{ "id": "p31" }"""))] : made);
        suite.On("Change the incident on the status page", _ => Http(200, JsonNode.Parse("""{ "id": "p30" }""")));
        suite.OnRecord("Record the update", Answer(IncidentStatus.Open, null));
        await suite.StartTellingAsync(WorkflowNames.StatusUpdates, Updates);
        await suite.EndAsync();
        return suite;
    }

    private static IEnumerable<TaskCall> Published(RunningSuite suite) => suite.Calls.Where(call => call.State.Contains("status page", StringComparison.Ordinal));

    private static (bool, string?) Delivered(RunningSuite suite)
    {
        var told = Assert.Single(suite.Commands<RecordUpdate>("Record the update"));
        Assert.Equal((null, "investigating, major"), (told.UpTo, told.StatusPage));
        var delivery = Assert.Single(told.Deliveries.SelectMany(branch => branch));
        Assert.Equal(Channel.StatusPage, delivery.Channel);
        return (delivery.Delivered, delivery.Recipient);
    }

    private static PagingStep Update(int upTo) => Send(0, sns: [Sns()], slack: [Slack]) with { Informs = upTo };

    private static PagingStep Step(AftermathStep step) => Send(0, sns: [Sns()]) with { Step = step };
}
