using System.Collections.Immutable;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.Storage;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

public sealed class ExpectationTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{ "sent": { "channel": "sns" } }""")]
    [InlineData("""{ "sent": { "channel": "sns", "kind": "page", "subject": "[SEV2] Page: *", "says": "level 1", "level": 1, "taken": true, "at": "+1s" } }""")]
    [InlineData("""{ "sent": { "channel": "sns", "from": "+0s", "to": "+5m" } }""")]
    [InlineData("""{ "sent": { "channel": "slack", "count": 0 } }""")]
    [InlineData("""{ "disposition": { "Opened": 1, "Recovered": 2 }, "reasons": ["Nothing was open"] }""")]
    [InlineData("""{ "timeline": ["+1s Opened as SEV2*", "Closed."] }""")]
    [InlineData("""{ "incident": { "severity": ["SEV2"], "attached": [3] } }""")]
    [InlineData("""{ "trouble": "RecordIncident failed: Runtime.ExitError: *" }""")]
    public void Expectation_AsItWas_Holds(string expectation) => Assert.Empty(Failures(expectation));

    [Theory]
    [InlineData("""{ "sent": { "channel": "sns", "count": 2 } }""", "Expected 2 messages to the page topic; saw 1.")]
    [InlineData("""{ "sent": { "channel": "sns", "person": "ana", "kind": "page", "level": 2 } }""", "Expected 1 page to ana's own topic of level 2; saw 0.")]
    [InlineData("""{ "sent": { "channel": "sns", "subject": "[SEV1]*", "says": "hi", "at": "+5m" } }""", "Expected 1 message to the page topic with the subject '[SEV1]*' that says 'hi' at +5m; saw 0.")]
    [InlineData("""{ "sent": { "channel": "sns", "taken": false, "to": "+1m" } }""", "Expected 1 message to the page topic that was refused from +0s to +1m; saw 0.")]
    [InlineData("""{ "disposition": { "Opened": 1 } }""", "Expected the dispositions 1 Opened; saw 1 Opened, 2 Recovered.")]
    [InlineData("""{ "disposition": { "Opened": 1, "Recovered": 2 }, "reasons": ["rain"] }""", "Expected an event with the reason 'rain'; the reasons are 'Nothing was open for it.'.")]
    [InlineData("""{ "incident": { "status": ["Open"] } }""", """Expected 1 incident(s) with {"status":["Open"]}; saw 0. INC-20260302-AAAAAAAA has {"status":"Closed"}.""")]
    [InlineData("""{ "trouble": "*", "count": 2 }""", "Expected the trouble '*' 2 time(s); saw it 1 time(s).")]
    [InlineData("""{ "calls": "lambda:PutFunctionConcurrency" }""", "Expected 1 call(s) of lambda:PutFunctionConcurrency; saw 0.")]
    public void Expectation_NotAsItWas_SaysWhatWasSeen(string expectation, string failure) => Assert.Equal([failure], Failures(expectation));

    [Fact]
    public void Timeline_InAnotherOrder_NamesWhatIsMissingAndTellsTheTimeline()
    {
        var failure = Assert.Single(Failures("""{ "timeline": ["Closed.", "Opened*"] }"""));

        Assert.StartsWith("Expected the timeline to tell 'Opened*' after 'Closed.'; it tells:\n  +1s Opened as SEV2", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Unexpected_NothingWasDescribed_NamesEverything() => Assert.Equal(
        [
            "Nobody expected the page to the page topic at +1s: [SEV2] Page: checkout",
            "Nobody expected the incident INC-20260302-AAAAAAAA (Closed): checkout",
            "Nobody expected the trouble at +2s: RecordIncident failed: Runtime.ExitError: exit status 1",
        ],
        Unexpected.In(Outcome, []));

    [Fact]
    public void Unexpected_EverythingWasDescribed_IsNothing() => Assert.Empty(Unexpected.In(
        Outcome,
        [Read("""{ "sent": { "channel": "sns" } }"""), Read("""{ "incident": { "status": ["Closed"] } }"""), Read("""{ "trouble": "RecordIncident*" }""")]));

    private static Outcome Outcome { get; } = new(
        Start,
        [new SentMessage(Start.AddSeconds(1), Channel.Sns, null, "page", "[SEV2] Page: checkout", "If nobody acknowledges, level 2 (Lead) is paged.\nINC-1, level 1 (On-call), round 1", null)],
        [Incident()],
        [
            new LedgerEntry("SIGNAL#a#1", new EventDisposition(Disposition.Opened, null, "INC-20260302-AAAAAAAA", 1)),
            new LedgerEntry("SIGNAL#a#2", new EventDisposition(Disposition.Recovered)),
            new LedgerEntry("SIGNAL#a#3", new EventDisposition(Disposition.Recovered, "Nothing was open for it.")),
        ],
        [new FunctionFailed("RecordIncident", "r1", "Runtime.ExitError", "exit status 1") { At = Start.AddSeconds(2) }]);

    private static IncidentRecord Incident()
    {
        ImmutableArray<IncidentEvent> timeline =
        [
            new IncidentOpened
            {
                At = Start.AddSeconds(1),
                IncidentId = "INC-20260302-AAAAAAAA",
                Type = IncidentType.GeneralIncident,
                Severity = Domain.Severity.SeverityLevel.Sev2,
                Title = "checkout",
                DedupKey = "key",
                Source = "cloudwatch-alarm",
                Account = "111122223333",
                Region = "eu-west-1",
                OccurredAt = Start,
                Route = "fallback",
            },
            new IncidentResolved(null, "") { At = Start.AddMinutes(5) },
            new IncidentClosed { At = Start.AddMinutes(5) },
        ];
        return new IncidentRecord(IncidentFold.Of(timeline)!, 3, timeline);
    }

    private static IEnumerable<string> Failures(string expectation) => Read(expectation).Failures(Outcome);

    private static Expectation Read(string json)
    {
        var ledger = json.Contains("disposition", StringComparison.Ordinal) ? json : $"{json}, {{ \"disposition\": {{}} }}";
        return ScenarioReader.Read("one", $$"""{ "title": "", "start": "2026-03-02T09:00:00Z", "script": [], "until": "+1h", "expect": [{{ledger}}] }""").Expectations[0];
    }
}
