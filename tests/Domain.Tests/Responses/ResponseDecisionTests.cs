using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Responses;

public class ResponseDecisionTests
{
    private static readonly IncidentAcknowledged AnaTookIt = new(Samples.Ana) { At = Samples.At(3) };

    [Theory]
    [InlineData(LinkScope.Broadcast, ResponseAction.Acknowledge, true)]
    [InlineData(LinkScope.Broadcast, ResponseAction.Note, true)]
    [InlineData(LinkScope.Broadcast, ResponseAction.Escalate, false)]
    [InlineData(LinkScope.Broadcast, ResponseAction.Resolve, false)]
    [InlineData(LinkScope.Personal, ResponseAction.Acknowledge, true)]
    [InlineData(LinkScope.Personal, ResponseAction.Note, true)]
    [InlineData(LinkScope.Personal, ResponseAction.Escalate, true)]
    [InlineData(LinkScope.Personal, ResponseAction.Resolve, true)]
    public void Link_OfAScope_AllowsWhatItProves(LinkScope scope, ResponseAction action, bool allowed)
    {
        var decision = Decide(scope == LinkScope.Broadcast ? Links.Topic : Links.Bo, Deed(action));
        Assert.Equal(allowed ? null : 403, (decision as DeedRefused)?.Status);
    }

    [Fact]
    public void Acknowledge_ByBroadcastLink_IsAClaimedName() => Assert.Equal(
        new Actor("Ana", "link in the page topic", Proven: false),
        Assert.IsType<Acknowledge>(Accepted(Decide(Links.Topic, Deed(ResponseAction.Acknowledge)))).By);

    [Fact]
    public void Resolve_ByPersonalLink_IsAProvenNameWhateverTheFormSays()
    {
        var resolve = Assert.IsType<Resolve>(Accepted(Decide(Links.Bo, Deed(ResponseAction.Resolve) with { Name = "Mallory", Text = "Rolled back." })));
        Assert.Equal(Samples.Bo, resolve.By);
        Assert.Equal("Rolled back.", resolve.Reason);
        Assert.Equal(Samples.At(5), resolve.At);
    }

    [Fact]
    public void Acknowledge_WithoutAName_IsAskedForOne() =>
        Refused(400, "Write your name, so that the others know who it is.", Decide(Links.Topic, Deed(ResponseAction.Acknowledge) with { Name = null }));

    [Fact]
    public void Acknowledge_ExpiredLink_IsRefused() => Refused(
        410,
        "This link worked until 2026-11-26 02:04 UTC. Use the link of a newer message.",
        ResponseDecision.Decide(Links.Topic, "token", Deed(ResponseAction.Acknowledge), Links.View(Links.Topic, 5).Incident, [], Links.Expiry));

    [Fact]
    public void Acknowledge_LinkOfAnotherIncident_IsRefused() => Refused(
        403,
        "This link is for incident INC-20261123-ZZZZZZZZ, not for INC-20261123-AB12CD34.",
        Decide(Links.Topic with { IncidentId = "INC-20261123-ZZZZZZZZ" }, Deed(ResponseAction.Acknowledge)));

    [Fact]
    public void Acknowledge_TakenBySomebodyElse_NamesThem() => Refused(
        409,
        "Ana (name not verified) took it at 02:07 UTC, so nothing was changed. If you want to take it over, do so on this page as it is now.",
        Decide(Links.Bo, Deed(ResponseAction.Acknowledge), AnaTookIt));

    [Fact]
    public void Acknowledge_SawWhoHasIt_TakesItOver()
    {
        var acknowledge = Assert.IsType<Acknowledge>(Accepted(Decide(Links.Bo, Deed(ResponseAction.Acknowledge) with { Seen = 2 }, AnaTookIt)));
        Assert.Equal((Samples.Bo, 2), (acknowledge.By, acknowledge.Seen));
    }

    [Fact]
    public void Acknowledge_OvertakenByAMoment_IsToldSo()
    {
        var command = new Acknowledge { IncidentId = Links.Bo.IncidentId, At = Samples.At(5), CommandId = "respond-1", By = Samples.Bo, Seen = 1 };
        Refused(
            409,
            "Ana (name not verified) took it at 02:07 UTC, a moment before you. Nothing was changed.",
            ResponseDecision.Overtaken(command, Links.View(Links.Bo, 5, AnaTookIt).Incident, Samples.At(5))!);
        Assert.Null(ResponseDecision.Overtaken(command with { By = Samples.Ana }, Links.View(Links.Bo, 5, AnaTookIt).Incident, Samples.At(5)));
    }

