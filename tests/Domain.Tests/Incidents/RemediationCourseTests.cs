using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using static IncidentServerless.Domain.Tests.Incidents.Remediating;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Incidents;

/// <summary>What becomes of an action after it was planned: decided, authorised, applied, verified, undone.</summary>
public sealed class RemediationCourseTests
{
    private static readonly IncidentEvent Over = new IncidentResolved(Ana, "fixed") { At = At(2) };

    [Fact]
    public void Approve_InTime_IsApprovedOnce()
    {
        var approved = new ActionApproved("a1", Throttle, Ana) { At = At(30) };

        Given.Events([.. Awaiting()]).Under(Asking).When(Approve(30)).Then(approved);
        Given.Events([.. Awaiting(), approved]).Under(Asking).When(Approve(30)).ThenNothing();
    }

    [Fact]
    public void Approve_AfterTheTimeIsOver_ChangesNothing() => Given.Events([.. Awaiting()]).Under(Asking).When(Approve(31)).ThenNothing();

    [Fact]
    public void Approve_AfterItExpired_ChangesNothing() =>
        Given.Events([.. Awaiting(), new ApprovalExpired("a1", Throttle) { At = At(31) }]).Under(Asking).When(Approve(30)).ThenNothing();

    [Fact]
    public void Approve_AnnouncedAction_NeedNotWait()
    {
        var outcome = Given.Events([.. Announced()]).Under(ByItself).When(Approve(2)).Then(new ActionApproved("a1", Throttle, Ana) { At = At(2) });

        Assert.Equal(StepKind.Look, RemediationRules.Next(outcome.After, ByItself, At(2)).Do);
    }

    [Fact]
    public void Approve_IncidentIsOver_ChangesNothing() => Given.Events([.. Awaiting(), Over]).Under(Asking).When(Approve(3)).ThenNothing();

    [Fact]
    public void Approve_UnknownAction_ChangesNothing() => Given.Events([.. Awaiting()]).Under(Asking).When(Approve(3, "a9")).ThenNothing();

    [Fact]
    public void Refuse_WaitingOrAnnouncedOrApproved_IsRefusedOnce()
    {
        var refused = new ActionRefused("a1", Throttle, Ana, "The export must run.") { At = At(2) };

        Given.Events([.. Awaiting()]).Under(Asking).When(Refuse(2, "The export must run.")).Then(refused);
        Given.Events([.. Announced()]).Under(ByItself).When(Refuse(2, "The export must run.")).Then(refused);
        Given.Events([.. Awaiting(), new ActionApproved("a1", Throttle, Ben) { At = At(2) }]).Under(Asking).When(Refuse(2, "The export must run.")).Then(refused);
        Given.Events([.. Announced(), refused]).Under(ByItself).When(Refuse(2)).ThenNothing();
        Given.Events([.. Announced(), refused]).Under(ByItself).When(Authorise()).ThenNothing();
        Given.Events([.. Begun()]).Under(ByItself).When(Refuse(4)).ThenNothing();
    }

    [Fact]
    public void Review_NobodyApproved_ExpiresAndTheNextLevelIsTold() =>
        Given.Events([.. Awaiting()]).Under(Asking).When(Review(31)).Then(new ApprovalExpired("a1", Throttle) { At = At(31) }, HandedOver(31));

    [Fact]
    public void Review_SeveralExpireTogether_TheNextLevelIsToldOnce() =>
        Given.Events([.. Awaiting(), Planned(Tighten, "a2"), Asked(Tighten, "a2")]).Under(Asking)
            .When(Review(31))
            .Then(new ApprovalExpired("a1", Throttle) { At = At(31) }, HandedOver(31), new ApprovalExpired("a2", Tighten) { At = At(31) });

    [Fact]
    public void Review_EscalationAskedAlready_ExpiresOnly() =>
        Given.Events([.. Awaiting(), new EscalationRequested(Ana) { At = At(5) }]).Under(Asking).When(Review(31)).Then(new ApprovalExpired("a1", Throttle) { At = At(31) });

