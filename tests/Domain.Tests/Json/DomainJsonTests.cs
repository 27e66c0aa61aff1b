using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Evidence;
using IncidentServerless.Domain.Tests.Incidents;
using IncidentServerless.Domain.Tickets;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Json;

/// <summary>What is stored is read back as it was: a timeline must survive any version.</summary>
public sealed class DomainJsonTests
{
    public static TheoryData<string> EventKinds() => [.. Events.Select(each => each.GetType().Name)];

    private static IReadOnlyList<IncidentEvent> Events { get; } =
    [
        Opened() with { Reason = "Threshold crossed", Description = "Restart it", Resources = ["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:x"], Tenants = ["acme"] },
        new SignalsAttached(10) { At = Noon },
        new AlertJoined("orders errors", "key", "it is of the same type and tenant (acme)") { At = Noon },
        new AlertRecovered("orders errors", "key", 2) { At = Noon },
        new TenantsAffected(["acme", "globex"], 3) { At = Noon },
        new SeverityRaised(SeverityLevel.Sev2, SeverityLevel.Sev1, "worse") { At = Noon },
        new IncidentMitigated("OK") { At = Noon },
        new IncidentRelapsed("ALARM") { At = Noon },
        new IncidentReopened(2, "fired again") { At = Noon },
        new LifecycleRevived(2, "died") { At = Noon },
        Paged(1, 1, 0, ToPagerDuty(delivered: false), new Delivery(Channel.Sns, "ana", true, null)),
        new PagedDirectly("no workflows") { At = Noon },
        new PagerDutyUpdated(PagerDutyStatus.Resolve, [ToPagerDuty()]) { At = Noon },
        Acknowledged(Ben, 3),
        new AcknowledgementExpired(Ben) { At = Noon },
        new EscalationRequested(Ana) { At = Noon },
        new NoteAdded(Ana, "on it") { At = Noon },
        new IncidentResolved(null, "quiet") { At = Noon, FalseAlarm = true, Drill = true },
        new SeverityChanged(SeverityLevel.Sev2, SeverityLevel.Sev3, Ana, "a workaround exists") { At = Noon },
        new ResponseTargetMissed(SeverityLevel.Sev1, TimeSpan.FromMinutes(15)) { At = Noon },
        new UpdateSent(7, [new Delivery(Channel.Slack, null, true, null)]) { At = Noon },
        new StatusPageUpdated("investigating, major", new Delivery(Channel.StatusPage, "p31", true, null)) { At = Noon },
        new TicketUpdated("open, SEV3", new Delivery(Channel.Ticket, "oi-1", true, null)) { At = Noon },
        new MailAsked(MailKind.Notice, ["acme"], ["ana"]) { At = Noon },
        new MailApproved(MailKind.Report, ["acme"], Ana, "Sorry.") { At = Noon },
        new MailDropped(MailKind.Notice, Ana, "not yet") { At = Noon },
        new MailIntended(MailKind.Notice, "1") { At = Noon },
        new MailSent(MailKind.Notice, [new Delivery(Channel.Mail, "acme", false, "MessageRejected")]) { At = Noon },
        new MailInDoubt(MailKind.Notice) { At = Noon },
        new AftermathTold(AftermathStep.Overdue, "i1", [new Delivery(Channel.Document, null, false, "AccessDenied")]) { At = Noon },
        new ItemAdded(new FollowUpItem("i1", "Alarm on the pool", "Ana", Noon), Ana) { At = Noon },
        new ItemAssigned(new FollowUpItem("i1", "Alarm on the pool", null, null) { Reminded = true }, Ana) { At = Noon },
        new ItemDone(new FollowUpItem("i1", "Alarm on the pool", "Ana", null) { DoneAt = Noon }, Ana) { At = Noon },
        new IncidentClosed { At = Noon },
        new PeopleInformed(7, [new Delivery(Channel.Sns, "ana", false, "throttled")]) { At = Noon },
        new RunbookStarted("cost-spike", Remediating.Run, "Ana", DryRun: true) { At = Noon },
        new RunbookFailed("cost-spike", "States.Timeout") { At = Noon },
        Remediating.Made(Remediating.Diagnosed(
            Remediating.Propose(Remediating.Throttle), Remediating.Propose(Remediating.Cancel, ActionRisk.High), Remediating.Propose(Remediating.Tighten))),
        Remediating.Planned(Remediating.Throttle, actsAt: 3),
        Remediating.Asked(Remediating.Tighten),
        new ActionApproved("a1", Remediating.Throttle, Ana) { At = Noon },
        new ActionRefused("a1", Remediating.Cancel, Ben, "no") { At = Noon },
        new ApprovalExpired("a1", Remediating.Cancel) { At = Noon },
        Remediating.Skipped(Remediating.Throttle, "policy lets the runbook observe only"),
        new ActionStarted("a1", Remediating.Throttle, Remediating.Free) { At = Noon },
        new ActionApplied("a1", Remediating.Throttle) { At = Noon },
        new ActionFailed("a1", Remediating.Throttle, "AccessDenied") { At = Noon },
        new ActionVerified("a1", Remediating.Throttle, Verdict.Helped, "Invocations fell.", Final: true) { At = Noon },
        new UndoRequested("a1", Remediating.Throttle, null) { At = Noon },
        new ActionUndone("a1", Remediating.Tighten, new QuotaState(50_000)) { At = Noon },
        new UndoFailed("a1", Remediating.Throttle, "AccessDenied") { At = Noon },
    ];

