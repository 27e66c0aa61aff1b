using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sns;

/// <summary>A published message, as its subscribers see it.</summary>
internal sealed record SnsMessage(string MessageId, string TopicArn, string? Subject, string Message, IReadOnlyDictionary<string, MessageAttribute> Attributes, DateTimeOffset At)
{
    /// <summary>The envelope that an SQS subscriber without raw delivery receives.</summary>
    public string Envelope(string subscriptionArn)
    {
        var envelope = new JsonObject { ["Type"] = "Notification", ["MessageId"] = MessageId, ["TopicArn"] = TopicArn };
        if (Subject is not null)
            envelope["Subject"] = Subject;
        envelope["Message"] = Message;
        envelope["Timestamp"] = Timestamp;
        envelope["SignatureVersion"] = "1";
        envelope["Signature"] = Signature;
        envelope["SigningCertURL"] = SigningCertUrl;
        envelope["UnsubscribeURL"] = UnsubscribeUrl(subscriptionArn);
        if (Attributes.Count > 0)
            envelope["MessageAttributes"] = AttributesJson();
        return envelope.Compact();
    }

    /// <summary>The event that a Lambda subscriber receives.</summary>
    public string LambdaEvent(string subscriptionArn) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = subscriptionArn,
            ["EventSource"] = "aws:sns",
            ["Sns"] = new JsonObject
            {
                ["SignatureVersion"] = "1",
                ["Timestamp"] = Timestamp,
                ["Signature"] = Signature,
                ["SigningCertUrl"] = SigningCertUrl,
                ["MessageId"] = MessageId,
                ["Message"] = Message,
                ["MessageAttributes"] = AttributesJson(),
                ["Type"] = "Notification",
                ["UnsubscribeUrl"] = UnsubscribeUrl(subscriptionArn),
                ["TopicArn"] = TopicArn,
                ["Subject"] = Subject,
            },
        }),
    }.Compact();

    private string Timestamp => At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ");

    // Nobody signs here; a subscriber that checks the signature must be given the real SNS.
    private static string Signature => Convert.ToBase64String(Encoding.UTF8.GetBytes("unsigned"));

    private string SigningCertUrl => $"https://sns.{TopicArn.Split(':')[3]}.amazonaws.com/SimpleNotificationService-local.pem";

    private string UnsubscribeUrl(string subscriptionArn) => $"https://sns.{TopicArn.Split(':')[3]}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn={subscriptionArn}";

    private JsonObject AttributesJson() => new(Attributes.Select(attribute => KeyValuePair.Create(
        attribute.Key,
        (JsonNode?)new JsonObject { ["Type"] = attribute.Value.DataType, ["Value"] = attribute.Value.StringValue ?? attribute.Value.BinaryValue })));
}
