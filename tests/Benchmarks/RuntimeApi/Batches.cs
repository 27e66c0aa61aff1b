namespace IncidentServerless.Benchmarks.RuntimeApi;

/// <summary>Events of an SQS queue.</summary>
internal static class Batches
{
    /// <summary>Without a message: a function has started when it answers, and has called nothing.</summary>
    public const string Empty = """{"Records":[]}""";

    /// <summary>With one message, an alarm's change as EventBridge delivers it.</summary>
    public const string OfOneMessage = """
        {"Records":[{"messageId":"059f36b4-87a3-44ab-83d2-661975830a7d","receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a","body":"{\"version\":\"0\",\"id\":\"d9b5aa71-8d4c-5a2b-9a5c-b3c4fcf2a4d7\",\"detail-type\":\"CloudWatch Alarm State Change\",\"source\":\"aws.cloudwatch\",\"account\":\"111122223333\",\"time\":\"2026-03-02T09:00:00Z\",\"region\":\"eu-west-1\",\"resources\":[\"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:checkout-latency-p99\"],\"detail\":{\"alarmName\":\"checkout-latency-p99\",\"state\":{\"value\":\"ALARM\",\"reason\":\"Threshold Crossed: 3 datapoints were greater than the threshold (800.0).\",\"timestamp\":\"2026-03-02T09:00:00.000+0000\"},\"previousState\":{\"value\":\"OK\",\"timestamp\":\"2026-03-02T08:00:00.000+0000\"}}}","attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183","SenderId":"AIDAIENQZJOLO23YVJ4VO","ApproximateFirstReceiveTimestamp":"1545082649185"},"messageAttributes":{},"md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:111122223333:alarm-signals","awsRegion":"eu-west-1"}]}
        """;
}
