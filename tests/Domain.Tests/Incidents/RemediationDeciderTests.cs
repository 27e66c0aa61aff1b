using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;
using static IncidentServerless.Domain.Tests.Incidents.Remediating;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Incidents;

/// <summary>Planning: what a diagnosis makes happen, by mode, risk, place and lists. See <see cref="RemediationCourseTests"/> for what follows.</summary>
public sealed class RemediationDeciderTests
{
    [Fact]
    public void Diagnosis_Observe_IsPlannedAndNotDone() =>
        Given.Events(Opened(), Started()).Under(Observing)
            .When(Tell(Diagnosed(Propose(Throttle))))
            .Then(Made(Diagnosed(Propose(Throttle))), Planned(Throttle), Skipped(Throttle, "policy lets the runbook cost-spike observe only"));

    [Fact]
    public void Diagnosis_NoRowInPolicy_IsPlannedAndNotDone() =>
        Given.Events(Opened(), Started())
            .When(Tell(Diagnosed(Propose(Throttle))))
            .Then(Made(Diagnosed(Propose(Throttle))), Planned(Throttle), Skipped(Throttle, "policy lets the runbook cost-spike observe only"));

    [Fact]
    public void Diagnosis_Approve_AsksTheApproversByName()
    {
        var outcome = Given.Events(Opened(), Started()).Under(Asking)
            .When(Tell(Diagnosed(Propose(Throttle))))
            .Then(Made(Diagnosed(Propose(Throttle))), Planned(Throttle), Asked(Throttle));

        Assert.Equal((ActionStatus.AwaitingApproval, At(31)), (outcome.After.Actions[0].Status, outcome.After.Actions[0].ApprovalUntil));
        Assert.Equal(outcome.After.Version, outcome.After.Raised.News);
    }

