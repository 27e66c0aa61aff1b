using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Intake;

public sealed class SignalIntakeTests
{
    [Fact]
    public void Take_FirstFiring_OpensAnIncident()
    {
        var outcome = Take(Known(), Firing("a", 0));

        Assert.Equal([Disposition.Opened], Dispositions(outcome));
        Assert.True(outcome.Dispositions[0].NeedsLifecycle);
        Assert.IsType<IncidentOpened>(Assert.Single(outcome.Events));
    }

    [Fact]
    public void Take_FiftyCopiesInAnyOrder_OpensOneIncidentAndAttachesTheRest() =>
        Gen.Shuffle(Enumerable.Range(0, 50).Select(n => Firing($"e{n}", n)).ToArray()).Sample(signals =>
        {
            var outcome = Take(Known(), signals);

            Assert.Equal(1, outcome.Dispositions.Count(each => each.Disposition == Disposition.Opened));
            Assert.Equal(49, outcome.Dispositions.Count(each => each.Disposition == Disposition.Attached));
            Assert.Equal([1L, 10L], outcome.Events.OfType<SignalsAttached>().Select(each => each.Total));
            Assert.Equal(49, outcome.After.Attached);
        });

    [Fact]
    public void Take_TheSameChangeToldTwice_IsADuplicate()
    {
        var first = Take(Known(), Firing("from-eventbridge", 0));

        Assert.Equal([Disposition.Duplicate], Dispositions(Take(first.After, Firing("from-sns", 0))));
    }

    [Fact]
    public void Take_RecoveryOfAnOpenIncident_MitigatesIt()
    {
        var outcome = Take(Take(Known(), Firing("a", 0)).After, Recovered("b", 5));

        Assert.Equal([Disposition.Recovered], Dispositions(outcome));
        Assert.Equal(IncidentStatus.Mitigated, outcome.After.Incident!.Status);
    }

    [Fact]
    public void Take_RecoveryOvertakesItsFiring_NothingIsLeftOpen()
    {
        var early = Take(Known(), Recovered("ok", 5));
        var late = Take(early.After, Firing("alarm", 0));

        Assert.Equal([Disposition.Recovered], Dispositions(early));
        Assert.Equal([Disposition.Recovered], Dispositions(late));
        Assert.Contains("It had recovered at", late.Dispositions[0].Reason, StringComparison.Ordinal);
        Assert.Null(late.After.Incident);
    }

    [Fact]
    public void Take_RecoveryOlderThanTheLastFiring_IsIgnored()
    {
        var open = Take(Known(), Firing("a", 0), Firing("b", 10)).After;

        var outcome = Take(open, Recovered("c", 5));

        Assert.Equal([Disposition.Ignored], Dispositions(outcome));
        Assert.True(outcome.After.Incident!.IsActive);
        Assert.NotEqual(IncidentStatus.Mitigated, outcome.After.Incident.Status);
    }

    [Fact]
    public void Take_FiringWhileMitigated_Relapses()
    {
        var mitigated = Take(Known(), Firing("a", 0), Recovered("b", 5)).After;

        var outcome = Take(mitigated, Firing("c", 7));

        Assert.Equal([Disposition.Attached], Dispositions(outcome));
        Assert.Contains(outcome.Events, happened => happened is IncidentRelapsed);
    }

    [Fact]
    public void Take_FiringSoonAfterTheEnd_ReopensTheSameIncident()
    {
        var ended = Ended(after: Take(Known(), Firing("a", 0)).After, minute: 20);

        var outcome = Take(30, ended, Firing("b", 30));

        Assert.Equal([Disposition.Opened], Dispositions(outcome));
        Assert.Equal((ended.Incident!.Id, 2), (outcome.Dispositions[0].IncidentId, outcome.Dispositions[0].Generation));
        Assert.Equal(IncidentStatus.Open, outcome.After.Incident!.Status);
    }

    [Fact]
    public void Take_FiringLongAfterTheEnd_OpensANewIncident()
    {
        var ended = Ended(after: Take(Known(), Firing("a", 0)).After, minute: 20);

        var outcome = Take(200, ended, Firing("b", 200));

        Assert.Equal([Disposition.Opened], Dispositions(outcome));
        Assert.NotEqual(ended.Incident!.Id, outcome.Dispositions[0].IncidentId);
        Assert.Equal(1, outcome.After.Incident!.Version);
    }

