using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Incidents;
using IncidentServerless.Domain.Updates;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Updates;

/// <summary>Runbook 4.1: status updates every 30 min during an active incident; at once when severity or state changes.</summary>
public sealed class UpdateRulesTests
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    private static readonly IncidentPolicy Rules = Sample.Rules with
    {
        Updates = new UpdatesPolicy(new Dictionary<SeverityLevel, UpdateRow> { [SeverityLevel.Sev1] = new(HalfAnHour), [SeverityLevel.Sev2] = new(HalfAnHour) }),
    };

    [Fact]
    public void Incident_JustOpened_IsToldAtOnce() => Assert.Equal(new UpdateDecision.Tell(1, HalfAnHour), After(0, Opened()));

    [Fact]
    public void DryRun_OfWhateverSeverity_IsToldToNobody() => Assert.IsType<UpdateDecision.Finish>(After(0, OpenedForADryRun()));

    [Fact]
    public void Incident_OfASeverityWithoutUpdates_WaitsForAnother()
    {
        var hold = Assert.IsType<UpdateDecision.Hold>(After(0, Opened(SeverityLevel.Sev3)));

        Assert.Equal(86_400, hold.Wait.Seconds);
        Assert.Contains(Topic.Changed, hold.Wait.Topics);
    }

    [Fact]
    public void Incident_WhoseSeverityRisesToOneWithUpdates_IsToldThen() =>
        Assert.IsType<UpdateDecision.Tell>(After(5, Opened(SeverityLevel.Sev3), new SeverityRaised(SeverityLevel.Sev3, SeverityLevel.Sev2, "worse") { At = Noon.AddMinutes(5) }));

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Incident_OnWhichNothingChanges_IsToldAgainAfterThePace(int minute, bool told) =>
        Assert.Equal(told, After(minute, Opened(), Updated(1, 0)) is UpdateDecision.Tell);

    [Fact]
    public void Wait_OfAnIncidentOnWhichNothingChanges_EndsWithThePace()
    {
        var hold = Assert.IsType<UpdateDecision.Hold>(After(10, Opened(), Updated(1, 0)));

        Assert.Equal(20 * 60, hold.Wait.Seconds);
    }

    public static TheoryData<string> Changes => [.. ChangesByName.Keys];

    private static Dictionary<string, IncidentEvent> ChangesByName { get; } = new()
    {
        ["acknowledged"] = Acknowledged(Ana, 3),
        ["mitigated"] = new IncidentMitigated("OK") { At = Noon.AddMinutes(3) },
        ["raised"] = new SeverityRaised(SeverityLevel.Sev2, SeverityLevel.Sev1, "worse") { At = Noon.AddMinutes(3) },
        ["changed by a person"] = new SeverityChanged(SeverityLevel.Sev2, SeverityLevel.Sev1, Ana, null) { At = Noon.AddMinutes(3) },
        ["resolved"] = new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(3) },
    };

    private static readonly IncidentEvent[] Lasting = [.. ChangesByName.Values.Where(change => change is not IncidentResolved)];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Incident_WhoseSeverityOrStateChanges_IsToldAtOnce(string change) =>
        Assert.IsType<UpdateDecision.Tell>(After(3, Opened(), Updated(1, 0), ChangesByName[change]));

    [Fact]
    public void Incident_ThatIsOver_IsToldALastTime() =>
        Assert.Equal(new UpdateDecision.Tell(3, null), After(60, Opened(), Updated(1, 0), new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(50) }));

    [Fact]
    public void Incident_ThatIsOverAndEverybodyKnows_IsNotToldAgain() =>
        Assert.IsType<UpdateDecision.Finish>(After(600, Opened(), Updated(1, 0), new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(50) }, Updated(3, 50)));

    [Fact]
    public void Incident_ThatIsOverBeforeAnybodyWasTold_IsNotTold() =>
        Assert.IsType<UpdateDecision.Finish>(After(60, Opened(SeverityLevel.Sev3), new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(50) }));

    [Fact]
    public void Incident_OfAnotherGeneration_IsLeftToItsOwnWorkflow() =>
        Assert.IsType<UpdateDecision.Finish>(UpdateRules.Next(IncidentFold.Of([Opened(), new LifecycleRevived(2, "died") { At = Noon }])!, 1, Rules, Noon));

    [Fact]
    public void Update_Recorded_CountsFromItsDecisionOnceOnly()
    {
        var told = new RecordUpdate { IncidentId = Id, At = Noon.AddMinutes(1), CommandId = "1", Generation = 1, UpTo = 1, DecidedAt = Noon, Deliveries = [[new Delivery(Channel.Sns, null, true, null)]] };

        var outcome = Given.Events(Opened()).Under(Rules).When(told).Then(Updated(1, 0, new Delivery(Channel.Sns, null, true, null)));

        Assert.Equal((Noon, 1), (outcome.After.UpdatedAt, outcome.After.UpdatedVersion));
        Given.Events(Opened(), Updated(1, 0)).Under(Rules).When(told).ThenNothing();
    }

    [Fact]
    public void Course_OfAnyChanges_TellsEveryChangeAndNeverPausesLongerThanThePace() =>
        Gen.Select(Gen.Int[0, Lasting.Length - 1].Select(at => Lasting[at]), Gen.Int[1, 50]).Array[0, 12].Sample(steps =>
        {
            var incident = IncidentFold.Of([Opened()])!;
            var now = Noon;
            foreach (var (change, minutes) in steps)
            {
                incident = Tell(incident, now);
                Assert.False(UpdateRules.HasChanged(incident));
                var hold = Assert.IsType<UpdateDecision.Hold>(UpdateRules.Next(incident, 1, Rules, now));
                Assert.InRange(hold.Wait.Seconds, 1, HalfAnHour.TotalSeconds);
                now += TimeSpan.FromMinutes(Math.Min(minutes, hold.Wait.Seconds / 60));
                incident = IncidentFold.Apply(incident, change with { At = now });
                Assert.IsType<UpdateDecision.Tell>(UpdateRules.Next(incident, 1, Rules, now));
            }
        });

    private static Incident Tell(Incident incident, DateTimeOffset now) => IncidentFold.Apply(incident, new UpdateSent(incident.Version, []) { At = now });

    private static UpdateSent Updated(int upTo, double minute, params Delivery[] deliveries) => new(upTo, [.. deliveries]) { At = Noon.AddMinutes(minute) };

    private static UpdateDecision After(double minute, params IncidentEvent[] events) => UpdateRules.Next(IncidentFold.Of(events)!, 1, Rules, Noon.AddMinutes(minute));
}
