using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Incidents;
using IncidentServerless.Domain.Tests.Messages;
using IncidentServerless.Domain.Tickets;
using IncidentServerless.Domain.Updates;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Tickets;

/// <summary>Runbook 1: SEV3 is a ticket.</summary>
public sealed class TicketTests
{
    private static readonly IncidentPolicy Rules = Sample.Rules with { Tickets = new TicketsPolicy([SeverityLevel.Sev3]) };

    [Fact]
    public void Ticket_OfAnIncidentFromItsOpeningToItsEnd_SaysHowItStands()
    {
        Assert.Equal("open, SEV3", Ticket.Of(IncidentFold.Of([Opened(SeverityLevel.Sev3)])!, Rules));
        Assert.Equal("open, SEV2", Ticket.Of(IncidentFold.Of([Opened(SeverityLevel.Sev3), Said("open, SEV3"), new SeverityRaised(SeverityLevel.Sev3, SeverityLevel.Sev2, "worse") { At = Noon }])!, Rules));
        Assert.Equal("resolved", Ticket.Of(IncidentFold.Of([Opened(SeverityLevel.Sev3), Said("open, SEV3"), new IncidentResolved(null, "quiet") { At = Noon }])!, Rules));
    }

    [Fact]
    public void Ticket_OfASeverityWithoutOne_IsNone() => Assert.Null(Ticket.Of(IncidentFold.Of([Opened(SeverityLevel.Sev1)])!, Rules));

    [Fact]
    public void Ticket_OfAnIncidentThatEndedBeforeItWasMade_IsNone() => Assert.Null(Ticket.Of(IncidentFold.Of([Opened(SeverityLevel.Sev3), new IncidentResolved(null, "quiet") { At = Noon }])!, Rules));

    [Fact]
    public void Ticket_OfASeverityWithoutUpdates_IsMadeAtOnceAndNobodyElseIsTold() =>
        Assert.Equal(new UpdateDecision.Tell(null, null) { Ticket = "open, SEV3" }, UpdateRules.Next(IncidentFold.Of([Opened(SeverityLevel.Sev3)])!, 1, Rules, Noon));

    [Fact]
    public void Ticket_ThatWasNotMade_IsTriedAgainAfterFiveMinutes()
    {
        var incident = IncidentFold.Of([Opened(SeverityLevel.Sev3), new TicketUpdated("open, SEV3", new Delivery(Channel.Ticket, null, false, "Ssm.InternalServerErrorException")) { At = Noon }])!;

        Assert.Equal(120, Assert.IsType<UpdateDecision.Hold>(UpdateRules.Next(incident, 1, Rules, Noon.AddMinutes(3))).Wait.Seconds);
        Assert.IsType<UpdateDecision.Tell>(UpdateRules.Next(incident, 1, Rules, Noon.AddMinutes(5)));
    }

    [Fact]
    public void Ticket_Recorded_KeepsItsNumberAndIsRecordedOnce()
    {
        var told = new RecordUpdate { IncidentId = Id, At = Noon, CommandId = "1", Generation = 1, Ticket = "open, SEV3", DecidedAt = Noon, Deliveries = [[], [new Delivery(Channel.Ticket, "oi-1", true, null)]] };

        var outcome = Given.Events(Opened(SeverityLevel.Sev3)).Under(Rules).When(told).Then(Said("open, SEV3"));
        Assert.Equal("oi-1", Ticket.Call(outcome.After).Number);
        Given.Events(Opened(SeverityLevel.Sev3), Said("open, SEV3")).Under(Rules).When(told).ThenNothing();
    }

    [Fact]
    public void Call_OfAnyIncident_StaysWithinTheLimitsAndNamesTheIncident() => Hostile.Text.Sample(text =>
    {
        var call = Ticket.Call(IncidentFold.Of([Opened(SeverityLevel.Sev3) with { Title = text + new string('x', 2000), Reason = text, Description = text + new string('y', 3000) }])!);

        Assert.InRange(call.Title.Length, 1, 1024);
        Assert.InRange(call.Description.Length, 1, 1024);
        Assert.EndsWith($"({Id})", call.Title);
        Assert.Equal(("3", false), (call.Severity, call.Ends));
    });

    private static TicketUpdated Said(string status) => new(status, new Delivery(Channel.Ticket, "oi-1", true, null)) { At = Noon };
}
