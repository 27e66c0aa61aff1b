using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Queues;

/// <summary>A received message as the API shows it, and as Lambda's event source mapping does.</summary>
internal static class SqsMessageJson
{
    /// <param name="system">The wanted system attributes; <c>All</c> for all.</param>
    /// <param name="custom">The wanted message attributes; <c>All</c> or <c>.*</c> for all.</param>
    public static JsonNode Received(QueueMessage message, ISet<string> system, ISet<string> custom)
    {
        var json = new JsonObject
        {
            ["MessageId"] = message.MessageId,
            ["ReceiptHandle"] = message.ReceiptHandle,
            ["MD5OfBody"] = Digest.Md5(message.Body),
            ["Body"] = message.Body,
        };
        var systemAttributes = message.SystemAttributes().Where(attribute => system.Contains("All") || system.Contains(attribute.Key)).ToList();
        if (systemAttributes.Count > 0)
            json["Attributes"] = new JsonObject(systemAttributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value?.DeepClone())));
        var attributes = message.Attributes.Where(attribute => custom.Contains("All") || custom.Contains(".*") || custom.Contains(attribute.Key)).ToDictionary();
        if (attributes.Count > 0)
        {
            json["MessageAttributes"] = new JsonObject(attributes.Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)attribute.Value.Json())));
            json["MD5OfMessageAttributes"] = MessageAttribute.Md5(attributes);
        }
        return json;
    }

    public static JsonNode LambdaRecord(QueueMessage message, string queueArn, string region) => new JsonObject
    {
        ["messageId"] = message.MessageId,
        ["receiptHandle"] = message.ReceiptHandle,
        ["body"] = message.Body,
        ["attributes"] = message.SystemAttributes(),
        ["messageAttributes"] = new JsonObject(message.Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)LambdaAttribute(attribute.Value)))),
        ["md5OfBody"] = Digest.Md5(message.Body),
        ["eventSource"] = "aws:sqs",
        ["eventSourceARN"] = queueArn,
        ["awsRegion"] = region,
    };

    private static JsonObject LambdaAttribute(MessageAttribute attribute)
    {
        var json = new JsonObject
        {
            ["stringListValues"] = new JsonArray(),
            ["binaryListValues"] = new JsonArray(),
            ["dataType"] = attribute.DataType,
        };
        if (attribute.StringValue is not null)
            json["stringValue"] = attribute.StringValue;
        if (attribute.BinaryValue is not null)
            json["binaryValue"] = attribute.BinaryValue;
        return json;
    }
}
