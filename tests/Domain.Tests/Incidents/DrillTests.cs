using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Updates;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Incidents;

/// <summary>A drill goes the way of a real page, and nobody but those who are paged hears of it.</summary>
public sealed class DrillTests
{
    private static readonly IncidentOpened Asked = Opened(SeverityLevel.Sev1) with { Type = IncidentType.Drill, Route = "drill" };
    private static readonly PageSent PagedAll = Paged(1, 1, 0, new Delivery(Channel.Sns, null, true, null));
    private static readonly PageSent PagedButSlack = Paged(1, 1, 0, new Delivery(Channel.Sns, null, true, null), new Delivery(Channel.Slack, null, false, "channel_not_found"));

    [Fact]
    public void Acknowledge_Drill_EndsItAndSaysHowLongItTook() =>
        Given.Events(Asked, PagedAll)
            .When(new Acknowledge { IncidentId = Id, At = Noon.AddMinutes(2), CommandId = "1", By = Ana })
            .Then(Acknowledged(Ana, 2), Ended("page taken by Ana after 2 min. No channel that was tried refused it.", 2));

    [Fact]
    public void Acknowledge_DrillWithABrokenChannel_NamesItAllTheSame() =>
        Given.Events(Asked, PagedButSlack, PagedButSlack with { Level = 2, At = Noon.AddMinutes(5) })
            .When(new Acknowledge { IncidentId = Id, At = Noon.AddMinutes(7), CommandId = "1", By = Ben })
            .Then(Acknowledged(Ben, 7), Ended("page taken by Ben (name not verified) after 7 min. Slack refused it: channel_not_found.", 7));

    [Fact]
    public void Review_DrillThatNobodyTookWithinTheHour_EndsByItself() =>
        Given.Events(Asked, PagedButSlack)
            .When(Review(minute: 60))
            .Then(Ended("nobody took the page within 1 h. Slack refused it: channel_not_found.", 60));

    [Fact]
    public void Review_DrillWithTimeLeft_WaitsForTheRest()
    {
        var outcome = Given.Events(Asked, PagedAll).When(Review(minute: 59)).ThenNothing();

        Assert.Equal(60, outcome.Answer.Wait!.Seconds);
        Assert.Null(outcome.Answer.Runbook);
        Assert.False(outcome.Answer.Aftermath);
    }

    [Fact]
    public void Review_DrillOfALongResponseTime_LastsAsLong()
    {
        var slow = Rules with { Severities = Rules.Severities.ToDictionary(row => row.Key, row => row.Value with { RespondWithin = TimeSpan.FromHours(4) }) };

        Given.Events(Asked, PagedAll).Under(slow).When(Review(minute: 239)).ThenNothing();
        Given.Events(Asked, PagedAll).Under(slow).When(Review(minute: 240)).Then(Ended("nobody took the page within 4 h. No channel that was tried refused it.", 240));
    }

    [Fact]
    public void Paging_DrillIsOver_TellsPeopleOnceHowItWent()
    {
        var over = Given.Events(Asked, PagedAll, Ended("nobody took the page within 1 h.", 60)).State;
        var told = IncidentFold.Apply(over, new PeopleInformed(over.Version, []) { At = Noon.AddMinutes(60) });

        Assert.Equal(over.Version, Assert.IsType<PagingDecision.Inform>(PagingRules.Next(over, 1, Rules, Noon.AddMinutes(60))).UpTo);
        Assert.IsType<PagingDecision.Finish>(PagingRules.Next(told, 1, Rules, Noon.AddMinutes(60)));
    }

    [Fact]
    public void Followers_OfADrill_HearNothing()
    {
        var everything = Rules with { Tickets = new TicketsPolicy([SeverityLevel.Sev1]), Updates = new UpdatesPolicy(new Dictionary<SeverityLevel, UpdateRow> { [SeverityLevel.Sev1] = new(TimeSpan.FromMinutes(30)) }) };
        var drill = Given.Events(Asked, PagedAll).State;
        var over = Given.Events(Asked, PagedAll, Ended("nobody took the page within 1 h.", 60)).State;

        Assert.IsType<UpdateDecision.Finish>(UpdateRules.Next(drill, 1, everything, Noon));
        Assert.IsType<AftermathDecision.Finish>(AftermathRules.Next(over, 1, everything with { Aftermath = AftermathPolicy.Default with { Severities = [SeverityLevel.Sev1] } }, Noon.AddDays(2)));
    }

    private static IncidentResolved Ended(string how, double minute) => new(null, $"Drill: {how}") { At = Noon.AddMinutes(minute), Drill = true };

    private static ReviewIncident Review(double minute) => new() { IncidentId = Id, At = Noon.AddMinutes(minute), CommandId = $"review-{minute}", Generation = 1 };
}