    [Fact]
    public void Review_BeforeTheTime_ChangesNothing() => Given.Events([.. Awaiting()]).Under(Asking).When(Review(30.9)).ThenNothing();

    [Fact]
    public void Review_IncidentIsOver_SkipsEverythingAhead() =>
        Given.Events([.. Awaiting(), Planned(Tighten, "a2", actsAt: 3), Planned(Cancel, "a3"), new ActionApproved("a3", Cancel, Ana) { At = At(2) }, Over]).Under(Asking)
            .When(Review(3))
            .Then(
                Skipped(Throttle, "the incident was over before", 3),
                Skipped(Tighten, "the incident was over before", 3, "a2"),
                Skipped(Cancel, "the incident was over before", 3, "a3"));

    [Fact]
    public void Review_OfAnotherExecution_IsSuperseded() =>
        Assert.True(Given.Events([.. Awaiting()]).Under(Asking).When(Review(31, OtherRun)).ThenNothing().Answer.Superseded);

    [Fact]
    public void Authorise_EverythingAllowsIt_IsStartedWithWhatWasBefore()
    {
        var outcome = Given.Events([.. Announced()]).Under(ByItself).When(Authorise()).Then(new ActionStarted("a1", Throttle, Free) { At = At(3) });

        Assert.Equal((ActionStatus.Started, Free), (outcome.After.Actions[0].Status, outcome.After.Actions[0].Before));
        Given.Events([.. Begun()]).Under(ByItself).When(Authorise()).ThenNothing();
    }

    [Fact]
    public void Authorise_BeforeTheAnnouncedTime_ChangesNothing() => Given.Events([.. Announced()]).Under(ByItself).When(Authorise(2.9)).ThenNothing();

    [Fact]
    public void Authorise_NobodyApprovedYet_ChangesNothing() => Given.Events([.. Awaiting()]).Under(Asking).When(Authorise()).ThenNothing();

    [Theory]
    [InlineData("off", "automation is switched off")]
    [InlineData("ON", "automation is switched ON")]
    [InlineData("", "automation is switched ")]
    [InlineData(null, "the automation switch could not be read, which counts as off")]
    public void Authorise_SwitchIsNotOn_IsNotDone(string? automation, string reason) =>
        Given.Events([.. Announced()]).Under(ByItself).When(Authorise(automation: automation)).Then(Skipped(Throttle, reason, 3));

    public static TheoryData<string, TargetState, string> Preconditions => new()
    {
        { "throttle", new FunctionState(null, 104), "it would leave 99 concurrent executions to all other functions; at least 100 must stay unreserved" },
        { "throttle", new FunctionState(5, 900), "the function is limited to 5 concurrent executions already" },
        { "throttle", new FunctionState(0, 900), "the function is limited to 0 concurrent executions already" },
        { "throttle", new FunctionState(null, null), "it is not known how much concurrency the account's other functions would have left" },
        { "throttle", new UnknownState("AccessDenied"), "its target could not be looked at (AccessDenied)" },
        { "throttle", new QuotaState(7), "what was looked at is not what the action is for" },
        { "cancel", new StatementState("FINISHED"), "the statement does not run any more (it is FINISHED)" },
        { "cancel", new StatementState(null), "the statement does not run any more (it is unknown)" },
        { "tighten", new QuotaState(null), "the guardrail table has no quota for the tenant, so there is nothing to lower" },
        { "tighten", new QuotaState(1000), "the tenant's quota is 1,000 already" },
    };

    [Theory]
    [MemberData(nameof(Preconditions))]
    public void Authorise_TargetIsNotAsItMustBe_IsNotDone(string kind, TargetState target, string reason)
    {
        RemediationAction action = kind switch { "throttle" => Throttle, "cancel" => Cancel, _ => Tighten };
        Given.Events([.. Announced(action)]).Under(ByItself).When(Authorise(target: target)).Then(Skipped(action, reason, 3));
    }

    [Fact]
    public void Authorise_JustAHundredStayUnreserved_IsStarted() =>
        Given.Events([.. Announced()]).Under(ByItself).When(Authorise(target: new FunctionState(null, 105))).Then(new ActionStarted("a1", Throttle, new FunctionState(null, 105)) { At = At(3) });

