using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Envelopes;

/// <summary>
/// Takes off what carries an event to a queue: SNS notifications, the records in which Lambda gets SNS and SQS messages, queues behind
/// queues, and JSON that was made a string. The same for all sources.
/// </summary>
internal static class MessageBody
{
    // More than anything real; a text that wraps itself without end stops here.
    private const int DeepestNesting = 8;

    public static CarriedEvent Unwrap(string body)
    {
        var carried = new CarriedEvent(JsonBody.Parse(body), body, null, 0);
        for (var depth = 0; depth < DeepestNesting && Inner(carried) is { } inner; depth++)
        {
            carried = inner;
        }

        return carried;
    }

    private static CarriedEvent? Inner(CarriedEvent outer)
    {
        if (outer.Content is not { } content)
        {
            return null;
        }

        if (content.ValueKind == JsonValueKind.String)
        {
            return WithText(outer, content.GetString()!);
        }

        if (content.Items("Records").ToArray() is [var first, ..] records)
        {
            var one = outer with { RecordsLeft = outer.RecordsLeft + records.Length - 1 };
            return first.Object("Sns") is { } sns ? one with { Content = sns }
                : QueueBody(first) is { } text ? WithText(one, text)
                : null;
        }

        if (content.Text("Type") is { } type && content.Text("Message") is { } message && (content.Text("TopicArn") ?? content.Text("MessageId")) is not null)
        {
            var subject = content.Text("Subject") is { } told && told != "None" ? told : null;
            var sns = new SnsNotification(type, content.Text("MessageId"), content.Text("TopicArn"), content.Text("Timestamp"), subject);
            return WithText(outer with { Sns = sns }, message);
        }

        return content.Text("messageId") is not null || content.Text("MessageId") is not null
            ? QueueBody(content) is { } queued ? WithText(outer, queued) : null
            : null;
    }

    private static string? QueueBody(JsonElement message) => message.Text("body") ?? message.Text("Body");

    private static CarriedEvent WithText(CarriedEvent outer, string text) => outer with { Content = JsonBody.Parse(text), Text = text };
}
