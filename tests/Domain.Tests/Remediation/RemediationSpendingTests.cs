using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using static IncidentServerless.Domain.Tests.Incidents.Remediating;

namespace IncidentServerless.Domain.Tests.Remediation;

public sealed class RemediationSpendingTests
{
    private static readonly RemediationSpending Some = new(1, 2, At(0));

    public static TheoryData<IncidentEvent, RemediationSpending> Effects => new()
    {
        { new ActionStarted("a1", Throttle, Free) { At = At(5) }, Some with { StartedThisHour = 2 } },
        { Verified(Verdict.Helped), new RemediationSpending(1, 0, null) },
        { Verified(Verdict.NoEffect), new RemediationSpending(1, 3, At(5)) },
        { Verified(Verdict.Worse), new RemediationSpending(1, 3, At(5)) },
        { Verified(Verdict.Unclear), Some },
        { new ActionFailed("a1", Throttle, "AccessDenied") { At = At(5) }, new RemediationSpending(1, 3, At(5)) },
        // That it did not help was counted already.
        { new UndoFailed("a1", Throttle, "AccessDenied") { At = At(5) }, Some },
        { new ActionApplied("a1", Throttle) { At = At(5) }, Some },
        { new ActionUndone("a1", Throttle, Free) { At = At(5) }, Some },
        { Skipped(Throttle, "it may not"), Some },
    };

    [Theory]
    [MemberData(nameof(Effects))]
    public void After_Event_CountsIt(IncidentEvent happened, RemediationSpending expected) => Assert.Equal(expected, Some.After(happened));

    [Fact]
    public void Refusal_NothingSpent_IsNone() => Assert.Null(RemediationSpending.None.Refusal(RemediationLimits.Default, At(0)));

    [Fact]
    public void Refusal_SeveralInTheHour_CountsThem() =>
        Assert.Equal(
            "this target was changed 2 times in this hour already, which is all that policy allows",
            new RemediationSpending(2, 0, null).Refusal(RemediationLimits.Default with { PerTargetAndHour = 2 }, At(0)));

    [Fact]
    public void Refusal_StoppedAndSpent_NamesTheLongerOne() =>
        Assert.StartsWith("the last 3 actions", new RemediationSpending(1, 3, At(0)).Refusal(RemediationLimits.Default, At(359)));

    [Fact]
    public void Refusal_WhenTheStopIsOver_IsNone() => Assert.Null(new RemediationSpending(0, 3, At(0)).Refusal(RemediationLimits.Default, At(360)));

    private static ActionVerified Verified(Verdict verdict) => new("a1", Throttle, verdict, "So it is.", true) { At = At(5) };
}