    private static IReadOnlyList<IncidentCommand> Commands { get; } =
    [
        new ReviewIncident { IncidentId = Id, At = Noon, CommandId = "1", Generation = 1 },
        new CloseIncident { IncidentId = Id, At = Noon, CommandId = "2", Generation = 1 },
        new RecordPage { IncidentId = Id, At = Noon, CommandId = "3", Generation = 1, Round = 1, Level = 0, DecidedAt = Noon, Informs = 7, Deliveries = [[ToPagerDuty()], []] },
        new RegisterWait { IncidentId = Id, At = Noon, CommandId = "4", Generation = 1, Topics = [Topic.Decided, Topic.News], SeenVersion = 3, TaskToken = "t", Execution = "e", State = "s", TimeoutSeconds = 60 },
        new ReviveLifecycle { IncidentId = Id, At = Noon, CommandId = "5", Generation = 1, SeenVersion = 3, Reason = "died" },
        new MarkPagedDirectly { IncidentId = Id, At = Noon, CommandId = "6", Generation = 1, Reason = "no workflows" },
        new Acknowledge { IncidentId = Id, At = Noon, CommandId = "7", By = Ana, Seen = 3 },
        new Escalate { IncidentId = Id, At = Noon, CommandId = "8", By = Ana },
        new Resolve { IncidentId = Id, At = Noon, CommandId = "9", By = Ana, Reason = "fixed", FalseAlarm = true },
        new ChangeSeverity { IncidentId = Id, At = Noon, CommandId = "13", By = Ana, To = SeverityLevel.Sev1, Reason = "worse" },
        new RecordUpdate { IncidentId = Id, At = Noon, CommandId = "14", Generation = 1, UpTo = 7, StatusPage = "investigating, major", Ticket = "open, SEV3", DecidedAt = Noon, Deliveries = [[ToPagerDuty()], []] },
        new RecordAftermath { IncidentId = Id, At = Noon, CommandId = "15", Generation = 1, Step = AftermathStep.PostMortem, Item = "i1", DecidedAt = Noon, Deliveries = [[], [ToPagerDuty()]] },
        new AdvanceMail { IncidentId = Id, At = Noon, CommandId = "19", Generation = 1, Mail = MailKind.Report },
        new IntendMail { IncidentId = Id, At = Noon, CommandId = "20", Generation = 1, Mail = MailKind.Notice },
        new RecordMail { IncidentId = Id, At = Noon, CommandId = "21", Generation = 1, Mail = MailKind.Notice, Deliveries = [new Delivery(Channel.Mail, "acme", true, null)] },
        new DecideMail { IncidentId = Id, At = Noon, CommandId = "22", By = Ana, Mail = MailKind.Notice, Send = true, Text = "Sorry." },
        new AddItem { IncidentId = Id, At = Noon, CommandId = "16", By = Ana, Text = "Alarm on the pool", Owner = "Ben", Due = Noon },
        new AssignItem { IncidentId = Id, At = Noon, CommandId = "17", By = Ana, ItemId = "i1", Owner = "Ben", Due = Noon },
        new FinishItem { IncidentId = Id, At = Noon, CommandId = "18", By = Ana, ItemId = "i1" },
        new AddNote { IncidentId = Id, At = Noon, CommandId = "10", By = Ana, Text = "on it" },
        new StartRunbook { IncidentId = Id, At = Noon, CommandId = "11", Runbook = "cost-spike", Execution = Remediating.Run, ByHand = "Ana", Generation = 1 },
        new FailRunbook { IncidentId = Id, At = Noon, CommandId = "12", Runbook = "cost-spike", Execution = Remediating.Run, Reason = "died" },
        Remediating.Tell(Remediating.Diagnosed(Remediating.Propose(Remediating.Throttle)), dryRun: true),
        Remediating.Review(1),
        Remediating.Authorise(),
        Remediating.Applied(failed: "AccessDenied"),
        Remediating.Judge(Remediating.Fewer),
        Remediating.Undid(failed: "AccessDenied"),
        Remediating.Approve(2),
        Remediating.Refuse(2, "no"),
        Remediating.Undo(2),
    ];

