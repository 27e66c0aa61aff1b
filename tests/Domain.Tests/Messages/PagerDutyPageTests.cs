using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Messages;

public class PagerDutyPageTests
{
    [Fact]
    public void Trigger_FirstRound_SaysEverything() => Snapshot.Match(Readable.Json(PagerDutyPage.Trigger(Samples.Page()).Body));

    [Fact]
    public void Trigger_PagerDutyTookOneBefore_HasItsOwnKey()
    {
        var page = Samples.Page();
        var told = page.Incident.Paging with { PagerDuty = new PagerDutyTold(Round: 1, Triggers: 1, PagerDutyStatus.Acknowledge) };

        var body = PagerDutyPage.Trigger(page with { Incident = page.Incident with { Paging = told } }).Body;

        Assert.Equal("INC-20261123-AB12CD34/r2", (string?)body["dedup_key"]);
    }

    [Fact]
    public void Trigger_WithoutLinks_HasNoClientUrl()
    {
        var body = PagerDutyPage.Trigger(Samples.Page() with { Links = PageLinks.None, ExecutionArn = null }).Body;
        Assert.False(body.ContainsKey("client_url"));
        Assert.Equal(["Alarm"], body["links"]!.AsArray().Select(link => (string?)link!["text"]));
    }

    [Fact]
    public void AcknowledgeAndResolve_ThreeRounds_TellEachRound() => Snapshot.Match(Readable.Json(new JsonArray(
    [
        .. PagerDutyPage.Acknowledge("INC-20261123-AB12CD34", 3).Concat(PagerDutyPage.Resolve("INC-20261123-AB12CD34", 3)).Select(message => message.Body),
    ])));
}
