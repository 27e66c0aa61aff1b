using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Cli.Sending;

/// <summary>One event on its way to a running <c>incident serve</c>.</summary>
internal abstract record OutgoingEvent
{
    private OutgoingEvent()
    {
    }

    /// <summary>What it is, in a few words.</summary>
    protected abstract string Words { get; }

    /// <summary>The same on one line that does a terminal no harm, whatever the event holds.</summary>
    public string InWords => PlainText.Line(Words, 200);

    /// <summary>A whole event for EventBridge.</summary>
    public sealed record Bus(System.Text.Json.Nodes.JsonObject Envelope) : OutgoingEvent
    {
        protected override string Words =>
            $"{Text("detail-type")} of {Text("source")}{(Text("detail", "alarmName") is { } alarm ? $": {alarm} goes to {Text("detail", "state", "value")}" : "")}";

        private string? Text(params ReadOnlySpan<string> path) => EventJson.Text(Envelope, path);
    }

    /// <summary>A message for a topic that takes signals.</summary>
    /// <param name="Subject">Null for none.</param>
    public sealed record Topic(SignalTopic To, string? Subject, string Message) : OutgoingEvent
    {
        private const int Shown = 60;

        protected override string Words => $"SNS message{(To == SignalTopic.Costs ? " about cost" : "")}: {Subject ?? (Message.Length > Shown ? Message[..Shown] + "…" : Message)}";
    }
}