    private static IReadOnlyList<TargetState> States { get; } = [Remediating.Free, new StatementState("STARTED"), new QuotaState(5.5), new StatusState("open"), new ValueState(20), new CountState(2, 3), new UnknownState("AccessDenied")];

    private static IReadOnlyList<Measurement> Measurements { get; } =
        [Remediating.Fewer, new FunctionMeasured(10, null, []), new StatementMeasured("ABORTED"), new UseMeasured(10, [3, 4.5]), new StatusMeasured("case", "17"), new CountMeasured(0, 3), new NotMeasured("AccessDenied")];

    public static TheoryData<string> CommandKinds() => [.. Commands.Select(each => each.GetType().Name)];

    [Theory]
    [MemberData(nameof(EventKinds))]
    public void Event_WrittenAndRead_IsTheSame(string kind)
    {
        var happened = Events.Single(each => each.GetType().Name == kind);
        var text = JsonSerializer.Serialize(happened, DomainJson.Default.IncidentEvent);

        var read = JsonSerializer.Deserialize(text, DomainJson.Default.IncidentEvent)!;

        Assert.Equal(happened.GetType(), read.GetType());
        Assert.Equal(text, JsonSerializer.Serialize(read, DomainJson.Default.IncidentEvent));
    }

    [Fact]
    public void Events_OfEveryKind_AreTested() =>
        AssertEveryKind(typeof(IncidentEvent), Events);

    [Theory]
    [MemberData(nameof(CommandKinds))]
    public void Command_WrittenAndRead_IsTheSame(string kind)
    {
        var command = Commands.Single(each => each.GetType().Name == kind);
        var text = JsonSerializer.Serialize(command, DomainJson.Default.IncidentCommand);

        var read = JsonSerializer.Deserialize(text, DomainJson.Default.IncidentCommand)!;

        Assert.Equal(command.GetType(), read.GetType());
        Assert.Equal(text, JsonSerializer.Serialize(read, DomainJson.Default.IncidentCommand));
    }

    [Fact]
    public void Commands_OfEveryKind_AreTested() => AssertEveryKind(typeof(IncidentCommand), Commands);

    [Fact]
    public void StatesAndMeasurements_OfEveryKind_AreWrittenAndRead()
    {
        foreach (var state in States)
        {
            var command = Remediating.Authorise(target: state);
            Assert.Equal(state, Assert.IsType<AuthoriseAction>(Copy(command)).Target);
        }

        foreach (var measured in Measurements)
        {
            var read = Assert.IsType<JudgeAction>(Copy(Remediating.Judge(measured)));
            Assert.Equal(measured.GetType(), read.Measured.GetType());
            Assert.Equal(
                JsonSerializer.Serialize(Remediating.Judge(measured), DomainJson.Default.IncidentCommand),
                JsonSerializer.Serialize(read, DomainJson.Default.IncidentCommand));
        }

        AssertEveryKind(typeof(TargetState), States);
        AssertEveryKind(typeof(Measurement), Measurements);
    }

