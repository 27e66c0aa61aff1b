using System.Security.Cryptography;
using System.Text;
using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Responses.Webhooks;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Responses.Webhooks;

public sealed class PagerDutyWebhookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Signature_OfTheSecret_IsGenuineAlsoBesideAnother()
    {
        var good = Sign("secret", "body");

        Assert.True(PagerDutyWebhook.IsGenuine(good, "secret", "body"));
        Assert.True(PagerDutyWebhook.IsGenuine($"{Sign("old secret", "body")},{good}", "secret", "body"));
        Assert.True(PagerDutyWebhook.IsGenuine($"{Sign("old secret", "body")}, {good.ToUpperInvariant().Replace("V1", "v1")}", "secret", "body"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v1=")]
    [InlineData("v1=zz")]
    [InlineData("v0=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd")]
    [InlineData("v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd")]
    public void Signature_MissingMalformedOrOfAnother_IsNot(string? header) => Assert.False(PagerDutyWebhook.IsGenuine(header, "secret", "body"));

    [Fact]
    public void Signature_OfAnAlteredBody_IsNotGenuine() => Assert.False(PagerDutyWebhook.IsGenuine(Sign("secret", "body"), "secret", "Body"));

    [Fact]
    public void Signature_AnyText_NeverThrows() => Hostile.Text.Sample(header => Assert.False(PagerDutyWebhook.IsGenuine(header, "secret", "body")));

    [Fact]
    public void Event_WithHalfACharacter_IsReadAllTheSame() => Assert.IsType<Acknowledge>(PagerDutyWebhook.Read(Body().Replace("Cora Hale", "Cora \\ud83d", StringComparison.Ordinal), Now)?.Command);

    [Fact]
    public void Acknowledgement_OfAPerson_IsTheirs()
    {
        var command = Assert.IsType<Acknowledge>(PagerDutyWebhook.Read(Body(), Now)?.Command);

        Assert.Equal(("INC-20260302-HTN2VM5Q", "pagerduty-01DV", new Actor("Cora Hale", "PagerDuty", Proven: true), Now), (command.IncidentId, command.CommandId, command.By, command.At));
    }

    [Fact]
    public void Acknowledgement_OfALaterRound_IsOfTheSameIncident() => Assert.Equal("INC-20260302-HTN2VM5Q", PagerDutyWebhook.Read(Body(key: "INC-20260302-HTN2VM5Q/r2"), Now)!.Command.IncidentId);

    [Theory]
    [InlineData(-1, 1, true, true)]
    [InlineData(1, 1, true, false)]
    [InlineData(1, 2, true, true)]
    [InlineData(1, 2, false, false)]
    public void Deed_OfAnEarlierLifeOrAnEarlierTrigger_IsOutOfDate(int minutesAfterOpening, int triggers, bool ownsEscalation, bool outOfDate)
    {
        var incident = Links.View(Links.Bo, 5).Incident;
        incident = incident with { Paging = incident.Paging with { PagerDuty = new PagerDutyTold(triggers, triggers, PagerDutyStatus.Trigger) } };
        var deed = new PagerDutyDeed(new Resolve { IncidentId = incident.Id, At = Now, CommandId = "x", By = new Actor("Cora", "PagerDuty", Proven: true) }, incident.Id, incident.OpenedAt.AddMinutes(minutesAfterOpening));

        Assert.Equal(outOfDate, deed.IsOutOfDate(incident, ownsEscalation));
    }

    [Fact]
    public void Resolution_OfAPerson_Resolves() => Assert.IsType<Resolve>(PagerDutyWebhook.Read(Body(type: "incident.resolved"), Now)?.Command);

    public static TheoryData<string, string> Others => new()
    {
        { "another kind of event", Body(type: "incident.priority_updated") },
        { "somebody else's incident", Body(key: "srv01/HTTP") },
        { "a program, as our own calls are", Body(agent: "inbound_integration_reference") },
        { "older than an hour", Body(at: "2026-03-02T08:04:59Z") },
        { "a time that is none", Body(at: "yesterday") },
        { "no JSON", "hello" },
        { "no object", "[]" },
        { "nothing in it", """{ "event": {} }""" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Event_ThatAsksForNothing_IsNoCommand(string what, string body) => Assert.True(PagerDutyWebhook.Read(body, Now) is null, what);

    [Fact]
    public void Event_OfAnyName_IsReadWithoutThrowing() => Gen.Select(Hostile.Text, Hostile.Text).Sample((name, text) =>
    {
        Assert.IsType<Acknowledge>(PagerDutyWebhook.Read(Body(name: Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name))), Now)?.Command);
        Assert.Null(PagerDutyWebhook.Read(text, Now));
    });

    private static string Sign(string secret, string body) => $"v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}";

    private static string Body(string type = "incident.acknowledged", string key = "INC-20260302-HTN2VM5Q", string agent = "user_reference", string at = "2026-03-02T09:04:00.000Z", string name = "Cora Hale") =>
        new System.Text.Json.Nodes.JsonObject
        {
            ["event"] = new System.Text.Json.Nodes.JsonObject
            {
                ["id"] = "01DV", ["event_type"] = type, ["occurred_at"] = at,
                ["agent"] = new System.Text.Json.Nodes.JsonObject { ["type"] = agent, ["summary"] = name },
                ["data"] = new System.Text.Json.Nodes.JsonObject { ["incident_key"] = key },
            },
        }.ToJsonString();
}
