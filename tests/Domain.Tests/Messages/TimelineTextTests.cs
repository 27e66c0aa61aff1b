using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Incidents;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Messages;

public class TimelineTextTests
{
    internal static readonly IncidentEvent[] WholeIncident =
    [
        Samples.Opening,
        new PagedDirectly("StartExecution: ServiceUnavailable") { At = Samples.At(1) },
        new LifecycleRevived(2, "no living lifecycle was found") { At = Samples.At(2) },
        Samples.Sent(3, 1, 1, new(Channel.Sns, null, true, null), new(Channel.Slack, null, false, "channel_not_found"), new(Channel.PagerDuty, null, true, null)),
        new SignalsAttached(1) { At = Samples.At(4) },
        Samples.Sent(8, 1, 2, new(Channel.Sns, null, true, null), new(Channel.Sns, "bo", true, null), new(Channel.Slack, null, false, null)),
        new IncidentAcknowledged(Samples.Ana) { At = Samples.At(9) },
        new PagerDutyUpdated(PagerDutyStatus.Acknowledge, [new(Channel.PagerDuty, null, true, null)]) { At = Samples.At(10) },
        new NoteAdded(Samples.Bo, "Rate limit at Partner Central,\nretrying slower.") { At = Samples.At(15) },
        new SignalsAttached(10) { At = Samples.At(16) },
        new AcknowledgementExpired(Samples.Ana) { At = Samples.At(45) },
        Samples.Sent(45, 2, 1, new Delivery(Channel.PagerDuty, null, false, "429: Too Many Requests")),
        new EscalationRequested(Samples.Bo) { At = Samples.At(46) },
        new AlertJoined("orders-api 5XX errors", "cloudwatch-alarm:111122223333:eu-west-1:orders-5xx", "it is of the same type and tenant (acme)") { At = Samples.At(45) },
        new TenantsAffected(["globex"], 2) { At = Samples.At(46) },
        new SeverityRaised(SeverityLevel.Sev2, SeverityLevel.Sev1, "a second tenant is affected") { At = Samples.At(47) },
        new AlertRecovered("orders-api 5XX errors", "cloudwatch-alarm:111122223333:eu-west-1:orders-5xx", 1) { At = Samples.At(48) },
        new IncidentMitigated("the alarm is OK") { At = Samples.At(60) },
        new IncidentRelapsed("the alarm is in ALARM") { At = Samples.At(62) },
        new IncidentMitigated("") { At = Samples.At(80) },
        new IncidentResolved(null, "Its signals stayed quiet for 15 min.") { At = Samples.At(95) },
        new PagerDutyUpdated(PagerDutyStatus.Resolve, [new(Channel.PagerDuty, null, false, "503")]) { At = Samples.At(95) },
        new IncidentReopened(3, "the alarm fired again") { At = Samples.At(100) },
        new IncidentResolved(Samples.Bo, "") { At = Samples.At(120) },
        new IncidentClosed { At = Samples.At(121) },
    ];

