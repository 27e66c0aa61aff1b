using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Envelopes;

/// <summary>What a message holds once everything that only carried it is taken off.</summary>
/// <param name="Content">The innermost JSON; null when it is no JSON.</param>
/// <param name="Text">The innermost text.</param>
/// <param name="Sns">The SNS notification that carried it last; null when none did.</param>
/// <param name="RecordsLeft">How many further records lay beside the one that was taken.</param>
internal sealed record CarriedEvent(JsonElement? Content, string Text, SnsNotification? Sns, int RecordsLeft)
{
    /// <summary>Says, with a blank before it, that others in the same message were not read; empty where there were none.</summary>
    public string LeftBehind => RecordsLeft > 0 ? $" ({RecordsLeft} more in the same message were not read: a message is to carry one.)" : "";
}

/// <summary>What SNS writes around a message.</summary>
/// <param name="Subject">Null when there is none, which some senders write "None".</param>
internal sealed record SnsNotification(string Type, string? MessageId, string? TopicArn, string? Timestamp, string? Subject)
{
    /// <summary>SNS speaks for itself instead of carrying a message.</summary>
    public bool IsHandshake => Type is "SubscriptionConfirmation" or "UnsubscribeConfirmation";

    /// <summary>Says what a handshake is.</summary>
    /// <param name="expected">What was looked for, with its article: <c>an alarm</c>.</param>
    public string HandshakeInsteadOf(string expected) => $"It is SNS's {Type} for {PlainText.Line(TopicArn ?? "a topic", 200)}, not {expected}.";
}
