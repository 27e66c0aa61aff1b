using IncidentServerless.Cli;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Sending;

namespace IncidentServerless.Scenarios.Tests.Sending;

public sealed class EventFileReaderTests : IDisposable
{
    private const string Event = """{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm State Change","time":"2020-01-01T00:00:00Z","detail":{"alarmName":"a","state":{"value":"ALARM","timestamp":"2020"}}}""";
    private const string Alarm = """{"AlarmName":"b","NewStateValue":"OK","StateChangeTime":"2020"}""";

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(Event, "CloudWatch Alarm State Change of aws.cloudwatch: a goes to ALARM")]
    [InlineData("[" + Event + "," + Alarm + "]", "CloudWatch Alarm State Change of aws.cloudwatch: a goes to ALARM", "SNS message: OK: \"b\"")]
    [InlineData(Event + "\n\n" + Alarm + "\n", "CloudWatch Alarm State Change of aws.cloudwatch: a goes to ALARM", "SNS message: OK: \"b\"")]
    [InlineData("""{"Type":"Notification","Subject":"Hi","Message":"hello"}""", "SNS message: Hi")]
    [InlineData("""{"Type":"Notification","Message":"hello"}""", "SNS message: hello")]
    [InlineData("""{"Records":[{"EventSource":"aws:sns","Sns":{"Message":"hello"}}]}""", "SNS message: hello")]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs","body":"{\"AlarmName\":\"c\",\"NewStateValue\":\"ALARM\"}"}]}""", "SNS message: ALARM: \"c\"")]
    [InlineData("""{"Subject":"AWS Budgets: x has exceeded your alert threshold","Message":"hello"}""", "SNS message about cost: AWS Budgets: x has exceeded your alert threshold")]
    [InlineData("""{"Message":"Budget Name: x\nAlert Type: ACTUAL"}""", "SNS message about cost: Budget Name: x Alert Type: ACTUAL")]
    [InlineData("""{"anomalyId":"1","impact":{}}""", """SNS message about cost: {"anomalyId":"1","impact":{}}""")]
    public void Read_EveryShape_KnowsWhereToSendIt(string text, params string[] events) =>
        Assert.Equal(events, EventFileReader.Read(folder.Write("e.json", text)).Select(each => each.InWords));

    [Theory]
    [InlineData("{}", "event 1 is neither an EventBridge event (source, detail-type, and an object as detail) nor an SNS message, so there is nowhere to send it.")]
    [InlineData("[" + Event + ",7]", "event 2 is neither an EventBridge event (source, detail-type, and an object as detail) nor an SNS message, so there is nowhere to send it.")]
    [InlineData("""{"source":"a","detail-type":"b","detail":5}""", "event 1 is neither an EventBridge event (source, detail-type, and an object as detail) nor an SNS message, so there is nowhere to send it.")]
    [InlineData("""{"Records":[5,[],"x",null]}""", "event 1 is neither an EventBridge event (source, detail-type, and an object as detail) nor an SNS message, so there is nowhere to send it.")]
    [InlineData("""{"Records":[{"Sns":"x"}]}""", "event 1 is neither an EventBridge event (source, detail-type, and an object as detail) nor an SNS message, so there is nowhere to send it.")]
    [InlineData("null", "event 1 is neither an EventBridge event (source, detail-type, and an object as detail) nor an SNS message, so there is nowhere to send it.")]
    [InlineData(Event + "\nnot json", "line 2 cannot be read as JSON: ")]
    [InlineData("{\n  \"AlarmName\": oops\n}", "line 2 cannot be read as JSON: 'o' is an invalid start of a value.")]
    [InlineData("""{"a":1,"a":2,"AlarmName":"x"}""", "line 1 cannot be read as JSON: Duplicate property 'a'")]
    [InlineData(Event + "\n" + """{"AlarmName":"x","AlarmName":"y"}""", "line 2 cannot be read as JSON: Duplicate property 'AlarmName'")]
    public void Read_NoEvent_NamesTheFileAndThePlace(string text, string sentence)
    {
        var file = folder.Write("e.json", text);

        Assert.StartsWith($"{file}: {sentence}", Assert.Throws<RefusedException>(() => EventFileReader.Read(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("[]")]
    [InlineData("""{"Records":[]}""")]
    public void Read_NothingInIt_SaysSo(string text)
    {
        var file = folder.Write("e.json", text);

        Assert.Equal($"There is no event in {file}.", Assert.Throws<RefusedException>(() => EventFileReader.Read(file)).Message);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{hello}")]
    [InlineData("[1]")]
    [InlineData("""{"a":1,"a":2}""")]
    public void Now_MessageThatIsNoObject_IsSentAsItIs(string message)
    {
        var note = new OutgoingEvent.Topic(SignalTopic.Alarms, null, message);

        Assert.Equal(note, RecentTimes.At(DateTimeOffset.UnixEpoch, note));
    }

    [Theory]
    [InlineData("""{"source":"a","detail-type":"b","time":7,"detail":{"state":"ALARM","alarmName":"c"}}""", "b of a: c goes to")]
    [InlineData("""{"source":"a","detail-type":"b","detail":{"alarmName":["c"]}}""", "b of a")]
    public void Now_DetailOfAnotherShape_IsStillAnEvent(string text, string words) =>
        Assert.Equal(words, RecentTimes.At(DateTimeOffset.UnixEpoch, EventFileReader.Read(folder.Write("e.json", text)).Single()).InWords);

    [Fact]
    public void Now_OldAlarms_HappenNow()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var events = EventFileReader.Read(folder.Write("e.jsonl", $"{Event}\n{Alarm}")).Select(each => RecentTimes.At(now, each)).ToList();

        var envelope = Assert.IsType<OutgoingEvent.Bus>(events[0]).Envelope;
        Assert.Equal(("2026-03-02T09:00:00Z", "2026-03-02T09:00:00.000+0000"), (envelope["time"]!.ToString(), envelope["detail"]!["state"]!["timestamp"]!.ToString()));
        Assert.Contains("\"StateChangeTime\":\"2026-03-02T09:00:00.000+0000\"", Assert.IsType<OutgoingEvent.Topic>(events[1]).Message.Replace("\\u002B", "+"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
