using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;
using IncidentServerless.Domain.Signals.Sources.Reports;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Reports;

public class ReportClassifierTests
{
    private static readonly SampleFolder Samples = new("Reports", (body, _, policy, at) => ReportClassifier.Classify(body, "111122223333", "eu-west-1", policy, at));

    [Fact]
    public void Classify_EverySample_IsAsInTheTable() => Snapshot.Match(Samples.Table(), "ReportSamples");

    [Fact]
    public void Reasons_OfEverySignal_ReadAsVerified() =>
        Snapshot.Match(string.Join("\n\n", Samples.Names.Where(name => Samples.Classify(name) is Classification.Signalled).Select(name => $"{name}\n{Samples.Signal(name).Reason}")), "ReportReasons");

    [Theory]
    [InlineData("plain.json", "plain-solved.json")]
    [InlineData("zendesk-event.json", "zendesk-event-solved.json")]
    [InlineData("jira-issue.json", "jira-done.json")]
    public void Classify_ReportThatIsSolved_RecoversUnderTheSameKey(string open, string solved)
    {
        Assert.Equal((SignalStatus.Firing, SignalStatus.Recovered), (Samples.Signal(open).Status, Samples.Signal(solved).Status));
        Assert.Equal(Samples.Signal(open).DedupKey, Samples.Signal(solved).DedupKey);
    }

    [Fact]
    public void Classify_MessageInAThread_MeetsInTheThreadsKey() => Assert.Equal(Samples.Signal("slack-mention.json").DedupKey, Samples.Signal("slack-in-thread.json").DedupKey);

    [Theory]
    [InlineData("zendesk-event.json", IncidentType.AuthenticationFailure, SeverityLevel.Sev2)]
    [InlineData("zendesk-trigger.json", IncidentType.MarketplaceMeteringFailure, SeverityLevel.Sev3)]
    [InlineData("jira-issue.json", IncidentType.PartnerCentralApiFailure, SeverityLevel.Sev3)]
    [InlineData("slack-mention.json", IncidentType.SecurityFinding, SeverityLevel.Sev1)]
    [InlineData("plain.json", IncidentType.GeneralIncident, SeverityLevel.Sev3)]
    public void Classify_Report_IsWhatTheShippedPolicySays(string name, IncidentType type, SeverityLevel severity) =>
        Assert.Equal((type, severity), (Samples.Signal(name).Type, Samples.Signal(name).Severity));

    [Fact]
    public void Classify_ReportWithAnAddressAndAKey_ShowsNeither()
    {
        var signal = Samples.Signal("plain.json");

        Assert.DoesNotContain("ana@example.com", $"{signal.Title} {signal.Reason}");
        Assert.DoesNotContain("sk_live_51HexampleSECRET", $"{signal.Title} {signal.Reason}");
        Assert.Equal(["acme"], signal.Tenants.AsEnumerable());
    }

    [Theory]
    [InlineData("C0LAN2Q65", true)]
    [InlineData("C0OTHER", false)]
    public void Classify_MessageOfAChannel_IsAReportWherePolicyListsIt(string channel, bool isReport)
    {
        var policy = SampleFolder.Policy with { Reports = ReportsPolicy.Default with { SlackChannels = [channel] } };

        Assert.Equal(isReport, ReportClassifier.Classify(Samples.Read("slack-chatter.json"), "111122223333", "eu-west-1", policy, SampleFolder.ReceivedAt) is Classification.Signalled);
    }

    [Fact]
    public void Classify_AnyOrChangedText_GivesAClassificationThatHoldsItsPromises()
    {
        Gen.Select(Gen.OneOf(Samples.Names.Select(Samples.Read).ToArray()), Gen.Int[0, 3_000], Gen.Int[0, 40], Gen.String[0, 10]).Sample(
            (body, at, length, insert) =>
            {
                var start = at % body.Length;
                Promises.Hold(Samples.ClassifyText($"{body[..start]}{insert}{body[Math.Min(start + length, body.Length)..]}"));
            },
            iter: 1_500);
        Gen.String[0, 300].Sample(body => Promises.Hold(Samples.ClassifyText(body)), iter: 1_500);
    }

    [Fact]
    public void AnySource_OfEverySignal_ComesToReports() => Assert.All(Samples.Names.Where(name => Samples.Classify(name) is Classification.Signalled), name =>
        Assert.Equal(ReportClassifier.Source, AnySource.Classify(Samples.Read(name), name, SampleFolder.Policy, SampleFolder.ReceivedAt).Source));
}
