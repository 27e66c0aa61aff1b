using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.Health;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Health;

public class HealthClassifierTests
{
    private static readonly SampleFolder Samples = new("Health", HealthClassifier.Classify);
    private static readonly EventPattern Pattern = EventPattern.Parse(HealthEventPattern.Json);

    [Theory]
    [InlineData("our-issue-closed.json")]
    [InlineData("second-page-by-another-region.json")]
    [InlineData("bare.json")]
    [InlineData("notification.json")]
    public void Classify_OneEventToldAgain_MeetsInOneKey(string name) => Assert.Equal(Samples.Signal("our-issue.json").DedupKey, Samples.Signal(name).DedupKey);

    [Theory]
    [InlineData("our-issue.json", SignalStatus.Firing)]
    [InlineData("our-issue-closed.json", SignalStatus.Recovered)]
    [InlineData("issue-that-ended-but-is-open.json", SignalStatus.Recovered)]
    [InlineData("older-form-ended.json", SignalStatus.Recovered)]
    [InlineData("scheduled-change.json", SignalStatus.Firing)]
    public void Classify_Event_FiresUntilAwsSaysThatItIsOver(string name, SignalStatus status) => Assert.Equal(status, Samples.Signal(name).Status);

    [Theory]
    [InlineData("our-issue.json", IncidentType.GeneralIncident, SeverityLevel.Sev2)]
    [InlineData("public-issue.json", IncidentType.GeneralIncident, SeverityLevel.Sev3)]
    [InlineData("scheduled-change.json", IncidentType.GeneralIncident, SeverityLevel.Sev4)]
    [InlineData("message-to-the-account.json", IncidentType.GeneralIncident, SeverityLevel.Sev4)]
    [InlineData("credentials-exposed.json", IncidentType.SecurityFinding, SeverityLevel.Sev1)]
    [InlineData("abuse-report.json", IncidentType.SecurityFinding, SeverityLevel.Sev2)]
    [InlineData("cognito-issue.json", IncidentType.AuthenticationFailure, SeverityLevel.Sev2)]
    [InlineData("partner-central-issue.json", IncidentType.PartnerCentralApiFailure, SeverityLevel.Sev2)]
    public void Classify_Event_IsWhatTheShippedPolicySays(string name, IncidentType type, SeverityLevel severity) =>
        Assert.Equal((type, severity), (Samples.Signal(name).Type, Samples.Signal(name).Severity));

    [Theory]
    [InlineData("AWS_EBS_VOLUME_LOST", SeverityLevel.Sev2)]
    [InlineData("AWS_EC2_INSTANCE_STORE_DRIVE_PERFORMANCE_DEGRADED", SeverityLevel.Sev3)]
    public void Classify_IssueThatDoesNotTellItsScope_IsWorseWhereSomethingIsLost(string code, SeverityLevel severity)
    {
        var issue = JsonNode.Parse(Samples.Read("our-issue.json"))!;
        issue["detail"]!["eventTypeCode"] = code;
        issue["detail"]!.AsObject().Remove("eventScopeCode");

        Assert.Equal(severity, Assert.IsType<Classification.Signalled>(Samples.ClassifyText(issue.ToJsonString())).Signal.Severity);
    }

    [Fact]
    public void Classify_SeveralLanguages_TellsTheEnglishText() =>
        Assert.Contains("We are investigating increased API error rates.", Samples.Signal("public-issue.json").Reason, StringComparison.Ordinal);

    [Fact]
    public void Classify_TestEvent_IsIgnored() => Assert.IsType<Classification.Ignored>(Samples.Classify("test-event.json"));

    [Theory]
    [InlineData("our-issue.json", true)]
    [InlineData("abuse-report.json", true)]
    [InlineData("another-kind.json", false)]
    public void Rule_TakesHealthEvents_AndNothingElse(string name, bool taken) => Assert.Equal(taken, Pattern.Matches(Samples.Read(name)));
}