    [Fact]
    public void Diagnosis_Auto_IsAnnounced()
    {
        var outcome = Given.Events(Opened(), Started()).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle))))
            .Then(Made(Diagnosed(Propose(Throttle))), Planned(Throttle, actsAt: 3));

        Assert.Equal(ActionStatus.Planned, outcome.After.Actions[0].Status);
    }

    [Fact]
    public void Diagnosis_AutoOfHighRisk_AsksAllTheSame() =>
        Given.Events(Opened(), Started()).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Cancel, ActionRisk.High), Propose(Throttle))))
            .Then(
                Made(Diagnosed(Propose(Cancel, ActionRisk.High), Propose(Throttle))),
                Planned(Cancel, risk: ActionRisk.High),
                Asked(Cancel, names: "Ana"),
                Planned(Throttle, "a2", actsAt: 3));

    [Fact]
    public void Diagnosis_HighRiskAndNobodyToAsk_IsNotDone() =>
        Given.Events(Opened(), Started()).Under(Under(RunbookMode.Auto))
            .When(Tell(Diagnosed(Propose(Throttle, ActionRisk.High))))
            .Then(
                Made(Diagnosed(Propose(Throttle, ActionRisk.High))),
                Planned(Throttle, risk: ActionRisk.High),
                Skipped(Throttle, "it needs approval, and policy names nobody under remediation.approvers"));

    [Fact]
    public void Diagnosis_NothingToDo_IsOnTheTimelineAlone()
    {
        var outcome = Given.Events(Opened(), Started()).Under(ByItself).When(Tell(Diagnosed())).Then(Made(Diagnosed()));

        Assert.Equal(new Finding("looping-function", Diagnosed().Summary, IncidentServerless.Domain.Evidence.Confidence.High), outcome.After.Runbook!.Finding);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "target", "policy does not list payments under runbooks.cost-spike.actions.throttle-function" },
        { "kind", "policy does not list analytics under runbooks.cost-spike.actions.cancel-query" },
        { "account", "its target is in account 999988887777, region eu-west-1, and this suite acts in 111122223333, eu-west-1 only" },
        { "region", "its target is in account 111122223333, region us-east-1, and this suite acts in 111122223333, eu-west-1 only" },
        { "incident", "the incident is of account 111122223333, and this suite acts in 444455556666 only" },
        { "arn", "its target has no full ARN" },
        { "radius", "it would affect 1 things, and policy allows 0" },
        { "radius of the runbook", "it would affect 1 things, and policy allows 0" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Diagnosis_PolicyDoesNotAllowIt_IsPlannedAndNotDone(string fault, string reason)
    {
        var (action, policy, account) = Faulty(fault);
        Given.Events(Opened(), Started()).Under(policy)
            .When(Tell(Diagnosed(Propose(action))) with { Account = account })
            .Then(Made(Diagnosed(Propose(action))), Planned(action), Skipped(action, reason));
    }

    [Theory]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:function:orders-export", "the finding is of region us-east-1, and this suite acts in eu-west-1 only")]
    [InlineData("arn:aws:iam::111122223333:user/ci-deploy", "policy does not list orders-export under runbooks.security-finding.actions.throttle-function")]
    public void Diagnosis_OfAFindingOfAnotherRegion_OnlyWhatHasARegionIsRefusedForIt(string target, string reason)
    {
        var action = Throttle with { TargetArn = target };
        var policy = ByItself with { Runbooks = new Dictionary<string, RunbookPolicy> { [RunbookNames.SecurityFinding] = new(RunbookMode.Auto, new Dictionary<string, IReadOnlyList<string>>()) } };

        var outcome = Given.Events(Opened() with { Region = "us-east-1" }, Started() with { Runbook = RunbookNames.SecurityFinding }).Under(policy)
            .When(Tell(Diagnosed(Propose(action))) with { Runbook = RunbookNames.SecurityFinding })
            .Then(
                Made(Diagnosed(Propose(action))) with { Runbook = RunbookNames.SecurityFinding },
                Planned(action) with { Runbook = RunbookNames.SecurityFinding },
                Skipped(action, reason));

        Assert.Equal(ActionStatus.Skipped, outcome.After.Actions[0].Status);
    }

    [Fact]
    public void Diagnosis_SameActionTwiceInThePlan_IsPlannedOnce() =>
        Given.Events(Opened(), Started()).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle), Propose(Throttle with { Limit = 3 }))))
            .Then(Made(Diagnosed(Propose(Throttle), Propose(Throttle with { Limit = 3 }))), Planned(Throttle, actsAt: 3));

    [Fact]
    public void Diagnosis_ToldAgain_PlansNothingAgain() =>
        Given.Events([.. Announced()]).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle))))
            .Then(Made(Diagnosed(Propose(Throttle))));

    [Fact]
    public void Diagnosis_AnotherTenantOfTheSameTable_IsAnotherAction() =>
        Given.Events([.. Announced(Tighten)]).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Tighten with { Tenant = "umbrella" }))))
            .Then(Made(Diagnosed(Propose(Tighten with { Tenant = "umbrella" }))), Planned(Tighten with { Tenant = "umbrella" }, "a2", actsAt: 3));

    [Fact]
    public void Diagnosis_InTheNextLifeStillInPlace_IsNotPlannedAgain() =>
        Given.Events([.. InPlace(), Resolved(5), new IncidentReopened(2, "fired again") { At = At(6) }, Started() with { At = At(7) }]).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle))) with { At = At(8) })
            .Then(Made(Diagnosed(Propose(Throttle)), 8));

    [Fact]
    public void Diagnosis_InTheNextLifeUndone_IsPlannedAgain() =>
        Given.Events([.. Undoing(), new ActionUndone("a1", Throttle, Free) { At = At(21) }, Resolved(22), new IncidentReopened(2, "fired again") { At = At(23) }, Started() with { At = At(24) }]).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle))) with { At = At(25) })
            .Then(Made(Diagnosed(Propose(Throttle)), 25), Planned(Throttle, "a2", actsAt: 27, minute: 25));

    [Fact]
    public void Diagnosis_IncidentIsOver_DoesNothing() =>
        Given.Events(Opened(), Started(), Resolved(0)).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle))))
            .Then(Made(Diagnosed(Propose(Throttle))), Planned(Throttle, actsAt: 3), Skipped(Throttle, "the incident was over before"));

    [Fact]
    public void DryRun_OfAnIncidentThatExists_ChangesNoState()
    {
        var outcome = Given.Events(Opened(), Started()).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle)), dryRun: true, OtherRun))
            .Then(Made(Diagnosed(Propose(Throttle)), dryRun: true));

        var after = outcome.After;
        Assert.Equal(outcome.Before with { Version = 3, Raised = after.Raised }, after);
        Assert.Equal(StepKind.Finish, outcome.Answer.Remediation!.Do);
    }

    [Fact]
    public void DryRun_ThatDeclaredTheIncident_ResolvesIt() =>
        Given.Events(Opened() with { Runbook = Started(dryRun: true) }).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle)), dryRun: true))
            .Then(Made(Diagnosed(Propose(Throttle)), dryRun: true), new IncidentResolved(null, "It was a dry run; nothing was changed.") { At = At(1) });

    [Fact]
    public void DryRun_OfAnotherExecutionThanTheOneThatDeclaredIt_DoesNotResolveIt() =>
        Given.Events(Opened() with { Runbook = Started(dryRun: true) }).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle)), dryRun: true, OtherRun))
            .Then(Made(Diagnosed(Propose(Throttle)), dryRun: true));

    [Fact]
    public void DryRun_TakenOverByHand_DoesNotResolveTheIncident() =>
        Given.Events(Opened() with { Runbook = Started(dryRun: true) }, Started(OtherRun)).Under(ByItself)
            .When(Tell(Diagnosed(), dryRun: true))
            .Then(Made(Diagnosed(), dryRun: true));

    [Fact]
    public void Diagnosis_OfAnotherExecution_IsSuperseded()
    {
        var outcome = Given.Events(Opened(), Started()).Under(ByItself).When(Tell(Diagnosed(Propose(Throttle)), execution: OtherRun)).ThenNothing();

        Assert.True(outcome.Answer.Superseded);
        Assert.Null(outcome.Answer.Remediation);
    }

    [Fact]
    public void Start_ByTheLifecycle_HappensOnceForItsGeneration()
    {
        var start = new StartRunbook { IncidentId = Id, At = Noon, CommandId = "s", Runbook = "cost-spike", Execution = Run, Generation = 1 };

        Given.Events(Opened()).When(start).Then(Started());
        Given.Events(Opened(), Started()).When(start with { Execution = OtherRun }).ThenNothing();
        Given.Events(Opened()).When(start with { Generation = 2 }).ThenNothing();
        Given.Events(Opened(), Resolved(0)).When(start).ThenNothing();
    }

    [Fact]
    public void Start_ByHand_TakesOverAndIsRepeatedWithoutEffect()
    {
        var start = new StartRunbook { IncidentId = Id, At = Noon, CommandId = "s", Runbook = "cost-spike", Execution = OtherRun, ByHand = "Ana" };

        Given.Events(Opened(), Started()).When(start).Then(Started(OtherRun) with { ByHand = "Ana" });
        Given.Events(Opened(), Started(OtherRun)).When(start).ThenNothing();
    }

    [Fact]
    public void Fail_RunbookOfTheIncident_IsToldOnce()
    {
        var fail = new FailRunbook { IncidentId = Id, At = At(2), CommandId = "f", Runbook = "cost-spike", Execution = Run, Reason = "died" };
        var failed = new RunbookFailed("cost-spike", "died") { At = At(2) };

        Given.Events(Opened(), Started()).When(fail).Then(failed, HandedOver(2));
        Given.Events(Opened(), Started(), failed).When(fail).ThenNothing();
        Given.Events(Opened(), Started(OtherRun)).When(fail).ThenNothing();
        Given.Events(Opened()).When(fail with { Execution = null }).Then(failed, HandedOver(2));
        Given.Events(Opened(), failed).When(fail with { Execution = null }).ThenNothing();
    }

    [Fact]
    public void Fail_WithActionsAhead_LeavesThemToPeople()
    {
        var fail = new FailRunbook { IncidentId = Id, At = At(2), CommandId = "f", Runbook = "cost-spike", Execution = Run, Reason = "died" };
        var failed = new RunbookFailed("cost-spike", "died") { At = At(2) };

        Given.Events([.. Announced()]).Under(ByItself).When(fail).Then(failed, Skipped(Throttle, "the runbook died before", 2), HandedOver(2));
        Given.Events([.. InPlace()]).Under(ByItself).When(fail with { At = At(5) }).Then(failed with { At = At(5) }, HandedOver(5));
    }

    [Fact]
    public void Start_ByHandAfterTheRunbookDied_PlansAnewWhatWasLeft() =>
        Given.Events([.. Announced(), new RunbookFailed("cost-spike", "died") { At = At(2) }, Skipped(Throttle, "the runbook died before", 2), Started(OtherRun) with { At = At(3) }]).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle)), execution: OtherRun) with { At = At(4) })
            .Then(Made(Diagnosed(Propose(Throttle)), 4), Planned(Throttle, "a2", actsAt: 6, minute: 4));

    [Fact]
    public void Start_ByHandAfterAPersonRefused_PlansNothingAnew() =>
        Given.Events([.. Announced(), new ActionRefused("a1", Throttle, Ana, null) { At = At(2) }, Started(OtherRun) with { At = At(3) }]).Under(ByItself)
            .When(Tell(Diagnosed(Propose(Throttle)), execution: OtherRun) with { At = At(4) })
            .Then(Made(Diagnosed(Propose(Throttle)), 4));

    [Fact]
    public void Start_ByHandOfAnotherRunbook_LeavesActionsToTheirOwn()
    {
        var start = new StartRunbook { IncidentId = Id, At = At(30), CommandId = "s", Runbook = "general", Execution = OtherRun, ByHand = "Ana" };
        var undone = new ActionUndone("a1", Throttle, Free) { At = At(21) };

        Given.Events([.. Announced()]).Under(ByItself).When(start).ThenNothing();
        Given.Events([.. InPlace(), new ActionVerified("a1", Throttle, Verdict.Helped, "So it is.", true) { At = At(14) }]).Under(ByItself).When(start).ThenNothing();
        Given.Events([.. Undoing()]).Under(ByItself).When(start).ThenNothing();
        Given.Events([.. Undoing(), undone]).Under(ByItself).When(start).Then(new RunbookStarted("general", OtherRun, "Ana", DryRun: false) { At = At(30) });
    }

    private static IncidentResolved Resolved(double minute) => new(Ana, "fixed") { At = At(minute) };

    private static (RemediationAction Action, IncidentPolicy Policy, string Account) Faulty(string fault) => fault switch
    {
        "target" => (Throttle with { TargetName = "payments" }, ByItself, Account),
        "kind" => (Cancel, ByItself with { Runbooks = new Dictionary<string, RunbookPolicy> { ["cost-spike"] = new(RunbookMode.Auto, new Dictionary<string, IReadOnlyList<string>>()) } }, Account),
        "account" => (Throttle with { TargetArn = "arn:aws:lambda:eu-west-1:999988887777:function:orders-export" }, ByItself, Account),
        "region" => (Throttle with { TargetArn = "arn:aws:lambda:us-east-1:111122223333:function:orders-export" }, ByItself, Account),
        "incident" => (Throttle with { TargetArn = "arn:aws:lambda:eu-west-1:444455556666:function:orders-export" }, ByItself, "444455556666"),
        "arn" => (Throttle with { TargetArn = "orders-export" }, ByItself, Account),
        "radius of the runbook" => (Throttle, ByItself with { Runbooks = ByItself.Runbooks.ToDictionary(row => row.Key, row => row.Value with { LargestBlastRadius = 0 }) }, Account),
        _ => (Throttle, ByItself with { Remediation = ByItself.Remediation with { Limits = RemediationLimits.Default with { LargestBlastRadius = 0 } } }, Account),
    };
}
