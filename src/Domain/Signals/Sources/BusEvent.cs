using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>How the events of a source that AWS puts on the bus are told from others and read. The same for all such sources.</summary>
/// <param name="Source">What its signals name as their source.</param>
/// <param name="Name">What one is, with its article: <c>a finding of GuardDuty</c>.</param>
/// <param name="Title">The title of one that <paramref name="Read"/> cannot read.</param>
/// <param name="Unlike">What is said of content that is none: what it lacks.</param>
/// <param name="Untyped">What is said of one that <paramref name="Read"/> cannot read.</param>
/// <param name="Recognises">Whether the content has its shape, readable or not.</param>
/// <param name="Read">Null when it cannot be read.</param>
internal sealed record BusEvent<TFacts>(
    string Source,
    string Name,
    string Title,
    string Unlike,
    string Untyped,
    Func<JsonElement, bool> Recognises,
    Func<JsonElement, SnsNotification?, TFacts?> Read)
    where TFacts : class
{
    /// <summary>Never throws: what cannot be read is Unparsed, with a sentence that says what was missing.</summary>
    /// <param name="judge">Of what was read, the event's id, and what to add to a reason.</param>
    public Classification Classify(string body, string messageId, Func<TFacts, string, string, Classification> judge)
    {
        var carried = MessageBody.Unwrap(body);
        var (eventId, left) = (EventIds.Of(carried), carried.LeftBehind);
        if (carried.Sns is { IsHandshake: true } handshake)
        {
            return new Classification.Ignored(Source, eventId, SignalText.Title($"SNS {handshake.Type}"), handshake.HandshakeInsteadOf(Name) + left);
        }

        if (carried.Content is not { } content || !Recognises(content))
        {
            return carried.Content is { } other && other.Text("detail-type") is { } kind
                ? Foreign(other, kind)
                : new Classification.Unparsed(Source, eventId, SignalText.Title($"Message {messageId}"), $"{Unlike}{left}");
        }

        return Read(content, carried.Sns) is { } facts
            ? judge(facts, eventId, left)
            : new Classification.Unparsed(Source, eventId, SignalText.Title(Title, $"Message {messageId}"), $"{Untyped}{left}");

        Classification Foreign(JsonElement envelope, string kind)
        {
            var what = PlainText.Line($"{kind} from {envelope.Text("source") ?? "a source without a name"}", 160);
            return new Classification.Ignored(Source, eventId, what, $"not {Name}: {what}{left}");
        }
    }
}