    [Fact]
    public void Authorise_ReservedMoreThanTheLimit_GivesThatBackFirst() =>
        Given.Events([.. Announced()]).Under(ByItself).When(Authorise(target: new FunctionState(50, 100))).Then(new ActionStarted("a1", Throttle, new FunctionState(50, 100)) { At = At(3) });

    [Fact]
    public void Authorise_TargetChangedInThisHour_IsNotDoneAndTheNextLevelIsTold() =>
        Given.Events([.. Announced()]).Under(ByItself)
            .When(Authorise(spending: new RemediationSpending(1, 0, null)))
            .Then(Skipped(Throttle, "this target was changed once in this hour already, which is all that policy allows", 3), HandedOver(3));

    [Fact]
    public void Authorise_StoppedAfterFailures_IsNotDoneAndTheNextLevelIsTold() =>
        Given.Events([.. Announced()]).Under(ByItself)
            .When(Authorise(spending: new RemediationSpending(0, 3, At(-10))))
            .Then(Skipped(Throttle, "the last 3 actions of this runbook failed or did not help, so it acts no more before 2026-01-01 17:50 UTC", 3), HandedOver(3));

    [Theory]
    [InlineData(2, -10)]
    [InlineData(3, -357)]
    public void Authorise_FewFailuresOrLongAgo_IsStarted(int failures, double minute) =>
        Given.Events([.. Announced()]).Under(ByItself)
            .When(Authorise(spending: new RemediationSpending(0, failures, At(minute))))
            .Then(new ActionStarted("a1", Throttle, Free) { At = At(3) });

    [Fact]
    public void Authorise_IncidentIsOver_IsNotDone() =>
        Given.Events([.. Announced(), Over]).Under(ByItself).When(Authorise()).Then(Skipped(Throttle, "the incident was over before", 3));

    [Fact]
    public void Authorise_PolicyObservesByNow_IsNotDone() =>
        Given.Events([.. Awaiting(), new ActionApproved("a1", Throttle, Ana) { At = At(2) }]).Under(Observing)
            .When(Authorise())
            .Then(Skipped(Throttle, "policy lets the runbook cost-spike observe only", 3));

    [Fact]
    public void Authorise_PolicyListsTheTargetNoMore_IsNotDone() =>
        Given.Events([.. Announced()])
            .Under(ByItself with { Runbooks = new Dictionary<string, RunbookPolicy> { ["cost-spike"] = new(RunbookMode.Auto, new Dictionary<string, IReadOnlyList<string>>()) } })
            .When(Authorise())
            .Then(Skipped(Throttle, "policy does not list orders-export under runbooks.cost-spike.actions.throttle-function", 3));

    [Fact]
    public void Authorise_PolicyAsksForApprovalByNow_IsNotDoneUnlessSomebodyApproved()
    {
        Given.Events([.. Announced()]).Under(Asking).When(Authorise()).Then(Skipped(Throttle, "policy asks for approval now, and nobody approved it", 3));
        Given.Events([.. Announced(), new ActionApproved("a1", Throttle, Ana) { At = At(2) }]).Under(Asking).When(Authorise()).Then(new ActionStarted("a1", Throttle, Free) { At = At(3) });
    }

    [Fact]
    public void Record_ServiceTookIt_IsAppliedOnce()
    {
        Given.Events([.. Begun()]).Under(ByItself).When(Applied()).Then(new ActionApplied("a1", Throttle) { At = At(4) });
        Given.Events([.. InPlace()]).Under(ByItself).When(Applied()).ThenNothing();
        Given.Events([.. Announced()]).Under(ByItself).When(Applied()).ThenNothing();
    }

    [Fact]
    public void Record_ServiceRefused_FailsAndTheNextLevelIsTold() =>
        Given.Events([.. Begun()]).Under(ByItself)
            .When(Applied(failed: "AccessDenied"))
            .Then(new ActionFailed("a1", Throttle, "AccessDenied") { At = At(4) }, HandedOver(4));