    [Fact]
    public void Command_WithSpending_KeepsItToItself() =>
        Assert.DoesNotContain("pending", JsonSerializer.Serialize<IncidentCommand>(Remediating.Authorise(spending: new RemediationSpending(9, 9, Noon)), DomainJson.Default.IncidentCommand));

    [Fact]
    public void Incident_WithActions_IsTheSame()
    {
        var incident = IncidentFold.Of([.. Remediating.Undoing()])!;
        var text = JsonSerializer.Serialize(incident, DomainJson.Default.Incident);

        var read = JsonSerializer.Deserialize(text, DomainJson.Default.Incident)!;

        Assert.Equal(text, JsonSerializer.Serialize(read, DomainJson.Default.Incident));
        Assert.Equal(incident.Actions.AsEnumerable(), read.Actions.AsEnumerable());
        Assert.Equal(incident.Runbook, read.Runbook);
    }

    [Fact]
    public void Incident_WrittenAndRead_IsTheSame()
    {
        var incident = IncidentFold.Of([.. Events.Take(12)])!;
        var text = JsonSerializer.Serialize(incident, DomainJson.Default.Incident);

        var read = JsonSerializer.Deserialize(text, DomainJson.Default.Incident)!;

        Assert.Equal(text, JsonSerializer.Serialize(read, DomainJson.Default.Incident));
        Assert.Equal(incident.Raised, read.Raised);
        Assert.Equal((incident.Id, incident.Version, incident.Acknowledgement), (read.Id, read.Version, read.Acknowledgement));
    }

    [Fact]
    public void Incident_WithItsAftermath_IsTheSame()
    {
        var incident = IncidentFold.Of([.. Events.Where(each => each is IncidentOpened or ResponseTargetMissed or UpdateSent or IncidentResolved or ItemAdded or ItemDone or MailAsked or MailIntended), new AftermathTold(AftermathStep.PostMortem, null, []) { At = Noon }])!;

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(incident, DomainJson.Default.Incident), DomainJson.Default.Incident)!;