    /// <summary>What runbooks do, in all its turns; no incident has them all.</summary>
    internal static readonly IncidentEvent[] EveryTurnOfRunbooks =
    [
        new RunbookStarted("cost-spike", Remediating.Run, null, DryRun: false) { At = Samples.At(1) },
        new RunbookStarted("cost-spike", Remediating.Run, "Ana", DryRun: true) { At = Samples.At(1) },
        Remediating.Made(Remediating.Diagnosed(Remediating.Propose(Remediating.Throttle))) with { At = Samples.At(2) },
        Remediating.Made(Remediating.Diagnosed(Remediating.Propose(Remediating.Throttle), Remediating.Propose(Remediating.Cancel, ActionRisk.High)), dryRun: true) with { At = Samples.At(2) },
        Remediating.Planned(Remediating.Throttle, actsAt: 3) with { At = Samples.At(2) },
        Remediating.Planned(Remediating.Tighten, "a2", ActionRisk.High) with { At = Samples.At(2) },
        Remediating.Asked(Remediating.Tighten, "a2") with { At = Samples.At(2) },
        Remediating.Asked(Remediating.Tighten, "a2", 31, "Ana") with { At = Samples.At(2) },
        new ActionApproved("a2", Remediating.Tighten, Samples.Bo) { At = Samples.At(3) },
        new ActionRefused("a2", Remediating.Tighten, Samples.Bo, null) { At = Samples.At(3) },
        new ActionRefused("a2", Remediating.Tighten, Samples.Bo, "They asked\nfor it.") { At = Samples.At(3) },
        new ApprovalExpired("a2", Remediating.Tighten) { At = Samples.At(32) },
        new ActionSkipped("a1", Remediating.Throttle, "automation is switched off") { At = Samples.At(4) },
        new ActionStarted("a1", Remediating.Throttle, Remediating.Free) { At = Samples.At(4) },
        new ActionStarted("a1", Remediating.Throttle, new FunctionState(50, 900)) { At = Samples.At(4) },
        new ActionStarted("a2", Remediating.Tighten, new QuotaState(50_000)) { At = Samples.At(4) },
        new ActionStarted("a3", Remediating.Cancel, new StatementState("STARTED")) { At = Samples.At(4) },
        new ActionApplied("a1", Remediating.Throttle) { At = Samples.At(5) },
        new ActionFailed("a1", Remediating.Throttle, "AccessDenied: not allowed") { At = Samples.At(5) },
        new ActionVerified("a1", Remediating.Throttle, Verdict.Helped, "Invocations fell from 9,600 to 300 an hour.", Final: true) { At = Samples.At(15) },
        new ActionVerified("a1", Remediating.Throttle, Verdict.NoEffect, "Invocations stay at 9,600 an hour; there were 9,600.", Final: true) { At = Samples.At(15) },
        new ActionVerified("a1", Remediating.Throttle, Verdict.Worse, "Invocations rose from 9,600 to 18,000 an hour.", Final: true) { At = Samples.At(15) },
        new ActionVerified("a1", Remediating.Throttle, Verdict.Unclear, "No invocations were counted yet.", Final: false) { At = Samples.At(15) },
        new ActionVerified("a1", Remediating.Throttle, Verdict.Unclear, "Its effect could not be measured (AccessDenied).", Final: true) { At = Samples.At(15) },
        new IncidentMitigated("Invocations fell from 9,600 to 300 an hour.") { At = Samples.At(15), ByAction = true },
        new PeopleInformed(7, [new Delivery(Channel.Sns, null, true, null)]) { At = Samples.At(15) },
        new UndoRequested("a1", Remediating.Throttle, Samples.Bo) { At = Samples.At(20) },
        new UndoRequested("a1", Remediating.Throttle, null) { At = Samples.At(20) },
        new ActionUndone("a1", Remediating.Throttle, Remediating.Free) { At = Samples.At(21) },
        new UndoFailed("a1", Remediating.Throttle, "Throttled") { At = Samples.At(21) },
        new RunbookFailed("cost-spike", "States.Timeout") { At = Samples.At(22) },
    ];