    [Fact]
    public void Judge_Helped_MitigatesTheIncident()
    {
        const string Sentence = "Invocations fell from 9,600 to 300 an hour.";
        var outcome = Given.Events([.. InPlace()]).Under(ByItself)
            .When(Judge(Fewer))
            .Then(new ActionVerified("a1", Throttle, Verdict.Helped, Sentence, true) { At = At(14) }, new IncidentMitigated(Sentence) { At = At(14), ByAction = true });

        Assert.Equal((IncidentStatus.Mitigated, ActionStatus.Verified), (outcome.After.Status, outcome.After.Actions[0].Status));
    }

    [Fact]
    public void Judge_HelpedAndMitigatedOrOver_IsNotMitigatedAgain()
    {
        Given.Events([.. InPlace(), new IncidentMitigated("OK") { At = At(5) }]).Under(ByItself)
            .When(Judge(Fewer)).Then(new ActionVerified("a1", Throttle, Verdict.Helped, "Invocations fell from 9,600 to 300 an hour.", true) { At = At(14) });
        Given.Events([.. InPlace(), Over with { At = At(5) }]).Under(ByItself)
            .When(Judge(Fewer)).Then(new ActionVerified("a1", Throttle, Verdict.Helped, "Invocations fell from 9,600 to 300 an hour.", true) { At = At(14) });
    }

    [Fact]
    public void Judge_NoEffect_IsUndoneAndTheNextLevelIsTold() =>
        Given.Events([.. InPlace()]).Under(ByItself).When(Judge(AsBefore)).Then(
            new ActionVerified("a1", Throttle, Verdict.NoEffect, "Invocations stay at 9,600 an hour; there were 9,600.", true) { At = At(14) },
            new UndoRequested("a1", Throttle, null) { At = At(14) },
            HandedOver(14));

    [Fact]
    public void Judge_Worse_IsUndoneAndTheNextLevelIsTold() =>
        Given.Events([.. InPlace()]).Under(ByItself).When(Judge(More)).Then(
            new ActionVerified("a1", Throttle, Verdict.Worse, "Invocations rose from 9,600 to 18,000 an hour.", true) { At = At(14) },
            new UndoRequested("a1", Throttle, null) { At = At(14) },
            HandedOver(14));

    [Fact]
    public void Judge_FewerInvocationsThatMostlyFail_IsWorse() =>
        Given.Events([.. InPlace()]).Under(ByItself).When(Judge(new FunctionMeasured(10, [50], [40]))).Then(
            new ActionVerified("a1", Throttle, Verdict.Worse, "Invocations fell from 9,600 to 300 an hour. But 240 an hour now fail, more than half.", true) { At = At(14) },
            new UndoRequested("a1", Throttle, null) { At = At(14) },
            HandedOver(14));

    [Fact]
    public void Judge_CancelledStatementRunsOn_IsLeftToPeople()
    {
        var outcome = Given.Events([.. InPlace(Cancel)]).Under(ByItself).When(Judge(new StatementMeasured("STARTED"))).Then(
            new ActionVerified("a1", Cancel, Verdict.NoEffect, "The statement still runs (it is STARTED).", true) { At = At(14) },
            HandedOver(14));

        Assert.Equal(ActionStatus.NotHelping, outcome.After.Actions[0].Status);
    }

    [Fact]
    public void Judge_UnclearThrice_StaysAndTheNextLevelIsTold()
    {
        const string Sentence = "Its effect could not be measured (AccessDenied).";
        var unclear = new NotMeasured("AccessDenied");
        var again = new ActionVerified("a1", Throttle, Verdict.Unclear, Sentence, false) { At = At(14) };

        Given.Events([.. InPlace()]).Under(ByItself).When(Judge(unclear)).Then(again);
        Given.Events([.. InPlace(), again]).Under(ByItself).When(Judge(unclear)).Then(again);
        var last = Given.Events([.. InPlace(), again, again]).Under(ByItself).When(Judge(unclear)).Then(again with { Final = true }, HandedOver(14));
        Assert.Equal(ActionStatus.Unclear, last.After.Actions[0].Status);
        Given.Events([.. InPlace(), again, again, again with { Final = true }]).Under(ByItself).When(Judge(unclear)).ThenNothing();
    }

