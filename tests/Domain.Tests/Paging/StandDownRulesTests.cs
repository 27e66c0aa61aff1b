using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Paging;

/// <summary>Whoever was paged is told when they need do nothing more.</summary>
public sealed class StandDownRulesTests
{
    private static readonly PageSent Page = Paged(1, 1, 0, new Delivery(Channel.Sns, null, true, null), new Delivery(Channel.Sns, "ana", true, null));

    [Fact]
    public void Next_SomebodyTookIt_TellsThePageTopicAndWhoeverWasPaged()
    {
        var inform = Assert.IsType<PagingDecision.Inform>(Next(3, Opened(), Page, Acknowledged(Ana, 3)));

        Assert.Equal([Channel.Sns], inform.Channels.AsEnumerable());
        Assert.Equal(["ana"], inform.People.AsEnumerable());
        Assert.Equal(3, inform.UpTo);
    }

    [Fact]
    public void Next_Recovered_TellsThem() => Assert.IsType<PagingDecision.Inform>(Next(3, Opened(), Page, new IncidentMitigated("OK") { At = Noon.AddMinutes(3) }));

    [Fact]
    public void Next_Over_TellsThemOnceAndFinishes()
    {
        IncidentEvent[] over = [Opened(), Page, Acknowledged(Ana, 3), new PeopleInformed(3, []) { At = Noon.AddMinutes(3) }, new IncidentResolved(Ana, "") { At = Noon.AddMinutes(9) }];

        Assert.Equal(5, Assert.IsType<PagingDecision.Inform>(Next(9, over)).UpTo);
        Assert.IsType<PagingDecision.Finish>(Next(9, [.. over, new PeopleInformed(5, []) { At = Noon.AddMinutes(9) }]));
    }

    [Fact]
    public void Next_RecoveredAndOverByItself_IsToldOnce() => Assert.IsType<PagingDecision.Finish>(Next(
        18,
        Opened(),
        Page,
        new IncidentMitigated("OK") { At = Noon.AddMinutes(3) },
        new PeopleInformed(3, []) { At = Noon.AddMinutes(3) },
        new IncidentResolved(null, "quiet") { At = Noon.AddMinutes(18) }));

    [Fact]
    public void Next_TakenBeforeAnybodyWasPaged_TellsNobody() =>
        Assert.IsType<PagingDecision.Hold>(Next(1, Opened(), Acknowledged(Ana, 0)));

    [Fact]
    public void Next_TakenButTheNextLevelIsAskedFor_PagesIt() =>
        Assert.IsType<PagingDecision.Page>(Next(3, Opened(), Page, Acknowledged(Ana, 3), new EscalationRequested(Ana) { At = Noon.AddMinutes(3) }));

    [Fact]
    public void Next_RecoveredAndFiringAgain_PagesAndSaysNothingOfTheRecovery() =>
        Assert.IsType<PagingDecision.Page>(Next(5, Opened(), Page, new IncidentMitigated("OK") { At = Noon.AddMinutes(3) }, new IncidentRelapsed("ALARM") { At = Noon.AddMinutes(4) }));

    [Fact]
    public void Next_SomebodyElseTakesItOver_IsToldAtOnce()
    {
        IncidentEvent[] taken = [Opened(), Page, Acknowledged(Ana, 3), new PeopleInformed(3, []) { At = Noon.AddMinutes(3) }];

        Assert.Contains(Topic.Acknowledged, Assert.IsType<PagingDecision.Hold>(Next(4, taken)).Wait.Topics);
        Assert.IsType<PagingDecision.Inform>(Next(6, [.. taken, Acknowledged(Ana with { Name = "Bo" }, 6)]));
    }

    [Fact]
    public void Next_NewsOfARunbook_ReachesWhoeverWasPagedToo()
    {
        var inform = Assert.IsType<PagingDecision.Inform>(Next(3, Opened(), Page, new RunbookFailed("general", "died") { At = Noon.AddMinutes(2) }));

        Assert.Contains(Channel.Slack, inform.Channels);
        Assert.Equal(["ana"], inform.People.AsEnumerable());
    }

    [Fact]
    public void Next_AlertAsBadJoinsWhatSomebodyTook_IsTold()
    {
        IncidentEvent[] taken = [Opened(), Page, Acknowledged(Ana, 3), new PeopleInformed(3, []) { At = Noon.AddMinutes(3) }];

        Assert.IsType<PagingDecision.Inform>(Next(5, [.. taken, new AlertJoined("Database down", "db", "of the same tenant") { At = Noon.AddMinutes(5), IsNews = true }]));
        Assert.IsType<PagingDecision.Hold>(Next(5, [.. taken, new AlertJoined("Disk filling", "disk", "of the same tenant") { At = Noon.AddMinutes(5) }]));
    }

    [Fact]
    public void Reopened_NobodyOfTheLifeBefore_CountsAsPaged() =>
        Assert.Empty(IncidentFold.Of([Opened(), Page, new IncidentResolved(Ana, "") { At = Noon.AddMinutes(9) }, new IncidentReopened(2, "again") { At = Noon.AddMinutes(12) }])!.Paging.People);

    private static PagingDecision Next(double minute, params IncidentEvent[] events) => PagingRules.Next(IncidentFold.Of(events)!, 1, Rules, Noon.AddMinutes(minute));
}