    /// <summary>What people are told beside pages, what they judge, and what follows.</summary>
    internal static readonly IncidentEvent[] TellingAndAftermath =
    [
        new UpdateSent(1, [new Delivery(Channel.Sns, null, true, null)]) { At = Samples.At(1) },
        new ResponseTargetMissed(SeverityLevel.Sev1, TimeSpan.FromMinutes(15)) { At = Samples.At(15) },
        new SeverityChanged(SeverityLevel.Sev1, SeverityLevel.Sev3, Samples.Ana, "a workaround exists") { At = Samples.At(20) },
        new SeverityChanged(SeverityLevel.Sev3, SeverityLevel.Sev2, Samples.Ana, null) { At = Samples.At(25) },
        new UpdateSent(9, [new Delivery(Channel.Sns, null, true, null), new Delivery(Channel.Slack, null, false, "channel_not_found")]) { At = Samples.At(30) },
        new StatusPageUpdated("investigating, critical", new Delivery(Channel.StatusPage, "p31", true, null)) { At = Samples.At(30) },
        new StatusPageUpdated("identified, critical", new Delivery(Channel.StatusPage, "p31", false, "States.Http.StatusCode.420")) { At = Samples.At(31) },
        new TicketUpdated("open, SEV3", new Delivery(Channel.Ticket, "oi-3f2b7c1d9e80", true, null)) { At = Samples.At(31) },
        new TicketUpdated("resolved", new Delivery(Channel.Ticket, "oi-3f2b7c1d9e80", false, "Ssm.OpsItemNotFoundException")) { At = Samples.At(31) },
        new MailAsked(MailKind.Notice, ["acme", "globex"], ["ana", "bo"]) { At = Samples.At(32) },
        new MailApproved(MailKind.Notice, ["acme", "globex"], Samples.Bo, "Sorry.") { At = Samples.At(33) },
        new MailIntended(MailKind.Notice, "1") { At = Samples.At(33) },
        new MailSent(MailKind.Notice, [new Delivery(Channel.Mail, "acme", true, null), new Delivery(Channel.Mail, "globex", false, "SesV2.MessageRejectedException")]) { At = Samples.At(33) },
        new MailInDoubt(MailKind.Notice) { At = Samples.At(34) },
        new MailDropped(MailKind.Report, Samples.Bo, "They know already.") { At = Samples.At(35) },
        new MailApproved(MailKind.Report, ["acme"], null, null) { At = Samples.At(36) },
        new IncidentResolved(Samples.Bo, "The probe itself was broken.") { At = Samples.At(40), FalseAlarm = true },
        new AftermathTold(AftermathStep.Summary, null, [new Delivery(Channel.Sns, null, true, null)]) { At = Samples.At(1480) },
        new AftermathTold(AftermathStep.PostMortem, null, [new Delivery(Channel.Sns, null, true, null), new Delivery(Channel.Document, null, false, "S3.S3Exception: AccessDenied")]) { At = Samples.At(2920) },
        new ItemAdded(new FollowUpItem("i1", "Alarm on the pool's size", null, null), Samples.Bo) { At = Samples.At(3000) },
        new ItemAssigned(new FollowUpItem("i1", "Alarm on the pool's size", "Ana Lima", Samples.At(9000)), Samples.Bo) { At = Samples.At(3100) },
        new AftermathTold(AftermathStep.Overdue, "i1", [new Delivery(Channel.Sns, "ana", true, null)]) { At = Samples.At(10000) },
        new AftermathTold(AftermathStep.Priorities, null, []) { At = Samples.At(10120) },
        new ItemDone(new FollowUpItem("i1", "Alarm on the pool's size", "Ana Lima", Samples.At(9000)) { DoneAt = Samples.At(11000) }, Samples.Ana) { At = Samples.At(11000) },
        new AftermathTold(AftermathStep.FollowUp, null, [new Delivery(Channel.Sns, null, true, null)]) { At = Samples.At(20200) },
    ];

    [Fact]
    public void Timeline_TellingAndAftermath_ReadsAsAStory() =>
        Snapshot.Match(string.Join('\n', TellingAndAftermath.Select(happened => $"{Times.Clock(happened.At, Samples.Opened)}  {TimelineText.Of(happened)}")));

    [Fact]
    public void Timeline_WholeIncident_ReadsAsAStory() => Snapshot.Match(string.Join('\n', WholeIncident.Select(happened => $"{Times.Clock(happened.At, Samples.Opened)}  {TimelineText.Of(happened)}")));

    [Fact]
    public void Timeline_EveryTurnOfRunbooks_ReadsAsAStory() =>
        Snapshot.Match(string.Join('\n', EveryTurnOfRunbooks.Select(happened => $"{Times.Clock(happened.At, Samples.Opened)}  {TimelineText.Of(happened)}")));

    [Fact]
    public void Timeline_AllStories_HaveEveryKindOfEvent()
    {
        var kinds = typeof(IncidentEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IncidentEvent)) && !type.IsAbstract);
        Assert.Equal(kinds.ToHashSet(), WholeIncident.Concat(EveryTurnOfRunbooks).Concat(TellingAndAftermath).Select(happened => happened.GetType()).ToHashSet());
    }
}
