using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;
using IncidentServerless.Domain.Signals.Sources.Drills;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Drills;

public sealed class DrillClassifierTests
{
    private const string Weekly = """{ "id": "w1", "source": "aws.events", "detail-type": "Scheduled Event", "account": "111122223333", "region": "eu-west-1", "time": "2026-01-01T12:00:00Z", "detail": {} }""";

    [Fact]
    public void Classify_Request_IsADrillOfThatSeverity()
    {
        var signal = Signal(Request("""{ "severity": "SEV2", "by": "Ana", "reason": "New phone" }"""));

        Assert.Equal((IncidentType.Drill, SeverityLevel.Sev2, "Drill asked for by Ana", "New phone"), (signal.Type, signal.Severity, signal.Title, signal.Reason));
        Assert.Equal("drill:111122223333:eu-west-1:test page", signal.DedupKey);
        Assert.Empty(signal.Groups);
    }

    [Fact]
    public void Classify_Schedule_IsTheWeeklyDrillOfThePolicy()
    {
        var signal = Signal(Weekly, Rules with { Drill = new WeeklyDrill(DayOfWeek.Tuesday, new TimeOnly(10, 0), SeverityLevel.Sev1) });

        Assert.Equal((SeverityLevel.Sev1, "Weekly drill", "w1"), (signal.Severity, signal.Title, signal.EventId));
    }

    [Fact]
    public void Classify_ScheduleWithoutPolicy_IsIgnored() =>
        Assert.Equal("Policy knows of no weekly drill.", AnySource.Classify(Weekly, "m", Rules, Noon).Reason);

    [Theory]
    [InlineData("""{ "by": "Ana" }""")]
    [InlineData("""{ "severity": "SEV1" }""")]
    [InlineData("""{ "severity": "SEV3", "by": "Ana" }""")]
    [InlineData("""{ "severity": 1, "by": "Ana" }""")]
    [InlineData("\"SEV1\"")]
    public void Classify_RequestThatPagesNobody_IsUnparsed(string detail) => Assert.Equal(
        "A drill needs \"by\", and as \"severity\" one that pages: SEV1, SEV2.",
        Assert.IsType<Classification.Unparsed>(AnySource.Classify(Request(detail), "m", Rules, Noon)).Reason);

    [Fact]
    public void Recognises_AlarmThatSpeaksOfADrill_Not() =>
        Assert.False(DrillClassifier.Recognises("""{ "source": "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change", "detail": { "alarmName": "Drill Requested" } }"""));

    [Fact]
    public void Take_SecondRequestWhileOneIsUnderWay_JoinsIt()
    {
        var first = SignalIntake.Take(IntakeState.Unknown, [Signal(Request("""{ "severity": "SEV2", "by": "Ana" }"""))], Rules, Noon);
        var second = SignalIntake.Take(first.After, [Signal(Request("""{ "severity": "SEV1", "by": "Ben" }""", second: 30))], Rules, Noon.AddSeconds(30));

        Assert.Equal(Disposition.Attached, Assert.Single(second.Dispositions).Disposition);
        Assert.Equal(SeverityLevel.Sev2, second.After.Incident!.Severity);
    }

    [Fact]
    public void Take_RequestSoonAfterTheLast_IsADrillOfItsOwn()
    {
        var first = SignalIntake.Take(IntakeState.Unknown, [Signal(Request("""{ "severity": "SEV2", "by": "Ana" }"""))], Rules, Noon);
        var over = first.After with { Incident = IncidentFold.Apply(first.After.Incident, new IncidentResolved(null, "Drill: over.") { At = Noon.AddSeconds(10), Drill = true }) };

        var next = SignalIntake.Take(over, [Signal(Request("""{ "severity": "SEV2", "by": "Ana" }""", second: 30))], Rules, Noon.AddSeconds(30));

        Assert.Equal(Disposition.Opened, Assert.Single(next.Dispositions).Disposition);
        Assert.NotEqual(over.Incident!.Id, next.After.Incident!.Id);
    }

    [Fact]
    public void Take_DuringAStorm_StaysApart()
    {
        var storm = new StormWatch([Noon, Noon, Noon, Noon, Noon], IncidentFold.Of([Opened()]), 0, Noon);

        var outcome = SignalIntake.Take(IntakeState.Unknown with { Around = new Surroundings([], storm) }, [Signal(Request("""{ "severity": "SEV1", "by": "Ana" }"""))], Rules, Noon);

        Assert.Equal(IncidentType.Drill, outcome.After.Incident!.Type);
        Assert.Equal(5, outcome.After.Around!.Storm.Openings.Length);
    }

    private static Signal Signal(string body, IncidentPolicy? policy = null) => Assert.IsType<Classification.Signalled>(AnySource.Classify(body, "m", policy ?? Rules, Noon)).Signal;

    private static string Request(string detail, int second = 0) =>
        $$"""{ "id": "d{{second}}", "source": "incidentserverless", "detail-type": "Drill Requested", "account": "111122223333", "region": "eu-west-1", "time": "2026-01-01T12:00:{{second:00}}Z", "detail": {{detail}} }""";
}
