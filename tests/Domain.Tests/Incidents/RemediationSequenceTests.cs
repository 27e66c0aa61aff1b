using System.Collections.Immutable;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Remediation;
using static IncidentServerless.Domain.Tests.Incidents.Remediating;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Incidents;

/// <summary>An action that makes sense only when the one before it has helped.</summary>
public sealed class RemediationSequenceTests
{
    private const string InVain = "it was to follow another action, which was not done or did not help";

    private static readonly ActionPlanned Second = Planned(Cancel, "a2") with { After = "a1" };

    private static readonly Diagnosis Both = Diagnosed(Propose(Throttle), Propose(Cancel) with { FollowsTheOneBefore = true });

    private static ImmutableArray<IncidentEvent> Begun { get; } =
        [.. Announced(), Second, new ActionStarted("a1", Throttle, Free) { At = At(3) }, new ActionApplied("a1", Throttle) { At = At(4) }];

    [Fact]
    public void Diagnosis_OfTwo_AnnouncesTheFirstAlone() =>
        Given.Events(Opened(), Started()).Under(ByItself).When(Tell(Both)).Then(Made(Both), Planned(Throttle, actsAt: 3), Second);

    [Theory]
    [InlineData(5)]
    [InlineData(200)]
    public void Next_WhileTheFirstIsNotJudged_IsNeverTheSecond(double minute) =>
        Assert.NotEqual("a2", RemediationRules.Next(Given.Events([.. Begun]).State, ByItself, At(minute)).ActionId);

    [Fact]
    public void Next_SecondIsApprovedBeforeTheFirstIsJudged_StillWaits()
    {
        var state = Given.Events([.. Begun, new ActionApproved("a2", Cancel, Ana) { At = At(5) }]).State;

        Assert.NotEqual("a2", RemediationRules.Next(state, ByItself, At(6)).ActionId);
    }

    [Fact]
    public void Judge_FirstHelped_BeginsTheSecond()
    {
        var after = Given.Events([.. Begun]).Under(ByItself).When(Judge(Fewer)).After;

        var next = RemediationRules.Next(after, ByItself, At(14));
        Assert.Equal((StepKind.Look, "a2"), (next.Do, next.ActionId));
    }

    [Fact]
    public void Judge_FirstDidNotHelp_LeavesTheSecondOut() =>
        Assert.Equal(InVain, Assert.Single(Given.Events([.. Begun]).Under(ByItself).When(Judge(AsBefore)).Events.OfType<ActionSkipped>()).Reason);

    [Fact]
    public void Record_FirstCouldNotBeApplied_LeavesTheSecondOut()
    {
        IncidentEvent[] started = [.. Announced(), Second, new ActionStarted("a1", Throttle, Free) { At = At(3) }];

        Assert.Equal("a2", Assert.Single(Given.Events(started).Under(ByItself).When(Applied(failed: "no")).Events.OfType<ActionSkipped>()).Id);
    }

    [Fact]
    public void Refuse_First_LeavesTheSecondOut() =>
        Given.Events([.. Announced(), Second]).Under(ByItself).When(Refuse(2)).Then(new ActionRefused("a1", Throttle, Ana, null) { At = At(2) }, Skipped(Cancel, InVain, 2, "a2"));

    [Fact]
    public void Diagnosis_AgainAfterTheFirstWasRefused_DoesNotDoTheSecondAlone()
    {
        IncidentEvent[] refused = [.. Announced(), Second, new ActionRefused("a1", Throttle, Ana, null) { At = At(2) }, Skipped(Cancel, InVain, 2, "a2"), Started(OtherRun) with { At = At(3) }];

        var after = Given.Events(refused).Under(ByItself).When(Tell(Both, execution: OtherRun) with { At = At(4) }).After;

        Assert.Equal([ActionStatus.Refused, ActionStatus.Skipped, ActionStatus.Skipped], after.Actions.Select(record => record.Status));
    }

    [Fact]
    public void Judge_LaterActionDidNotHelpAfterOneEndedTheIncident_PeopleHaveItAgain()
    {
        IncidentEvent[] mitigated = [.. InPlace(), new IncidentMitigated("It helped.") { At = At(10), ByAction = true }];

        Assert.Equal(IncidentStatus.Open, Given.Events(mitigated).Under(ByItself).When(Judge(AsBefore)).After.Status);
    }
}
