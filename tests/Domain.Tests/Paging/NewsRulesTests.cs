using System.Collections.Immutable;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using static IncidentServerless.Domain.Tests.Incidents.Remediating;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Paging;

/// <summary>News is told after the page and never instead of one.</summary>
public sealed class NewsRulesTests
{
    private static readonly PageSent Told = Paged(1, 1, 1.5);

    [Fact]
    public void Next_NewsBeforeThePage_PagesFirst()
    {
        var page = Assert.IsType<PagingDecision.Page>(Next(1, [.. Awaiting()]));

        Assert.Equal((1, 1), (page.Round, page.Level));
    }

    [Fact]
    public void Next_NewsAfterThePage_IsTold()
    {
        var inform = Assert.IsType<PagingDecision.Inform>(Next(2, [.. Awaiting(), Told]));

        Assert.Equal(5, inform.UpTo);
        Assert.Equal([Channel.Sns, Channel.Slack], inform.Channels.AsEnumerable());
        Assert.Equal(["ana", "bo"], inform.People.AsEnumerable());
    }

    [Fact]
    public void Next_NewsWhenALevelIsDue_PagesIt() => Assert.Equal(2, Assert.IsType<PagingDecision.Page>(Next(7, [.. Awaiting(), Told])).Level);

    [Fact]
    public void Next_NewsTold_HoldsAndWaitsForMore()
    {
        var hold = Assert.IsType<PagingDecision.Hold>(Next(2, [.. Awaiting(), Told, new PeopleInformed(5, []) { At = At(2) }]));

        Assert.Contains(Topic.News, hold.Wait.Topics);
        Assert.Equal(270, hold.Wait.Seconds);
    }

    [Fact]
    public void Next_MoreNewsWhileItWasTold_IsToldToo() =>
        Assert.Equal(7, Assert.IsType<PagingDecision.Inform>(Next(3, [.. Awaiting(), Told, Skipped(Throttle, "it may not", 2), new PeopleInformed(5, []) { At = At(2) }])).UpTo);

    [Fact]
    public void Next_NotWorthTelling_IsOnTheTimelineAlone() =>
        Assert.IsType<PagingDecision.Hold>(Next(2, Opened(), Started(), Made(Diagnosed() with { WorthTelling = false, Confidence = Confidence.Low }), Told));

    [Fact]
    public void Next_NothingToDecide_LeavesPeopleOut() => Assert.Empty(People(3, [.. Awaiting(), Told, Skipped(Throttle, "it may not", 2)]));

    [Fact]
    public void Next_Announced_TellsWhoMayRefuse() => Assert.Equal(["ana", "bo"], People(2, [.. Announced(), Told]));

    [Fact]
    public void Next_InPlaceAndCanBeUndone_TellsWhoMayUndo() =>
        Assert.Equal(["ana", "bo"], People(14, [.. InPlace(), Acknowledged(Ana, 4), new ActionVerified("a1", Throttle, Verdict.Helped, "It fell.", true) { At = At(14) }]));

    [Fact]
    public void Next_InPlaceAndCannotBeUndone_LeavesPeopleOut() =>
        Assert.Empty(People(14, [.. InPlace(Cancel), Acknowledged(Ana, 4), new ActionVerified("a1", Cancel, Verdict.Helped, "It is gone.", true) { At = At(14) }]));

    [Fact]
    public void Next_CouldNotBeUndone_TellsWhoeverMayTryAgain() =>
        Assert.Equal(["ana", "bo"], People(21, [.. Undoing(), Acknowledged(Ana, 20), new UndoFailed("a1", Throttle, "Throttled") { At = At(21) }]));

    [Fact]
    public void Next_SlackNotConfigured_IsLeftOut()
    {
        var policy = Asking with { Channels = Asking.Channels with { Slack = null } };

        Assert.Equal([Channel.Sns], Assert.IsType<PagingDecision.Inform>(PagingRules.Next(Of([.. Awaiting(), Told]), 1, policy, At(2))).Channels.AsEnumerable());
    }

    [Fact]
    public void Next_OverWhileSomethingIsUndone_WaitsAnHourForItsEnd()
    {
        ImmutableArray<IncidentEvent> over = [.. Undoing(), Told, new IncidentResolved(Ana, "") { At = At(21) }, new PeopleInformed(Undoing().Length + 2, []) { At = At(21) }];

        var hold = Assert.IsType<PagingDecision.Hold>(Next(22, [.. over]));
        Assert.Equal([Topic.News], hold.Wait.Topics.AsEnumerable());
        Assert.Equal(59 * 60, hold.Wait.Seconds);
        Assert.IsType<PagingDecision.Finish>(Next(81, [.. over]));
        Assert.IsType<PagingDecision.Inform>(Next(23, [.. over, new UndoFailed("a1", Throttle, "Throttled") { At = At(23) }]));
    }

    [Fact]
    public void Next_OverAndTheUndoingIsTold_Finishes()
    {
        ImmutableArray<IncidentEvent> undone = [.. Undoing(), new IncidentResolved(Ana, "") { At = At(21) }, new ActionUndone("a1", Throttle, Free) { At = At(23) }];

        Assert.IsType<PagingDecision.Inform>(Next(23, [.. undone]));
        Assert.IsType<PagingDecision.Finish>(Next(24, [.. undone, new PeopleInformed(undone.Length, []) { At = At(23) }]));
    }

    [Fact]
    public void Next_OverWithNothingApplied_IsToldWithTheEndAndFinishes()
    {
        IncidentEvent[] over = [.. Awaiting(), Told, new IncidentResolved(Ana, "") { At = At(2) }];

        Assert.IsType<PagingDecision.Inform>(Next(3, over));
        Assert.IsType<PagingDecision.Finish>(Next(3, [.. over, new PeopleInformed(over.Length, []) { At = At(3) }]));
    }

    [Fact]
    public void Next_PagerDutyOwed_IsToldBeforeNews() =>
        Assert.IsType<PagingDecision.TellPagerDuty>(Next(4, [.. Awaiting(), Paged(1, 1, 1.5, ToPagerDuty()), Acknowledged(Ana, 3)]));

    [Fact]
    public void RecordPage_ThatInformed_IsRecordedOnceAndNoPage()
    {
        var record = new RecordPage
        {
            IncidentId = Id, At = At(3), CommandId = "p", Generation = 1, Round = 1, Level = 0, DecidedAt = At(2), Informs = 5, Deliveries = [[new Delivery(Channel.Sns, "ana", true, null)], []],
        };
        var informed = new PeopleInformed(5, [new Delivery(Channel.Sns, "ana", true, null)]) { At = At(2) };

        var outcome = Incidents.Given.Events([.. Awaiting(), Told]).Under(Asking).When(record).Then(informed);
        Assert.Equal((5, 1), (outcome.After.InformedVersion, outcome.After.Paging.Level));
        Incidents.Given.Events([.. Awaiting(), Told, informed]).Under(Asking).When(record).ThenNothing();
    }

    private static Incident Of(IncidentEvent[] events) => IncidentFold.Of(events)!;

    private static PagingDecision Next(double minute, params IncidentEvent[] events) => PagingRules.Next(Of(events), 1, Asking, At(minute));

    private static IEnumerable<string> People(double minute, params IncidentEvent[] events) => Assert.IsType<PagingDecision.Inform>(Next(minute, events)).People;
}
