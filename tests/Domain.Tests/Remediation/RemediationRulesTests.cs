using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Remediation;
using static IncidentServerless.Domain.Tests.Incidents.Remediating;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Remediation;

public sealed class RemediationRulesTests
{
    private static readonly IncidentEvent Over = new IncidentResolved(Ana, "fixed") { At = At(2) };

    [Fact]
    public void Next_NothingPlanned_Finishes() => Assert.Equal(StepKind.Finish, Next(1, Opened(), Started()).Do);

    [Fact]
    public void Next_Announced_WaitsForItsTimeThenLooks()
    {
        Waits([Topic.Decided, Topic.Resolved], 60, Next(2, [.. Announced()]));
        Assert.Equal((StepKind.Look, "a1", Throttle), About(Next(3, [.. Announced()])));
    }

    [Fact]
    public void Next_AwaitingApproval_WaitsForADecisionOrItsEnd()
    {
        Waits([Topic.Decided, Topic.Resolved], 29 * 60, Next(2, [.. Awaiting()]));
        Waits([Topic.Decided, Topic.Resolved], 1, Next(31, [.. Awaiting()]));
    }

    [Fact]
    public void Next_Approved_LooksAtOnce() =>
        Assert.Equal((StepKind.Look, "a1", Throttle), About(Next(2, [.. Awaiting(), new ActionApproved("a1", Throttle, Ana) { At = At(2) }])));

    [Fact]
    public void Next_Started_AppliesWhateverTheTime() => Assert.Equal((StepKind.Apply, "a1", Throttle), About(Next(9999, [.. Begun()])));

    [Fact]
    public void Next_InPlace_WaitsThenMeasuresSinceItWasApplied()
    {
        Waits([Topic.Decided], 60, Next(13, [.. InPlace()]));

        var step = Next(15, [.. InPlace()]);
        Assert.Equal((StepKind.Measure, "a1", At(4), At(15)), (step.Do, step.ActionId, step.Since, step.Until));
    }

    [Fact]
    public void Next_MeasuredOnceWithoutAnAnswer_MeasuresTheNextTime()
    {
        IncidentEvent[] events = [.. InPlace(), new ActionVerified("a1", Throttle, Verdict.Unclear, "Nothing yet.", false) { At = At(14) }];

        Waits([Topic.Decided], 600, Next(14, events));
        Assert.Equal((StepKind.Measure, At(14), At(24)), (Next(24, events).Do, Next(24, events).Since, Next(24, events).Until));
    }

    [Theory]
    [InlineData(Verdict.Helped)]
    [InlineData(Verdict.Unclear)]
    public void Next_InPlaceForGood_WaitsUntilNobodyCanUndoIt(Verdict verdict)
    {
        IncidentEvent[] events = [.. InPlace(), new ActionVerified("a1", Throttle, verdict, "So it is.", true) { At = At(14) }];

        Waits([Topic.Decided], (24 * 60 * 60) - 600, Next(14, events));
        Assert.Equal(StepKind.Finish, Next(4 + (24 * 60), events).Do);
    }

    [Fact]
    public void Next_InPlaceAndCannotBeUndone_Finishes() =>
        Assert.Equal(StepKind.Finish, Next(15, [.. InPlace(Cancel), new ActionVerified("a1", Cancel, Verdict.Helped, "It is gone.", true) { At = At(14) }]).Do);

    [Fact]
    public void Next_CouldNotBeUndone_WaitsForSomebodyToTryAgain() =>
        Waits([Topic.Decided], (24 * 60 * 60) - (17 * 60), Next(21, [.. Undoing(), new UndoFailed("a1", Throttle, "Throttled") { At = At(21) }]));

    [Fact]
    public void Next_ToBeUndone_UndoesBeforeAnythingElse()
    {
        var step = Next(20, [.. Undoing(), Planned(Tighten, "a2", actsAt: 3)]);

        Assert.Equal((StepKind.Undo, "a1", Throttle), About(step));
        Assert.Equal(Free, step.Before);
    }

    [Fact]
    public void Next_OneInPlaceAndAnotherApproved_BringsTheFirstToItsEnd() =>
        Assert.Equal(StepKind.Wait, Next(5, [.. InPlace(), Planned(Tighten, "a2"), new ActionApproved("a2", Tighten, Ana) { At = At(5) }]).Do);

    public static TheoryData<string, IncidentEvent[]> Ends => new()
    {
        { "refused", [.. Announced(), new ActionRefused("a1", Throttle, Ana, null) { At = At(2) }] },
        { "expired", [.. Awaiting(), new ApprovalExpired("a1", Throttle) { At = At(31) }] },
        { "skipped", [.. Announced(), Skipped(Throttle, "it may not")] },
        { "failed", [.. Begun(), new ActionFailed("a1", Throttle, "AccessDenied") { At = At(4) }] },
        { "undone", [.. Undoing(), new ActionUndone("a1", Throttle, Free) { At = At(21) }] },
        { "not helping", [.. InPlace(Cancel), new ActionVerified("a1", Cancel, Verdict.NoEffect, "It runs on.", true) { At = At(14) }] },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Next_ActionIsAtItsEnd_Finishes(string end, IncidentEvent[] events)
    {
        Assert.NotEmpty(end);
        Assert.Equal(StepKind.Finish, Next(40, events).Do);
    }

    [Fact]
    public void Next_IncidentIsOver_WaitsForNothingButDecisions() => Waits([Topic.Decided], 60, Next(2, [.. Announced(), Over]));

    [Fact]
    public void Next_IncidentIsOverWhileOneIsInPlace_StillMeasuresIt() => Assert.Equal(StepKind.Measure, Next(14, [.. InPlace(), Over]).Do);

    private static RemediationStep Next(double minute, params IncidentEvent[] events) => RemediationRules.Next(IncidentFold.Of(events)!, ByItself, At(minute));

    private static (StepKind Do, string? Id, RemediationAction? Action) About(RemediationStep step) => (step.Do, step.ActionId, step.Action);

    private static void Waits(Topic[] topics, int seconds, RemediationStep step)
    {
        Assert.Equal(StepKind.Wait, step.Do);
        Assert.Equal(topics, step.Wait!.Topics.AsEnumerable());
        Assert.Equal(seconds, step.Wait.Seconds);
    }
}