    [Fact]
    public void Take_LateFiringFromBeforeTheEnd_DoesNotReopen()
    {
        var ended = Ended(after: Take(Known(), Firing("a", 0)).After, minute: 20);

        var outcome = Take(25, ended, Firing("late", 10));

        Assert.Equal([Disposition.Attached], Dispositions(outcome));
        Assert.Empty(outcome.Events);
    }

    [Fact]
    public void Take_LateFiringLongAfterTheEnd_OpensNothing()
    {
        var ended = Ended(after: Take(Known(), Firing("a", 10)).After, minute: 20);

        Assert.Equal([Disposition.Attached], Dispositions(Take(200, ended, Firing("late", 5))));
    }

    [Fact]
    public void Take_WorseSignal_RaisesTheSeverity()
    {
        var outcome = Take(Take(Known(), Firing("a", 0)).After, Firing("b", 1) with { Severity = SeverityLevel.Sev1 });

        Assert.Equal(SeverityLevel.Sev1, outcome.After.Incident!.Severity);
    }

    [Fact]
    public void Take_MilderSignal_NeverLowersTheSeverity()
    {
        var outcome = Take(Take(Known(), Firing("a", 0)).After, Firing("b", 1) with { Severity = SeverityLevel.Sev4 });

        Assert.Equal(SeverityLevel.Sev2, outcome.After.Incident!.Severity);
    }

    [Fact]
    public void Take_AnyHistoryAtOnceOrOneByOne_LeavesTheSameStatus() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 30]).Array[0, 12].Sample(history =>
        {
            var signals = history
                .DistinctBy(each => each.Item2)
                .OrderBy(each => each.Item2)
                .Select(each => each.Item1 ? Firing($"f{each.Item2}", each.Item2) : Recovered($"r{each.Item2}", each.Item2))
                .ToArray();

            var atOnce = Take(Known(), signals).After;
            var oneByOne = signals.Aggregate(Known(), (state, signal) => Take(state, signal).After);

            Assert.Equal(atOnce.Incident?.Status, oneByOne.Incident?.Status);
            Assert.Equal(atOnce.Attached, oneByOne.Attached);
            Assert.Equal(atOnce.Pointer, oneByOne.Pointer);
        });

    [Fact]
    public void Take_AnySignals_FoldOfTheEventsIsTheState() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 30]).Array[1, 20].Sample(history =>
        {
            var signals = history.Select((each, n) => each.Item1 ? Firing($"f{n}", each.Item2) : Recovered($"r{n}", each.Item2)).ToArray();

            var outcome = Take(Known(), signals);

            Assert.Equal(outcome.After.Incident?.Version ?? 0, outcome.Events.Length);
            Assert.Equal(signals.Length, outcome.Dispositions.Length);
            Assert.Equal(outcome.After.Incident?.Status, IncidentFold.Of(outcome.Events)?.Status);
        });

    private static IntakeState Known() => IntakeState.Unknown;

    private static IntakeOutcome Take(IntakeState known, params Signal[] signals) => Take(30, known, signals);

    private static IntakeOutcome Take(double minute, IntakeState known, params Signal[] signals) =>
        SignalIntake.Take(known, signals, Rules, Noon.AddMinutes(minute));

    private static IEnumerable<Disposition> Dispositions(IntakeOutcome outcome) => outcome.Dispositions.Select(each => each.Disposition);

    private static IntakeState Ended(IntakeState after, double minute)
    {
        var resolved = IncidentFold.Apply(after.Incident, new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(minute) });
        return after with { Incident = IncidentFold.Apply(resolved, new IncidentClosed { At = Noon.AddMinutes(minute) }) };
    }

    private static Signal Firing(string eventId, double minute) => Signal(eventId, SignalStatus.Firing, minute);

    private static Signal Recovered(string eventId, double minute) => Signal(eventId, SignalStatus.Recovered, minute);

    private static Signal Signal(string eventId, SignalStatus status, double minute) => new()
    {
        Source = "cloudwatch-alarm",
        EventId = eventId,
        Status = status,
        Type = IncidentType.GeneralIncident,
        Severity = SeverityLevel.Sev2,
        DedupKey = "cloudwatch-alarm:111122223333:eu-west-1:checkout-latency",
        Title = "checkout latency is high",
        OccurredAt = Noon.AddMinutes(minute),
        Account = "111122223333",
        Region = "eu-west-1",
        Route = "latency",
    };
}