        Assert.Equal((incident.UpdatedAt, incident.UpdatedVersion, incident.ResponseMissedAt, incident.FalseAlarm, incident.AftermathTold), (read.UpdatedAt, read.UpdatedVersion, read.ResponseMissedAt, read.FalseAlarm, read.AftermathTold));
        Assert.Equal(incident.Items.AsEnumerable(), read.Items.AsEnumerable());
        Assert.Equal((MailStatus.Intended, "1"), (Assert.Single(read.Mails).Status, read.Mails[0].IntendedBy));
    }

    /// <summary>What is written by hand leaves no property out: each record, every member of it filled, has a member for each of its properties.</summary>
    [Fact]
    public void Records_WrittenByHand_HaveAMemberForEachProperty()
    {
        var incident = IncidentFold.Of([.. Remediating.Undoing(), Acknowledged(Ana, 3)])!;
        AssertAll(
            DomainJson.Default.Incident,
            incident with
            {
                Reason = "r", Resolution = "x", Description = "d", Impact = new Impact(), PagedAt = Noon, AcknowledgedAt = Noon, RevivedAt = Noon, MitigatedAt = Noon, ResolvedAt = Noon, ClosedAt = Noon,
                UpdatedAt = Noon, StatusPage = new StatusPageTold("investigating, major", "p31", 1, Noon), Ticket = new TicketTold("open, SEV3", "oi-1", 1, Noon), ResponseMissedAt = Noon, Runbook = new RunbookRun("a", "b", "c", false),
                Acknowledgement = new Acknowledgement(Ana, Noon, Noon),
            });
        AssertAll(DomainJson.Default.IncidentAnswer, new IncidentAnswer
        {
            IncidentId = Id, Status = IncidentStatus.Open, Severity = SeverityLevel.Sev1, Generation = 1, Version = 1, Superseded = false,
            Wait = new NextWait([Topic.News], 1), Runbook = "general", Aftermath = true, MaySend = true, Remediation = new RemediationStep(StepKind.Finish),
        });
        AssertAll(DomainJson.Default.PagingStep, new PagingStep
        {
            Action = PagingAction.Send, TellPagerDuty = PagerDutyStatus.Resolve, Informs = 1, Step = AftermathStep.Summary, Item = "i1", PageStatus = "resolved", TicketStatus = "resolved", Mail = MailKind.Report, DecidedAt = Noon, Version = 1, Wait = new NextWait([Topic.News], 1),
        });
        AssertAll(DomainJson.Default.RunbookContext, RunbookContextSample.Of("cost-spike") with
        {
            Budget = "monthly",
            PartnerCentral = new PartnerCentralPlaces("l", "r", ["a"], "n", "m", "p", "i"),
            Metering = new MeteringPlaces("c", "s", "d", "p"),
            Quality = new DataQualityPlaces("w", "c", "d", "s", "c", "n", "m", "d"),
            Authentication = new AuthenticationPlaces("u", ["c"], "l", "a", "i"),
            Security = new SecurityPlaces("f", "t", "a", "u", "t", "i", "b"),
            Guardrails = new GuardrailNames("t", "k", "q", "n", "m", "d"),
        });
    }

    private static void AssertAll<T>(JsonTypeInfo<T> type, T value)
    {
        var written = JsonSerializer.SerializeToNode(value, type)!.AsObject();

        Assert.Equal(
            typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal),
            written.Select(member => member.Key).Order(StringComparer.Ordinal));
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite && property.PropertyType.Namespace?.StartsWith("IncidentServerless", StringComparison.Ordinal) == true && property.PropertyType is { IsClass: true, IsAbstract: false }))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (written[name] is JsonObject inner && property.PropertyType.GetConstructors().Max(constructor => constructor.GetParameters().Length) is > 2 and var parameters)
            {
                Assert.True(inner.Count >= parameters - 1, $"{typeof(T).Name}.{name} writes {inner.Count} members, and its record has {parameters} parameters.");
            }
        }

        if (typeof(T) != typeof(PagingStep))
        {
            Assert.Equal(written.ToJsonString(), JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(written.ToJsonString(), type)!, type)!.ToJsonString());
        }
    }

    [Fact]
    public void Command_AsAWorkflowWritesIt_IsRead()
    {
        var read = JsonSerializer.Deserialize(
            """
            {"kind":"record-page","incidentId":"INC-20260101-ABCDEFGH","generation":1,"at":"2026-01-01T12:00:00Z","commandId":"x","round":1,"level":1,
             "decidedAt":"2026-01-01T12:00:00Z","pagerDuty":null,
             "deliveries":[[{"channel":"sns","recipient":null,"delivered":true,"reason":null}],[],[{"channel":"slack","recipient":null,"delivered":false,"reason":"channel_not_found"}]]}
            """,
            DomainJson.Default.IncidentCommand);

        var page = Assert.IsType<RecordPage>(read);
        Assert.Equal([1, 0, 1], page.Deliveries.Select(branch => branch.Length));
        Assert.Equal((Channel.Slack, "channel_not_found"), (page.Deliveries[2][0].Channel, page.Deliveries[2][0].Reason));
    }

    [Fact]
    public void Authorise_AsAWorkflowWritesIt_IsRead()
    {
        var read = JsonSerializer.Deserialize(
            """
            {"kind":"authorise-action","incidentId":"INC-20260101-ABCDEFGH","at":"2026-01-01T12:00:00Z","commandId":"x","execution":"arn:x","actionId":"a1",
             "automation":null,"target":{"kind":"throttle-function","reserved":null,"unreserved":900}}
            """,
            DomainJson.Default.IncidentCommand);

        var authorise = Assert.IsType<AuthoriseAction>(read);
        Assert.Equal((new FunctionState(null, 900), null, RemediationSpending.None), (authorise.Target, authorise.Automation, authorise.Spending));
    }

    private static void AssertEveryKind<T>(Type union, IEnumerable<T> samples) => Assert.Equal(
        union.Assembly.GetTypes().Where(type => type.IsSubclassOf(union) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        samples.Select(each => each!.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    private static IncidentCommand Copy(IncidentCommand command) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(command, DomainJson.Default.IncidentCommand), DomainJson.Default.IncidentCommand)!;
}
