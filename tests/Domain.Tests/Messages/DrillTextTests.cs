using System.Text.Json;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Responses;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Messages;

/// <summary>Nobody may take a drill for the real thing, wherever they read of it.</summary>
public sealed class DrillTextTests
{
    [Fact]
    public void Slack_Drill_SaysSoInHeadingNotificationAndFirstSection()
    {
        var body = SlackPage.Compose(Drills.Page(), "#incident-response").Body;

        Assert.StartsWith("[DRILL] SEV1", body["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("[DRILL] 🔴", body["blocks"]![0]!["text"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(DrillText.Sentence, body["blocks"]![1]!["text"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void PagerDuty_Drill_SaysSoInSummaryAndDetails()
    {
        var payload = PagerDutyPage.Trigger(Drills.Page()).Body["payload"]!;

        Assert.StartsWith("[DRILL] SEV1", payload["summary"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(DrillText.Sentence, payload["custom_details"]!["Drill"]!.GetValue<string>());
    }

    [Fact]
    public void Program_Drill_LearnsItFromTheType()
    {
        var page = Drills.Page();

        var data = SubscriberMessage.With(SnsPage.ToTopic(page, Samples.Topic), page.Incident).Data!;

        Assert.Equal("Drill", data["incident"]!["type"]!.GetValue<string>());
        Assert.Contains(DrillText.Sentence, JsonDocument.Parse(SubscriberMessage.PerProtocol(SnsPage.ToTopic(page, Samples.Topic))).RootElement.GetProperty("default").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_NobodyAnswered_NamesWhatIsBroken() => Snapshot.Match(string.Join('\n', Closing().Subject, "", Closing().Message));

    [Fact]
    public void ResponsePage_Drill_SaysSoAboveTheForms()
    {
        var page = Drills.Page();
        var html = ResponsePage.Show(new ResponseView
        {
            Claims = Responses.Links.Topic,
            Incident = page.Incident,
            Timeline = page.Timeline,
            Severity = page.Severity,
            Escalation = page.Escalation,
            Now = page.Now,
        }).Html;

        Assert.Contains("<title>[DRILL] SEV1 Open: ", html, StringComparison.Ordinal);
        Assert.InRange(html.IndexOf(DrillText.Sentence, StringComparison.Ordinal), 0, html.IndexOf("<form", StringComparison.Ordinal));
    }

    private static Domain.Paging.SnsMessage Closing() => NewsMessage.ToTopic(Drills.Over(), Samples.Topic);
}
