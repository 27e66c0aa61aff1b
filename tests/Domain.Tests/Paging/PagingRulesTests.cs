using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Paging;

public sealed class PagingRulesTests
{
    [Fact]
    public void Next_JustOpened_PagesTheFirstLevelOverEveryChannel()
    {
        var page = Assert.IsType<PagingDecision.Page>(Next(0, Opened()));

        Assert.Equal((1, 1, "On-call engineer"), (page.Round, page.Level, page.Who.Notify));
        Assert.Equal([Channel.Sns, Channel.PagerDuty, Channel.Slack], page.Channels.AsEnumerable());
    }

    [Fact]
    public void Next_DryRun_PagesNobodyUnlessItIsNotOverAfterHalfAnHour()
    {
        Assert.Equal(30 * 60, Assert.IsType<PagingDecision.Hold>(Next(0, OpenedForADryRun())).Wait.Seconds);
        Assert.IsType<PagingDecision.Finish>(Next(1, OpenedForADryRun(), new IncidentResolved(null, "It was a dry run; nothing was changed.") { At = Noon.AddSeconds(20) }));
        Assert.Equal((1, 1), Level(Next(30, OpenedForADryRun())));
        Assert.Equal((1, 1), Level(Next(2, OpenedForADryRun(), new EscalationRequested(Ana) { At = Noon.AddMinutes(2) })));
    }

    [Fact]
    public void Next_NobodyAnsweredInTime_PagesTheNextLevel() =>
        Assert.Equal((1, 2), Level(Next(5, Opened(), Paged(1, 1, 0))));

    [Fact]
    public void Next_BeforeTheLevelsTimeIsOver_HoldsForTheRest()
    {
        var hold = Assert.IsType<PagingDecision.Hold>(Next(4, Opened(), Paged(1, 1, 0)));

        Assert.Equal(60, hold.Wait.Seconds);
        Assert.Contains(Topic.Acknowledged, hold.Wait.Topics);
    }

    [Fact]
    public void Next_PastTheLastLevel_RepeatsIt()
    {
        var page = Assert.IsType<PagingDecision.Page>(Next(25, Opened(), Paged(1, 1, 0), Paged(1, 2, 5), Paged(1, 3, 15)));

        Assert.Equal((1, 4, "On-call lead"), (page.Round, page.Level, page.Who.Notify));
    }

    [Fact]
    public void Next_NoChannelTookThePage_TellsTheNextLevelAfterAMinute()
    {
        var refused = Paged(1, 1, 0, new Delivery(Channel.Sns, null, false, "Throttled"), ToPagerDuty(delivered: false));

        Assert.Equal(60, Assert.IsType<PagingDecision.Hold>(Next(0, Opened(), refused)).Wait.Seconds);
        Assert.Equal((1, 2), Level(Next(1, Opened(), refused)));
    }

    [Fact]
    public void Next_OneChannelTookThePage_WaitsAsEver() => Assert.IsType<PagingDecision.Hold>(Next(
        1, Opened(), Paged(1, 1, 0, new Delivery(Channel.Sns, null, true, null), ToPagerDuty(delivered: false))));

    [Fact]
    public void Next_EscalationAsked_PagesTheNextLevelAtOnce() =>
        Assert.Equal((1, 2), Level(Next(1, Opened(), Paged(1, 1, 0), new EscalationRequested(Ana) { At = Noon.AddMinutes(1) })));

    [Fact]
    public void Next_Acknowledged_HoldsUntilTheAcknowledgementRunsOut()
    {
        var hold = Assert.IsType<PagingDecision.Hold>(Next(4, Opened(), Paged(1, 1, 0), Acknowledged(Ana, 3), Told(3)));

        Assert.Equal((int)TimeSpan.FromMinutes(29).TotalSeconds, hold.Wait.Seconds);
        Assert.Contains(Topic.Acknowledged, hold.Wait.Topics);
    }

    [Fact]
    public void Next_AcknowledgedAndForgotten_BeginsANewRound() =>
        Assert.Equal((2, 1), Level(Next(33, Opened(), Paged(1, 1, 0), Acknowledged(Ana, 3))));

    [Fact]
    public void Next_ANoteSince_CountsAsProgress() =>
        Assert.IsType<PagingDecision.Hold>(Next(33, Opened(), Paged(1, 1, 0), Acknowledged(Ana, 3), Told(3), new NoteAdded(Ana, "on it") { At = Noon.AddMinutes(20) }));

    [Fact]
    public void Next_Mitigated_PagesNobody() =>
        Assert.IsType<PagingDecision.Hold>(Next(60, Opened(), Paged(1, 1, 0), new IncidentMitigated("OK") { At = Noon.AddMinutes(3) }, Told(3)));

    [Fact]
    public void Next_Resolved_Finishes() =>
        Assert.IsType<PagingDecision.Finish>(Next(60, Opened(), Paged(1, 1, 0), new IncidentResolved(Ana, "") { At = Noon.AddMinutes(3) }, Told(3)));

    [Fact]
    public void Next_NewerGeneration_Finishes() =>
        Assert.IsType<PagingDecision.Finish>(Next(0, Opened(), new LifecycleRevived(2, "died") { At = Noon }));