    [Fact]
    public void Judge_NoDatapointsTwice_MeansThatNothingRunsAnyMore()
    {
        var again = new ActionVerified("a1", Throttle, Verdict.Unclear, "No invocations were counted yet.", false) { At = At(14) };
        const string Sentence = "No invocations were counted any more; there were 9,600 an hour.";

        Given.Events([.. InPlace()]).Under(ByItself).When(Judge(NoDatapoints)).Then(again);
        Given.Events([.. InPlace(), again]).Under(ByItself).When(Judge(NoDatapoints, 24)).Then(
            new ActionVerified("a1", Throttle, Verdict.Helped, Sentence, true) { At = At(24) },
            new IncidentMitigated(Sentence) { At = At(24), ByAction = true });
    }

    [Fact]
    public void Judge_OtherApprovalExpiredMeanwhile_TellsTheNextLevelOnce() =>
        Given.Events([.. InPlace(), Planned(Tighten, "a2"), Asked(Tighten, "a2")]).Under(Asking).When(Judge(AsBefore, 31)).Then(
            new ActionVerified("a1", Throttle, Verdict.NoEffect, "Invocations stay at 9,600 an hour; there were 9,600.", true) { At = At(31) },
            new UndoRequested("a1", Throttle, null) { At = At(31) },
            HandedOver(31),
            new ApprovalExpired("a2", Tighten) { At = At(31) });

    [Fact]
    public void Undo_ByAPerson_IsAskedForOnceAndWithinItsTime()
    {
        var undo = new UndoRequested("a1", Throttle, Ana) { At = At(20) };

        Given.Events([.. InPlace()]).Under(ByItself).When(Undo(20)).Then(undo);
        Given.Events([.. InPlace(), undo]).Under(ByItself).When(Undo(20)).ThenNothing();
        Given.Events([.. InPlace(), Over with { At = At(10) }]).Under(ByItself).When(Undo(20)).Then(undo);
        Given.Events([.. InPlace()]).Under(ByItself).When(Undo(4 + (24 * 60))).ThenNothing();
        Given.Events([.. Begun()]).Under(ByItself).When(Undo(20)).ThenNothing();
        Given.Events([.. InPlace(Cancel)]).Under(ByItself).When(Undo(20)).ThenNothing();
    }

    [Fact]
    public void Judge_WhileItIsUndone_ChangesNothing() => Given.Events([.. Undoing()]).Under(ByItself).When(Judge(Fewer, 21)).ThenNothing();

    [Fact]
    public void RecordUndo_Undone_SaysWhatIsBackOnce()
    {
        var undone = new ActionUndone("a1", Throttle, Free) { At = At(21) };

        Given.Events([.. Undoing()]).Under(ByItself).When(Undid()).Then(undone);
        Given.Events([.. Undoing(), undone]).Under(ByItself).When(Undid()).ThenNothing();
        Given.Events([.. InPlace()]).Under(ByItself).When(Undid()).ThenNothing();
    }

    [Fact]
    public void RecordUndo_ServiceRefused_FailsAndTheNextLevelIsTold()
    {
        var outcome = Given.Events([.. Undoing()]).Under(ByItself)
            .When(Undid(failed: "Throttled"))
            .Then(new UndoFailed("a1", Throttle, "Throttled") { At = At(21) }, HandedOver(21));

        Assert.True(outcome.After.Actions[0].IsInPlace);
    }

    [Fact]
    public void AnyCommand_OfAnotherExecution_IsSuperseded()
    {
        RunbookCommand[] commands = [Authorise(), Applied(), Judge(Fewer), Undid()];
        Assert.All(commands, command => Assert.True(Given.Events([.. Announced()]).Under(ByItself).When(command with { Execution = OtherRun }).ThenNothing().Answer.Superseded));
    }

