using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Cost;

public class CostClassifierTests
{
    [Fact]
    public void Classify_EveryAlarmSample_IsJudgedAsTheAlarmsClassifierDoes() =>
        Assert.All(Samples.Alarms.Names.Where(name => name is not ("plain-text.txt" or "subscription-confirmation.json" or "no-name.json" or "health-event.json")), name =>
        {
            var body = Samples.Alarms.Read(name);
            var (alone, here) = (AlarmClassifier.Classify(body, name, SampleFolder.Policy, SampleFolder.ReceivedAt), Samples.Alarms.Classify(name));

            Assert.Equal((alone.Source, alone.EventId, alone.Title, alone.Outcome), (here.Source, here.EventId, here.Title, here.Outcome));
        });

    [Fact]
    public void Classify_EventOfAnotherKind_IsIgnored() =>
        Assert.Equal("not about cost: AWS Health Event from aws.health", Assert.IsType<Classification.Ignored>(Samples.Alarms.Classify("health-event.json")).Reason);

    [Fact]
    public void Classify_TextThatNobodyKnows_OpensAnIncidentThatShowsIt()
    {
        var signal = Samples.Budgets.Signal("new-wording.json");

        Assert.Equal(
            ("cost-mail", IncidentType.CostSpike, SeverityLevel.Sev3, "unreadable cost mail", SignalStatus.Firing),
            (signal.Source, signal.Type, signal.Severity, signal.Route, signal.Status));
        Assert.Equal("Unreadable cost mail: \"AWS Budgets: prod-monthly needs your attention\"", signal.Title);
        Assert.StartsWith("Hello,\n\nthe budget you called prod-monthly went over its limit today.", signal.Reason, StringComparison.Ordinal);
        Assert.Equal(("210987654321", "eu-west-1"), (signal.Account, signal.Region));
    }

    [Fact]
    public void Classify_TwoUnreadableMails_AreTwoTroubles() =>
        Assert.NotEqual(Samples.Budgets.Signal("new-wording.json").DedupKey, Samples.Budgets.Signal("not-a-mail.txt").DedupKey);

    [Fact]
    public void Classify_SeveralRecordsInAMessage_SaysThatTheOthersWereNotRead()
    {
        const string Body = """{"Records":[{"messageId":"1","body":"Budget Name: a\nAlert Type: ACTUAL"},{"messageId":"2","body":"x"}]}""";

        Assert.EndsWith(
            "(1 more in the same message were not read: a message is to carry one.)",
            Assert.IsType<Classification.Signalled>(CostClassifier.Classify(Body, "m", SampleFolder.Policy, SampleFolder.ReceivedAt)).Signal.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnySource_EverySample_IsJudgedByTheSourceItCameTo()
    {
        foreach (var folder in new[] { Samples.Budgets, Samples.Anomalies })
        {
            Assert.All(folder.Names.Where(name => name is not ("not-a-mail.txt" or "subscription-confirmation.json" or "another-kind.json")), name => Assert.Equal(
                folder.Classify(name).Title,
                AnySource.Classify(folder.Read(name), name, SampleFolder.Policy, SampleFolder.ReceivedAt).Title));
        }

        Assert.All(Samples.Alarms.Names, name => Assert.False(CostClassifier.Recognises(Samples.Alarms.Read(name)), name));
    }
}
