using IncidentServerless.Cli.Scenarios;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Cli.Scenarios.Script;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    private const string Smallest = """
        { "title": "Nothing happens", "start": "2026-03-02T09:00:00Z", "script": [], "until": "+1h", "expect": [{ "disposition": {} }] }
        """;

    [Fact]
    public void Read_SmallestScenario_HasWhatItSays()
    {
        var scenario = ScenarioReader.Read("nothing", Smallest);

        Assert.Equal(("nothing", "Nothing happens", TimeSpan.FromHours(1)), (scenario.Name, scenario.Title, scenario.Until));
    }

    [Fact]
    public void Read_CommentsAndTrailingCommas_AreAllowed() =>
        Assert.Equal("Nothing happens", ScenarioReader.Read("nothing", Smallest.Replace("\"script\": [],", "/* quiet */ \"script\": [],  // for an hour\n").Replace("}]", "},]")).Title);

    [Fact]
    public void Read_StoryThatIsLikeAnother_BeginsAsThatOne()
    {
        const string Other = """{ "start": "2026-03-02T09:00:00Z", "policy": { "a": 1, "b": { "c": 2 } }, "account": { "x:Y": [{ "answer": {} }] } }""";

        var scenario = ScenarioReader.Read("mine", Smallest.Replace("\"title\"", "\"like\": \"other\", \"policy\": { \"b\": { \"c\": 3 } }, \"title\""), name => name == "other" ? Other : null);

        Assert.Equal("""{"a":1,"b":{"c":3}}""", scenario.Policy!.ToJsonString());
        Assert.Equal("""{"x:Y":[{"answer":{}}]}""", scenario.Account.ToJsonString());
    }

    [Fact]
    public void Read_StoryThatIsLikeNoOther_SaysSo() => Assert.Equal(
        "like: there is no story 'other'.",
        Assert.Throws<ScenarioException>(() => ScenarioReader.Read("mine", Smallest.Replace("\"title\"", "\"like\": \"other\", \"title\""))).Faults.Single().ToString());

    [Fact]
    public void Read_ManyFaults_NamesThemAllByPath()
    {
        var faults = Faults("""
            {
              "title": "Faults of every kind",
              "start": "2026-03-02 09:00",
              "scrip": [],
              "script": [
                { "at": "5 minutes", "tick": "Reconcile" },
                { "at": "+1m", "event": { "alarm": "a", "state": "RED", "colour": "blue", "metric": "Latency", "crossed": "much" } },
                { "at": "+2m", "respond": { "from": "pager", "action": "sleep" } },
                { "at": "+3m", "tick": "Reconcile", "clear": "faults" },
                { "at": "+4m" },
                { "at": "+4m", "fault": { "vendor": "slack", "status": 200, "times": -1 } },
                { "at": "+4m", "call": "StopExecution" },
                { "at": "+4m", "kill": "RecordIncident", "before": 0 },
                { "at": "+4m", "sns": { "topic": "news", "text": "a", "headline": "b" } },
                7
              ],
              "until": "+2m",
              "expect": [
                { "sent": { "channel": "fax" } },
                { "incident": { "status": "Closed" } },
                { "disposition": { "Open": 1 } },
                { "timeline": ["one", 2] },
                {}
              ]
            }
            """);

        Assert.Equal(
            """
            start: expected a moment in UTC such as 2026-03-02T09:00:00Z, found "2026-03-02 09:00".
            script[0].at: expected a time from the start such as +90s, +5m or +1h30m, found "5 minutes".
            script[1].event.state: expected one of OK, ALARM, INSUFFICIENT_DATA, found "RED".
            script[1].event.metric: expected a namespace, a metric and a statistic such as "AWS/ApiGateway Latency p99", found "Latency".
            script[1].event.crossed: expected a value, a comparison and a threshold such as "2450 > 2000", found "much".
            script[1].event.colour: there is no such member here; there are alarm, state, previous, metric, crossed, dimensions, description, occurred, tags.
            script[2].respond.from: expected one of sns, slack, pagerDuty, found "pager".
            script[2].respond.action: expected one of acknowledge, escalate, resolve, note, approve, refuse, undo, false-alarm, severity, add-item, assign-item, finish-item, send-mail, drop-mail, found "sleep".
            script[3]: expected only one of tick, clear.
            script[4]: expected one of event, sns, log, report, pagerDuty, slack, webhook, respond, call, tick, fault, clear, kill.
            script[5].fault.times: expected a whole number from 0, found -1.
            script[6].call: expected service:Operation such as states:StopExecution, found "StopExecution".
            script[7].before: expected a whole number from 1, found 0.
            script[8].sns.topic: expected one of alarms, costs, found "news".
            script[8].sns.headline: there is no such member here; there are topic, subject, text.
            script[9]: expected an object.
            expect[0].sent.channel: expected one of sns, slack, pagerDuty, statusPage, ticket, found "fax".
            expect[1].incident: $.status: found the string "Closed", expected an array of values to match, or an object of further keys.
            expect[2].disposition.Open: there is no such member here; there are Opened, Attached, Recovered, Duplicate, Suppressed, Ignored, Unparsed.
            expect[3].timeline: expected a list of texts, found ["one",2].
            expect[4]: expected one of sent, incident, timeline, disposition, calls, trouble.
            script: +4m comes before +2m; the steps, and until after them, go in the order of time.
            scrip: there is no such member here; there are like, title, start, policy, account, script, until, expect.
            """,
            string.Join('\n', faults));
    }

    [Fact]
    public void Read_NoDispositions_IsAFault() =>
        Assert.Equal(
            ["expect: says nothing of the dispositions: every scenario states how many events became what, with { \"disposition\": { … } }."],
            Faults(Smallest.Replace("{ \"disposition\": {} }", "")));

    [Fact]
    public void Read_MissingMembers_AreNamed() =>
        Assert.Equal(
            [
                "title: is missing; expected a text.",
                "start: is missing; expected a moment in UTC such as 2026-03-02T09:00:00Z.",
                "script: is missing; expected a list.",
                "until: is missing; expected a time from the start such as +90s, +5m or +1h30m.",
                "expect: is missing; expected a list.",
                "expect: says nothing of the dispositions: every scenario states how many events became what, with { \"disposition\": { … } }.",
            ],
            Faults("{}"));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"title\": \"a\", \"title\": \"b\" }")]
    public void Read_NoJson_SaysSo(string text) => Assert.StartsWith("the file: is no JSON: ", Assert.Single(Faults(text)), StringComparison.Ordinal);

    [Fact]
    public void Read_FaultyFile_IsNamedInTheMessage() =>
        Assert.StartsWith("mine.json is no scenario:\n  the file: expected an object.", Assert.Throws<ScenarioException>(() => ScenarioReader.Read("mine", "[]")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_WholeEventAndShortForm_AreToldApart()
    {
        var scenario = ScenarioReader.Read("events", Smallest.Replace("\"script\": []", """
            "script": [
              { "at": "+0s", "event": { "alarm": "a", "state": "ALARM" }, "storm": { "copies": 3, "apart": "+1s", "deliveries": 2, "shuffle": 1 } },
              { "at": "+0s", "event": { "source": "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change", "detail": {} } }
            ]
            """));

        var deeds = scenario.Script.Select(step => Assert.IsType<PutEvents>(step.Deed)).ToList();
        Assert.Equal(("a", "ALARM", "OK", 6), (deeds[0].Change?.Alarm, deeds[0].Change?.State, deeds[0].Change?.Previous, deeds[0].Storm.Order().Count));
        Assert.Equal("aws.cloudwatch", deeds[1].Envelope?["source"]?.ToString());
    }

    [Fact]
    public void Read_MessageToATopic_KnowsWhichAndWhat()
    {
        var scenario = ScenarioReader.Read("notes", Smallest.Replace("\"script\": []", """
            "script": [
              { "at": "+0s", "sns": { "text": "hello" } },
              { "at": "+0s", "sns": { "topic": "costs", "subject": "A budget", "text": "hello" } },
              { "at": "+0s", "sns": { "topic": "costs", "alarm": "charges", "state": "ALARM" } }
            ]
            """));

        Assert.Equal(
            [("alarms", null, "hello", null), ("costs", "A budget", "hello", null), ("costs", null, null, "charges")],
            scenario.Script.Select(step => Assert.IsType<PublishMessage>(step.Deed)).Select(note => (note.Topic.Name, note.Subject, note.Text, note.Change?.Alarm)));
    }

    [Theory]
    [MemberData(nameof(StoryTests.Names), MemberType = typeof(StoryTests))]
    public void Name_OfAShippedStory_IsKebabCase(string name) => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", name);

    [Fact]
    public void Find_UnknownName_ListsThoseThatThereAre() =>
        Assert.StartsWith("There is no scenario 'lunch'; there are alarm-storm, ", Assert.Throws<Cli.RefusedException>(() => StoryFiles.Find("lunch")).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Faults(string text) =>
        Assert.Throws<ScenarioException>(() => ScenarioReader.Read("faulty", text)).Faults.Select(fault => fault.ToString());
}