    [Fact]
    public void Events_OfAnAction_CountAsProgressOfWhoeverHasIt() =>
        Assert.Equal(At(4), IncidentFold.Of([Opened(), Acknowledged(Ana, 0), .. InPlace().Skip(1)])!.Acknowledgement!.ProgressAt);

    [Fact]
    public void Fold_ActionThatWasNeverPlanned_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => IncidentFold.Of([Opened(), new ActionApplied("a1", Throttle) { At = Noon }]));

    /// <summary>An execution died between starting an action and saying what became of it.</summary>
    private static IncidentEvent[] LeftStarted(RemediationAction? action = null) => [.. Begun(action), Started(OtherRun) with { At = At(6), ByHand = "Ana" }];

    [Fact]
    public void Start_AnotherHadBegunAnAction_LooksAtItsTargetFirst()
    {
        var incident = Given.Events(LeftStarted()).State;

        Assert.Equal(StepKind.Look, RemediationRules.Next(incident, ByItself, At(6)).Do);
        Assert.True(incident.Actions[0] is { IsUnderWay: true, IsAhead: false });
    }

    [Fact]
    public void Authorise_BegunAndInPlace_IsApplied()
    {
        var now = Authorise(6) with { Execution = OtherRun, Automation = "off" };

        Given.Events(LeftStarted()).Under(ByItself).When(now with { Target = new FunctionState(5, 895) }).Then(new ActionApplied("a1", Throttle) { At = At(6) });
        Given.Events(LeftStarted(Cancel)).Under(ByItself).When(now with { Target = new StatementState("ABORTED") }).Then(new ActionApplied("a1", Cancel) { At = At(6) });
        Given.Events(LeftStarted(Tighten)).Under(ByItself).When(now with { Target = new QuotaState(1000) }).Then(new ActionApplied("a1", Tighten) { At = At(6) });
        Given.Events([.. LeftStarted(), new IncidentResolved(Ana, "fixed") { At = At(6) }]).Under(ByItself).When(now with { Target = new FunctionState(5, 895) }).Then(new ActionApplied("a1", Throttle) { At = At(6) });
    }

    [Fact]
    public void Authorise_BegunAndNotInPlace_StartsAgainWithoutBeingCountedAgain()
    {
        var spent = new RemediationSpending(RemediationPolicy.Default.Limits.PerTargetAndHour, 0, null);
        var outcome = Given.Events(LeftStarted()).Under(ByItself).When(Authorise(6, spending: spent) with { Execution = OtherRun })
            .Then(new ActionStarted("a1", Throttle, Free) { At = At(6), Again = true });

        Assert.Equal(spent, spent.After(outcome.Events[0]));
    }

    [Fact]
    public void Authorise_BegunAndNotInPlaceAndSwitchedOff_IsNotDone() =>
        Given.Events(LeftStarted()).Under(ByItself).When(Authorise(6, "off") with { Execution = OtherRun }).Then(Skipped(Throttle, "automation is switched off", 6));

    [Fact]
    public void Authorise_BegunAndCannotBeSeen_IsForPeople() =>
        Given.Events(LeftStarted()).Under(ByItself).When(Authorise(6, target: new UnknownState("AccessDenied")) with { Execution = OtherRun })
            .Then(new ActionFailed("a1", Throttle, "an execution that died had begun it, and whether it was applied could not be seen (AccessDenied)") { At = At(6) }, HandedOver(6));

    [Fact]
    public void Authorise_BegunAndTheIncidentIsOver_IsNotDone() =>
        Given.Events([.. LeftStarted(), new IncidentResolved(Ana, "fixed") { At = At(6) }]).Under(ByItself).When(Authorise(7) with { Execution = OtherRun })
            .Then(Skipped(Throttle, "the incident was over before", 7));

    [Fact]
    public void Undo_AfterItFailed_IsTriedAgain() =>
        Given.Events([.. Undoing(), new UndoFailed("a1", Throttle, "Throttled") { At = At(21) }]).Under(ByItself).When(Undo(30)).Then(new UndoRequested("a1", Throttle, Ana) { At = At(30) });
}
