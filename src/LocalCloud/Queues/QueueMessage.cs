using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Queues;

/// <summary>A message in a standard queue.</summary>
public sealed class QueueMessage
{
    internal QueueMessage(string messageId, string body, IReadOnlyDictionary<string, MessageAttribute> attributes, string senderId, DateTimeOffset sentAt, DateTimeOffset visibleAt)
    {
        MessageId = messageId;
        Body = body;
        Attributes = attributes;
        SenderId = senderId;
        SentAt = sentAt;
        VisibleAt = visibleAt;
    }

    public string MessageId { get; }

    public string Body { get; }

    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; }

    public string SenderId { get; }

    /// <summary>When it entered its first queue; a move to a dead-letter queue leaves it as it is.</summary>
    public DateTimeOffset SentAt { get; }

    public DateTimeOffset? FirstReceivedAt { get; internal set; }

    public int ReceiveCount { get; internal set; }

    /// <summary>The queue that gave it up, as an ARN; null in an ordinary queue.</summary>
    public string? DeadLetterSourceArn { get; internal set; }

    internal DateTimeOffset VisibleAt { get; set; }

    internal string? ReceiptHandle { get; set; }

    internal IDisposable? Timer { get; set; }

    internal JsonObject SystemAttributes()
    {
        var attributes = new JsonObject
        {
            ["SenderId"] = SenderId,
            ["SentTimestamp"] = Milliseconds(SentAt),
            ["ApproximateReceiveCount"] = ReceiveCount.ToString(),
            ["ApproximateFirstReceiveTimestamp"] = Milliseconds(FirstReceivedAt ?? SentAt),
        };
        if (DeadLetterSourceArn is not null)
            attributes["DeadLetterQueueSourceArn"] = DeadLetterSourceArn;
        return attributes;
    }

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString();
}