    [Fact]
    public void Acknowledge_ClickedTwice_IsOneCommand()
    {
        var first = Accepted(Decide(Links.Topic, Deed(ResponseAction.Acknowledge)));
        var second = Accepted(Decide(Links.Topic, Deed(ResponseAction.Acknowledge), AnaTookIt));
        Assert.Equal(first.CommandId, second.CommandId);
    }

    [Fact]
    public void Note_TwoTextsOnOnePage_AreTwoCommands()
    {
        var first = Accepted(Decide(Links.Topic, Deed(ResponseAction.Note) with { Text = "one" }));
        var second = Accepted(Decide(Links.Topic, Deed(ResponseAction.Note) with { Text = "two" }));
        Assert.NotEqual(first.CommandId, second.CommandId);
    }

    [Fact]
    public void Acknowledge_TwoPeopleWithOneLink_AreTwoCommands() => Assert.NotEqual(
        Accepted(Decide(Links.Topic, Deed(ResponseAction.Acknowledge))).CommandId,
        Accepted(Decide(Links.Topic, Deed(ResponseAction.Acknowledge) with { Name = "Cleo" })).CommandId);

    [Fact]
    public void Escalate_TakenAfterThePageWasOpened_AsksAgain() => Refused(
        409,
        "Ana (name not verified) took it at 02:07 UTC, so nothing was changed. If the next level is needed all the same, ask for it on this page as it is now.",
        Decide(Links.Bo, Deed(ResponseAction.Escalate), AnaTookIt));

    [Fact]
    public void Escalate_TakenBeforeThePageWasOpened_IsMeant() =>
        Assert.IsType<Escalate>(Accepted(Decide(Links.Bo, Deed(ResponseAction.Escalate) with { Seen = 2 }, AnaTookIt)));

    [Fact]
    public void Escalate_AskedForAfterThePageWasOpened_WakesNobodyMore() => Refused(
        409,
        "The next level was asked for already after what you saw of it, so nothing was changed. If yet another is needed, ask for it on this page as it is now.",
        Decide(Links.Bo, Deed(ResponseAction.Escalate), new EscalationRequested(Samples.Ana) { At = Samples.At(3) }));

    [Fact]
    public void Resolve_GotWorseMeanwhile_AsksAgain() => Assert.Equal(409, Assert.IsType<DeedRefused>(Decide(
        Links.Bo, Deed(ResponseAction.Resolve), new IncidentMitigated("OK") { At = Samples.At(3) }, new IncidentRelapsed("ALARM") { At = Samples.At(4) })).Status);

    [Fact]
    public void Resolve_ClickedTwice_IsOneCommand()
    {
        var second = Decide(Links.Bo, Deed(ResponseAction.Resolve), new IncidentResolved(Samples.Bo, "") { At = Samples.At(4) });
        Assert.Equal(Accepted(Decide(Links.Bo, Deed(ResponseAction.Resolve))).CommandId, Accepted(second).CommandId);
    }

    [Theory]
    [InlineData(ResponseAction.Acknowledge)]
    [InlineData(ResponseAction.Escalate)]
    [InlineData(ResponseAction.Resolve)]
    public void Deed_IncidentIsOver_IsRefused(ResponseAction action) => Refused(
        409,
        "The incident is over already, so nothing was changed.",
        Decide(Links.Bo, Deed(action) with { Seen = 3 }, new IncidentResolved(null, "") { At = Samples.At(3) }, new IncidentClosed { At = Samples.At(4) }));

    [Fact]
    public void Note_IncidentIsOver_IsKeptForThePostMortem() => Assert.IsType<AddNote>(Accepted(Decide(
        Links.Topic, Deed(ResponseAction.Note), new IncidentResolved(null, "") { At = Samples.At(3) })));

    private static ResponseDecision Decide(LinkClaims claims, ResponseDeed deed, params IncidentEvent[] events) =>
        ResponseDecision.Decide(claims, "token", deed, Links.View(claims, 5, events).Incident, ["bo"], Samples.At(5));

    private static ResponseDeed Deed(ResponseAction action) =>
        new(action, "Ana", action == ResponseAction.Note ? "a note" : null, 1, ResponseForm.Once(1, action));

    private static IncidentCommand Accepted(ResponseDecision decision) => Assert.IsType<DeedAccepted>(decision).Command;

    private static void Refused(int status, string sentence, ResponseDecision decision)
    {
        var refused = Assert.IsType<DeedRefused>(decision);
        Assert.Equal((status, sentence), (refused.Status, refused.Sentence));
    }
}
