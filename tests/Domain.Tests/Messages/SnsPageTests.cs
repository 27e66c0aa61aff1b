using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Messages;

public class SnsPageTests
{
    [Fact]
    public void Page_DescribedAlarm_TellsWhatItsOwnersWroteOnOneLine()
    {
        var page = Samples.Page();

        var message = SnsPage.ToTopic(page with { Incident = page.Incident with { Description = "Restart the\nconnector\u202E first" } }, "arn:topic").Message;

        Assert.Contains("\nIts owners say: Restart the connector first\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Drill_SaysSoBeforeAllElse() => Matches(SnsPage.ToTopic(Drills.Page(), Samples.Topic));

    [Fact]
    public void Page_FirstLevel_SaysWhatIsWrongAndWhatIsAsked() => Matches(SnsPage.ToTopic(Samples.Page(), Samples.Topic));

    [Fact]
    public void Page_SecondLevel_SaysWhoDidNotAnswer() =>
        Matches(SnsPage.ToTopic(Samples.Page(2, Samples.Sent(0, 1, 1)) with { Now = Samples.At(5) }, Samples.Topic));

    [Fact]
    public void Page_ToOnePerson_CarriesThatPersonsLink() =>
        Matches(SnsPage.ToPerson(Samples.Page(2, Samples.Sent(0, 1, 1)) with { Now = Samples.At(5) }, "bo", new Person("Bo Lindqvist"), Samples.Topic + "-bo"));

    [Fact]
    public void Page_LastLevelRepeats_IsAReminder() =>
        Matches(SnsPage.ToTopic(Samples.Page(4, Samples.Sent(0, 1, 1), Samples.Sent(5, 1, 2), Samples.Sent(15, 1, 3)) with { Now = Samples.At(25) }, Samples.Topic));

    [Fact]
    public void Page_AcknowledgementExpired_NamesWhoHadIt()
    {
        var page = Samples.Page(1, Samples.Sent(0, 1, 1), new IncidentAcknowledged(Samples.Ana) { At = Samples.At(3) }) with { Round = 2, Now = Samples.At(33) };
        Matches(SnsPage.ToTopic(page with { Expired = page.Incident.Acknowledgement }, Samples.Topic));
    }

    [Fact]
    public void Page_HelpAskedFor_NamesWhoAsks() =>
        Matches(SnsPage.ToTopic(Samples.Page(2, Samples.Sent(0, 1, 1), new EscalationRequested(Samples.Bo) { At = Samples.At(2) }), Samples.Topic));

    [Fact]
    public void Page_Reopened_SaysThatItCameBack() => Matches(SnsPage.ToTopic(
        Samples.Page(
            1,
            Samples.Sent(0, 1, 1),
            new IncidentResolved(Samples.Bo, "Rolled back.") { At = Samples.At(20) },
            new IncidentReopened(2, "the alarm fired again 12 min after the end") { At = Samples.At(32) }),
        Samples.Topic));

    [Fact]
    public void Notice_Sev3_IsNoPage()
    {
        var page = Samples.Page();
        Matches(SnsPage.ToTopic(
            page with { Incident = page.Incident with { Severity = SeverityLevel.Sev3 }, Severity = Samples.Degraded, Escalation = Samples.Notices }, Samples.Topic));
    }

    [Fact]
    public void Page_KeyServiceDown_GoesOutWithoutLinks() => Matches(SnsPage.ToTopic(Samples.Page() with { Links = PageLinks.None }, Samples.Topic));

    [Fact]
    public void Page_WorkflowsDown_SaysThatNobodyElseIsTold() => Matches(SnsPage.ToTopic(
        Samples.Page() with { WorkflowsFailed = "StartExecution: ServiceUnavailable", ExecutionArn = null }, Samples.Topic));

    [Fact]
    public void Attributes_SeveralTenants_AreAnArrayThatFiltersMatch()
    {
        var page = Samples.Page();
        var attributes = SnsPage.ToTopic(page with { Incident = page.Incident with { Tenants = ["acme", "b\u202Eeta\n", " "] } }, Samples.Topic).Attributes;
        Assert.Equal(new SnsAttribute("String.Array", """["acme","beta"]"""), attributes["tenant"]);
    }

    [Fact]
    public void Attributes_NoTenantKnown_LeaveTenantOut()
    {
        var page = Samples.Page();
        var attributes = SnsPage.ToTopic(page with { Incident = page.Incident with { Tenants = [] } }, Samples.Topic).Attributes;
        Assert.Equal(["kind", "severity", "status", "type"], attributes.Keys);
    }

    [Theory]
    [InlineData("Größe überschritten – “p99” ≥ 2 s…", """[SEV1] Page: Groesse ueberschritten - "p99" >= 2 s... (INC-20261123-AB12CD34)""")]
    [InlineData("日本", "[SEV1] Page: ?? (INC-20261123-AB12CD34)")]
    [InlineData("", "[SEV1] Page: Incident without a title (INC-20261123-AB12CD34)")]
    public void Subject_OtherScripts_IsAscii(string title, string expected)
    {
        var page = Samples.Page();
        Assert.Equal(expected, SnsPage.ToTopic(page with { Incident = page.Incident with { Title = title } }, Samples.Topic).Subject);
    }

    private static void Matches(SnsMessage message) => Snapshot.Match(
        $"To: {message.Recipient ?? "everybody"}, {message.TopicArn}\n"
        + $"Subject: {message.Subject}\n"
        + $"Attributes: {string.Join(", ", message.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value.StringValue}"))}\n\n"
        + message.Message);
}