    [Fact]
    public void Next_PagedDirectly_LeavesSnsOutOfTheFirstLevel()
    {
        var page = Assert.IsType<PagingDecision.Page>(Next(1, Opened(), new PagedDirectly("no workflows") { At = Noon }));

        Assert.Equal([Channel.PagerDuty, Channel.Slack], page.Channels.AsEnumerable());
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("relapsed")]
    [InlineData("raised")]
    public void Next_PagedDirectlyLongAgo_PagesOverSnsAgain(string since)
    {
        IncidentEvent[] events = since switch
        {
            "expired" => [Acknowledged(Ana, 3)],
            "relapsed" => [new IncidentMitigated("OK") { At = Noon }, new IncidentRelapsed("ALARM") { At = Noon }],
            _ => [new SeverityRaised(SeverityLevel.Sev2, SeverityLevel.Sev1, "worse") { At = Noon }],
        };

        var page = Assert.IsType<PagingDecision.Page>(Next(40, [Opened(), new PagedDirectly("no workflows") { At = Noon }, .. events]));

        Assert.Contains(Channel.Sns, page.Channels);
    }

    [Fact]
    public void Next_PagerDutyOwnsEscalation_IsNotTriggeredAgainInTheRound()
    {
        var page = Assert.IsType<PagingDecision.Page>(Next(5, Opened(), Paged(1, 1, 0, ToPagerDuty())));

        Assert.DoesNotContain(Channel.PagerDuty, page.Channels);
    }

    [Fact]
    public void Next_PagerDutyDidNotTakeTheTrigger_IsTriggeredWithTheNextLevel()
    {
        var page = Assert.IsType<PagingDecision.Page>(Next(5, Opened(), Paged(1, 1, 0, ToPagerDuty(delivered: false))));

        Assert.Contains(Channel.PagerDuty, page.Channels);
    }

    [Fact]
    public void Next_OurLevelsDrivePagerDuty_IsTriggeredEachTime()
    {
        var ours = Rules with { Channels = Rules.Channels with { PagerDuty = new PagerDutyChannel("routing-key", OwnsEscalation: false) } };

        var page = Assert.IsType<PagingDecision.Page>(Next(ours, 5, Opened(), Paged(1, 1, 0, ToPagerDuty())));

        Assert.Contains(Channel.PagerDuty, page.Channels);
    }

    [Fact]
    public void Next_AcknowledgedElsewhere_PagerDutyIsTold()
    {
        var tell = Assert.IsType<PagingDecision.TellPagerDuty>(Next(3, Opened(), Paged(1, 1, 0, ToPagerDuty()), Acknowledged(Ana, 3)));

        Assert.Equal((PagerDutyStatus.Acknowledge, 1), (tell.Status, tell.Triggers));
    }

    [Fact]
    public void Next_ResolvedAfterTwoRounds_BothAreResolvedInPagerDuty()
    {
        var tell = Assert.IsType<PagingDecision.TellPagerDuty>(Next(
            50,
            Opened(),
            Paged(1, 1, 0, ToPagerDuty()),
            Acknowledged(Ana, 3),
            new AcknowledgementExpired(Ana) { At = Noon.AddMinutes(33) },
            Paged(2, 1, 33, ToPagerDuty()),
            new IncidentResolved(Ana, "") { At = Noon.AddMinutes(49) }));

        Assert.Equal((PagerDutyStatus.Resolve, 2), (tell.Status, tell.Triggers));
    }

    [Fact]
    public void Next_PagerDutyDidNotHear_IsToldAgainAfterAPauseAndPagingGoesOn()
    {
        IncidentEvent[] events =
        [
            Opened(),
            Paged(1, 1, 0, ToPagerDuty()),
            new IncidentResolved(Ana, "") { At = Noon.AddMinutes(3) },
            Told(3),
            new PagerDutyUpdated(PagerDutyStatus.Resolve, [ToPagerDuty(delivered: false)]) { At = Noon.AddMinutes(3) },
        ];

        Assert.Equal(300, Assert.IsType<PagingDecision.Hold>(Next(3, events)).Wait.Seconds);
        Assert.IsType<PagingDecision.TellPagerDuty>(Next(8, events));
    }

    [Fact]
    public void Next_PagerDutyNeverHears_IsGivenUpInTheEnd()
    {
        IEnumerable<IncidentEvent> events = [Opened(), Paged(1, 1, 0, ToPagerDuty()), new IncidentResolved(Ana, "") { At = Noon }, Told(3)];
        for (var tries = 0; tries < 12; tries++)
        {
            events = events.Append(new PagerDutyUpdated(PagerDutyStatus.Resolve, [ToPagerDuty(delivered: false)]) { At = Noon.AddMinutes(5 * tries) });
        }

        Assert.IsType<PagingDecision.Finish>(Next(600, [.. events]));
    }

    [Fact]
    public void WaitAfterSending_SomethingIsDueAlready_ComesBackAtOnce()
    {
        var incident = IncidentFold.Of([Opened(), Paged(1, 1, 0), new EscalationRequested(Ana) { At = Noon }])!;

        Assert.Equal(1, PagingRules.WaitAfterSending(incident, 1, Rules, Noon)!.Seconds);
    }

    /// <summary>People know of everything up to this version.</summary>
    private static PeopleInformed Told(int upTo) => new(upTo, []) { At = Noon.AddMinutes(4) };

    private static PagingDecision Next(double minute, params IncidentEvent[] events) => Next(Rules, minute, events);

    private static PagingDecision Next(IncidentPolicy policy, double minute, params IncidentEvent[] events) =>
        PagingRules.Next(IncidentFold.Of(events)!, 1, policy, Noon.AddMinutes(minute));

    private static (int Round, int Level) Level(PagingDecision decision)
    {
        var page = Assert.IsType<PagingDecision.Page>(decision);
        return (page.Round, page.Level);
    }
}
