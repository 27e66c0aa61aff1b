namespace IncidentServerless.Cli.Sending;

/// <summary>One event on its way to a running <c>incident serve</c>.</summary>
internal abstract record OutgoingEvent
{
    private OutgoingEvent()
    {
    }

    /// <summary>What it is, in a few words.</summary>
    public abstract string InWords { get; }

    /// <summary>A whole event for EventBridge.</summary>
    public sealed record Bus(System.Text.Json.Nodes.JsonObject Envelope) : OutgoingEvent
    {
        public override string InWords =>
            $"{Text("detail-type")} of {Text("source")}{(Detail("alarmName") is { } alarm ? $": {alarm} goes to {Envelope["detail"]?["state"]?["value"]}" : "")}";

        private string Text(string name) => Envelope[name]?.ToString() ?? "";

        private string? Detail(string name) => Envelope["detail"]?[name]?.ToString();
    }

    /// <summary>A message for the alarm topic.</summary>
    /// <param name="Subject">Null for none.</param>
    public sealed record Topic(string? Subject, string Message) : OutgoingEvent
    {
        private const int Shown = 60;

        public override string InWords => $"SNS message: {Subject ?? (Message.Length > Shown ? Message[..Shown] + "…" : Message)}";
    }
}
