using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Envelopes;

/// <summary>What a message holds once everything that only carried it is taken off.</summary>
/// <param name="Content">The innermost JSON; null when it is no JSON.</param>
/// <param name="Text">The innermost text.</param>
/// <param name="Sns">The SNS notification that carried it last; null when none did.</param>
/// <param name="RecordsLeft">How many further records lay beside the one that was taken.</param>
internal sealed record CarriedEvent(JsonElement? Content, string Text, SnsNotification? Sns, int RecordsLeft);

/// <summary>What SNS writes around a message.</summary>
internal sealed record SnsNotification(string Type, string? MessageId, string? TopicArn, string? Timestamp)
{
    /// <summary>SNS speaks for itself instead of carrying a message.</summary>
    public bool IsHandshake => Type is "SubscriptionConfirmation" or "UnsubscribeConfirmation";
}
