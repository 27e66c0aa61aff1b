namespace Amazon.Lambda.SQSEvents;

/// <summary>A batch of messages that Lambda's poller took off an Amazon SQS queue.</summary>
public class SQSEvent
{
    public List<SQSMessage> Records { get; set; } = null!;

    /// <summary>A message, with the attributes that SQS gave it (such as ApproximateReceiveCount).</summary>
    public class SQSMessage
    {
        public string MessageId { get; set; } = null!;

        public string ReceiptHandle { get; set; } = null!;

        public string Body { get; set; } = null!;

        public string Md5OfBody { get; set; } = null!;

        public string? Md5OfMessageAttributes { get; set; }

        public string EventSourceArn { get; set; } = null!;

        public string EventSource { get; set; } = null!;

        public string AwsRegion { get; set; } = null!;

        public Dictionary<string, string> Attributes { get; set; } = null!;

        public Dictionary<string, MessageAttribute> MessageAttributes { get; set; } = null!;
    }

    /// <summary>An attribute that the sender set.</summary>
    public class MessageAttribute
    {
        public string? StringValue { get; set; }

        public MemoryStream? BinaryValue { get; set; }

        public List<string>? StringListValues { get; set; }

        public List<MemoryStream>? BinaryListValues { get; set; }

        public string DataType { get; set; } = null!;
    }
}
