using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Incidents;

public sealed class IncidentDeciderTests
{
    [Fact]
    public void Acknowledge_OpenIncident_IsTaken() =>
        Given.Events(Opened())
            .When(new Acknowledge { IncidentId = Id, At = Noon.AddMinutes(3), CommandId = "1", By = Ana })
            .Then(Acknowledged(Ana, 3));

    [Fact]
    public void Acknowledge_SomebodyHasIt_ChangesNothing() =>
        Given.Events(Opened(), Acknowledged(Ana, 3))
            .When(new Acknowledge { IncidentId = Id, At = Noon.AddMinutes(4), CommandId = "2", By = Ben, Seen = 1 })
            .ThenNothing();

    [Fact]
    public void Acknowledge_HavingSeenWhoHasIt_TakesItOver() =>
        Given.Events(Opened(), Acknowledged(Ana, 3))
            .When(new Acknowledge { IncidentId = Id, At = Noon.AddMinutes(4), CommandId = "2", By = Ben, Seen = 2 })
            .Then(Acknowledged(Ben, 4));

    [Fact]
    public void Acknowledge_ResolvedIncident_ChangesNothing() =>
        Given.Events(Opened(), new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(5) })
            .When(new Acknowledge { IncidentId = Id, At = Noon.AddMinutes(6), CommandId = "2", By = Ben })
            .ThenNothing();

    [Fact]
    public void Escalate_AcknowledgedIncident_NobodyHasItAnyMore()
    {
        var outcome = Given.Events(Opened(), Paged(1, 1, 0), Acknowledged(Ana, 3))
            .When(new Escalate { IncidentId = Id, At = Noon.AddMinutes(4), CommandId = "2", By = Ana })
            .Then(new EscalationRequested(Ana) { At = Noon.AddMinutes(4) });

        Assert.Equal(IncidentStatus.Open, outcome.After.Status);
        Assert.Null(outcome.After.Acknowledgement);
    }

    [Fact]
    public void Escalate_AskedAlreadyAndNotYetDone_ChangesNothing() =>
        Given.Events(Opened(), new EscalationRequested(Ana) { At = Noon.AddMinutes(1) })
            .When(new Escalate { IncidentId = Id, At = Noon.AddMinutes(2), CommandId = "2", By = Ben })
            .ThenNothing();

    [Fact]
    public void Review_MitigatedForTheStablePeriod_IsResolvedByItself() =>
        Given.Events(Opened(), new IncidentMitigated("OK") { At = Noon.AddMinutes(10) })
            .When(Review(minute: 25))
            .Then(new IncidentResolved(null, "Its signals stayed quiet for 15 min.") { At = Noon.AddMinutes(25) });

    [Fact]
    public void Review_MitigatedASecondTooShort_WaitsForTheRest()
    {
        var outcome = Given.Events(Opened(), new IncidentMitigated("OK") { At = Noon.AddMinutes(10) }).When(Review(minute: 24)).ThenNothing();

        Assert.Equal(60, outcome.Answer.Wait!.Seconds);
        Assert.Equal([Topic.Changed, Topic.Resolved], outcome.Answer.Wait.Topics.AsEnumerable());
    }

    [Fact]
    public void Review_OfAnOlderGeneration_IsSupersededAndChangesNothing()
    {
        var outcome = Given.Events(
                Opened(),
                new IncidentMitigated("OK") { At = Noon.AddMinutes(10) },
                new LifecycleRevived(2, "died") { At = Noon.AddMinutes(11) })
            .When(Review(minute: 40))
            .ThenNothing();

        Assert.True(outcome.Answer.Superseded);
        Assert.Null(outcome.Answer.Wait);
    }

    [Fact]
    public void Close_ResolvedIncident_IsClosed() =>
        Given.Events(Opened(), new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(5) })
            .When(new CloseIncident { IncidentId = Id, At = Noon.AddMinutes(6), CommandId = "1", Generation = 1 })
            .Then(new IncidentClosed { At = Noon.AddMinutes(6) });

    [Fact]
    public void Close_ReopenedMeanwhile_ChangesNothing() =>
        Given.Events(
                Opened(),
                new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(5) },
                new IncidentReopened(2, "fired again") { At = Noon.AddMinutes(6) })
            .When(new CloseIncident { IncidentId = Id, At = Noon.AddMinutes(6), CommandId = "1", Generation = 1 })
            .ThenNothing();

    [Fact]
    public void RecordPage_FirstLevel_IsOnTheTimelineAtTheTimeItWasDecided() =>
        Given.Events(Opened()).When(Page(1, 1, decided: 0, recorded: 1)).Then(Paged(1, 1, 0));

    [Fact]
    public void RecordPage_ARepetition_ChangesNothing() =>
        Given.Events(Opened(), Paged(1, 1, 0)).When(Page(1, 1, decided: 0, recorded: 2)).ThenNothing();

    [Fact]
    public void RecordPage_AfterTheAcknowledgementRanOut_SaysSoFirst() =>
        Given.Events(Opened(), Paged(1, 1, 0), Acknowledged(Ana, 3))
            .When(Page(2, 1, decided: 33, recorded: 34))
            .Then(new AcknowledgementExpired(Ana) { At = Noon.AddMinutes(33) }, Paged(2, 1, 33));

    [Fact]
    public void RecordPage_AcknowledgedWhileItWasSent_KeepsTheAcknowledgement()
    {
        var outcome = Given.Events(Opened(), Paged(1, 1, 0), Acknowledged(Ana, 5)).When(Page(1, 2, decided: 5, recorded: 6)).Then(Paged(1, 2, 5));

        Assert.Equal(IncidentStatus.Acknowledged, outcome.After.Status);
    }

    [Fact]
    public void MarkPagedDirectly_AlreadyPaged_ChangesNothing() =>
        Given.Events(Opened(), Paged(1, 1, 0))
            .When(new MarkPagedDirectly { IncidentId = Id, At = Noon, CommandId = "1", Generation = 1, Reason = "no workflows" })
            .ThenNothing();

    [Fact]
    public void Revive_TwiceForOneGeneration_HappensOnce()
    {
        var revive = new ReviveLifecycle { IncidentId = Id, At = Noon.AddMinutes(9), CommandId = "1", Generation = 1, SeenVersion = 1, Reason = "died" };
        var once = Given.Events(Opened()).When(revive).Then(new LifecycleRevived(2, "died") { At = Noon.AddMinutes(9) });

        Assert.Empty(IncidentDecider.Decide(once.After, revive, Rules));
    }

    [Fact]
    public void SeverityRaised_AcknowledgedNotice_IsPagedAnew()
    {
        var state = Given.Events(
            Opened(SeverityLevel.Sev3),
            Paged(1, 1, 0),
            Acknowledged(Ana, 3),
            new SeverityRaised(SeverityLevel.Sev3, SeverityLevel.Sev1, "worse") { At = Noon.AddMinutes(4) }).State;

        Assert.Equal(IncidentStatus.Open, state.Status);
        Assert.Equal((2, 0), (state.Paging.Round, state.Paging.Level));
        Assert.Equal(SeverityLevel.Sev1, state.Severity);
    }

    [Fact]
    public void Relapse_AcknowledgedIncident_IsPagedAnewBecauseItsHolderMaySleep()
    {
        var state = Given.Events(
            Opened(),
            Paged(1, 1, 0),
            Acknowledged(Ana, 3),
            new IncidentMitigated("OK") { At = Noon.AddMinutes(4) },
            new IncidentRelapsed("ALARM") { At = Noon.AddMinutes(6) }).State;

        Assert.Equal((IncidentStatus.Open, 2, 0), (state.Status, state.Paging.Round, state.Paging.Level));
        Assert.Null(state.Acknowledgement);
        Assert.Null(state.MitigatedAt);
    }

    [Fact]
    public void RecordPage_EscalationAskedWhileItWasSent_IsStillToBeDone()
    {
        var outcome = Given.Events(Opened(), new EscalationRequested(Ana) { At = Noon.AddSeconds(10) })
            .When(Page(1, 1, decided: 0, recorded: 1) with { SeenVersion = 1 });

        Assert.True(outcome.After.Paging.EscalationAsked);
        Assert.Equal(1, outcome.Answer.Wait!.Seconds);
    }

    [Fact]
    public void RecordPage_SeverityRoseWhileItWasSent_DoesNotCountForTheNewSeverity()
    {
        var outcome = Given.Events(
                Opened(SeverityLevel.Sev3),
                new SeverityRaised(SeverityLevel.Sev3, SeverityLevel.Sev1, "worse") { At = Noon.AddSeconds(10) })
            .When(Page(1, 1, decided: 0, recorded: 1) with { SeenVersion = 1 });

        Assert.IsType<PageSent>(Assert.Single(outcome.Events));
        Assert.Equal(0, outcome.After.Paging.Level);
        Assert.Equal(1, outcome.Answer.Wait!.Seconds);
    }

    [Fact]
    public void AddNote_BeyondTheMost_IsNotKept()
    {
        var notes = Enumerable.Range(0, Incident.MostNotes).Select(n => new NoteAdded(Ana, $"{n}") { At = Noon });

        Given.Events([Opened(), .. notes])
            .When(new AddNote { IncidentId = Id, At = Noon, CommandId = "n", By = Ana, Text = "one more" })
            .ThenNothing();
    }

    [Fact]
    public void Revive_ChangedSinceItWasJudged_ChangesNothing() =>
        Given.Events(Opened(), new IncidentResolved(Ana, "fixed") { At = Noon })
            .When(new ReviveLifecycle { IncidentId = Id, At = Noon, CommandId = "1", Generation = 1, SeenVersion = 1, Reason = "died" })
            .ThenNothing();

    [Fact]
    public void Fold_AnyEventBeforeTheOpening_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => IncidentFold.Apply(null, new IncidentClosed { At = Noon }));

    private static ReviewIncident Review(double minute) => new() { IncidentId = Id, At = Noon.AddMinutes(minute), CommandId = "r", Generation = 1 };

    private static RecordPage Page(int round, int level, double decided, double recorded) => new()
    {
        IncidentId = Id,
        At = Noon.AddMinutes(recorded),
        CommandId = "p",
        Generation = 1,
        Round = round,
        Level = level,
        DecidedAt = Noon.AddMinutes(decided),
        Deliveries = [],
    };
}
