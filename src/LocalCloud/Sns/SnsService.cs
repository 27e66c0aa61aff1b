using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sns;

/// <summary>SNS with standard topics. Every publish is observed, whoever is subscribed.</summary>
public sealed class SnsService : IAwsService
{
    private const int MaximumMessageBytes = 262_144;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Subscription>> topics = new();
    private readonly StackIdentity identity;
    private readonly SqsService queues;
    private readonly LambdaService lambda;
    private readonly ICloudClock clock;
    private readonly ObservationLog observations;
    private readonly CloudIds ids;
    private readonly ResourcePolicies policies;

    internal SnsService(StackIdentity identity, SqsService queues, LambdaService lambda, ResourcePolicies policies, ICloudClock clock, ObservationLog observations, CloudIds ids)
    {
        this.identity = identity;
        this.queues = queues;
        this.lambda = lambda;
        this.clock = clock;
        this.observations = observations;
        this.ids = ids;
        this.policies = policies;
    }

    public string Name => "sns";

    public IReadOnlyList<string> TopicArns => [.. topics.Keys.Order(StringComparer.Ordinal)];

    public Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation) => Task.FromResult<JsonObject>(call.Operation switch
    {
        "Publish" => new() { ["MessageId"] = Publish(call.Input) },
        "ListTopics" => new() { ["Topics"] = new JsonArray([.. TopicArns.Select(arn => (JsonNode)new JsonObject { ["TopicArn"] = arn })]) },
        "GetTopicAttributes" => new() { ["Attributes"] = TopicAttributes(call.Input.Text("TopicArn") ?? "") },
        "CreateTopic" => new() { ["TopicArn"] = Create(call.Input.Text("Name") ?? throw Invalid("Topic Name")) },
        "Subscribe" => new() { ["SubscriptionArn"] = Subscribe(call.Input) },
        _ => throw AwsError.NotEmulated(call),
    });

    internal string Create(string name)
    {
        var arn = identity.Arn("sns", name);
        topics.TryAdd(arn, []);
        return arn;
    }

    /// <param name="properties">As the resource type <c>AWS::SNS::Subscription</c> has them.</param>
    internal string Subscribe(string topicArn, JsonObject properties)
    {
        var arn = $"{topicArn}:{ids.Next("subscription")}";
        Subscribers(topicArn).Enqueue(Subscription.Read(arn, properties));
        return arn;
    }

    private string Publish(JsonObject input)
    {
        var topicArn = input.Text("TopicArn") ?? input.Text("TargetArn") ?? throw new AwsError("InvalidParameter", "Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter");
        var subscribers = Subscribers(topicArn);
        var text = input.Text("Message") is { Length: > 0 } given ? given : throw new AwsError("InvalidParameter", "Invalid parameter: Empty message");
        if (Encoding.UTF8.GetByteCount(text) > MaximumMessageBytes)
            throw new AwsError("InvalidParameter", "Invalid parameter: Message too long");
        var texts = PerProtocol(input.Text("MessageStructure"), text);
        text = texts["default"];
        var subject = input.Text("Subject");
        if (subject is not null && (subject.Length is 0 or > 100 || subject.Any(character => character is < ' ' or > '~')))
            throw Invalid("Subject");
        var attributes = MessageAttribute.Read(input.Object("MessageAttributes"));
        if (attributes.FirstOrDefault(attribute => string.IsNullOrEmpty(attribute.Value.StringValue) && attribute.Value.BinaryValue is null) is { Key: { } empty })
            throw new AwsError("ParameterValueInvalid", $"The message attribute '{empty}' must contain non-empty message attribute value.");
        var message = new SnsMessage(ids.Next("notification"), topicArn, subject, text, attributes, clock.UtcNow);
        observations.Add(new NotificationPublished(NameOf(topicArn), message.MessageId, subject, text, attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.StringValue ?? attribute.Value.BinaryValue!)));
        foreach (var subscription in subscribers)
        {
            var theirs = message with { Message = texts.GetValueOrDefault(subscription.Protocol, text) };
            if (subscription.Wants(theirs.Message, attributes))
                Deliver(theirs, subscription);
        }

        return message.MessageId;
    }

    /// <summary>The text for each protocol that has one of its own, and <c>default</c> for all others.</summary>
    private static Dictionary<string, string> PerProtocol(string? structure, string text)
    {
        if (structure is null)
            return new() { ["default"] = text };
        if (structure != "json")
            throw Invalid("MessageStructure");
        try
        {
            var texts = JsonNode.Parse(text) as JsonObject ?? [];
            var read = texts.Where(each => each.Value is JsonValue value && value.TryGetValue<string>(out _)).ToDictionary(each => each.Key, each => each.Value!.GetValue<string>());
            return read.ContainsKey("default") ? read : throw new AwsError("InvalidParameter", "Invalid parameter: Message Structure - No default entry in JSON message body");
        }
        catch (System.Text.Json.JsonException)
        {
            throw new AwsError("InvalidParameter", "Invalid parameter: Message Structure - JSON message body failed to parse");
        }
    }

    private void Deliver(SnsMessage message, Subscription subscription)
    {
        switch (subscription.Protocol)
        {
            case "sqs" when MayReach(subscription.Endpoint, "sqs:SendMessage", message.TopicArn) && queues.Find(subscription.Endpoint) is { } queue:
                Enqueue(queue, message, subscription);
                break;
            case "lambda" when MayReach(subscription.Endpoint, "lambda:InvokeFunction", message.TopicArn) && lambda.Find(subscription.Endpoint) is not null:
                lambda.InvokeLater(subscription.Endpoint, message.LambdaEvent(subscription.Arn));
                break;
            case "sqs" or "lambda" when subscription.DeadLetterArn is { } dead && MayReach(dead, "sqs:SendMessage", message.TopicArn) && queues.Find(dead) is { } queue:
                observations.Add(new MessageDeadLettered(NameOf(message.TopicArn), queue.Name, Enqueue(queue, message, subscription), message.Message));
                break;
            case "sqs" or "lambda":
                observations.Add(new NotificationDropped(NameOf(message.TopicArn), message.MessageId, subscription.Endpoint));
                break;
        }
    }

    private bool MayReach(string endpoint, string action, string topicArn) => policies.Allows("sns.amazonaws.com", action, endpoint, topicArn);

    private static string Enqueue(MessageQueue queue, SnsMessage message, Subscription subscription) => subscription.Raw
        ? queue.Send(message.Message, message.Attributes, senderId: "sns.amazonaws.com")
        : queue.Send(message.Envelope(subscription.Arn), senderId: "sns.amazonaws.com");

    private static readonly string?[] Protocols = ["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"];

    private string Subscribe(JsonObject input)
    {
        var properties = new JsonObject { ["Protocol"] = input.Text("Protocol"), ["Endpoint"] = input.Text("Endpoint") };
        if (!Protocols.Contains(input.Text("Protocol")))
            throw new AwsError("InvalidParameter", $"Invalid parameter: Does not support this protocol string: {input.Text("Protocol")}");
        foreach (var (name, value) in input.Object("Attributes"))
            properties[name] = value?.DeepClone();
        return Subscribe(input.Text("TopicArn") ?? throw Invalid("TopicArn"), properties);
    }

    private JsonObject TopicAttributes(string arn) => new()
    {
        ["TopicArn"] = arn,
        ["Owner"] = identity.Account,
        ["SubscriptionsConfirmed"] = Subscribers(arn).Count.ToString(),
        ["SubscriptionsPending"] = "0",
        ["SubscriptionsDeleted"] = "0",
    };

    private ConcurrentQueue<Subscription> Subscribers(string topicArn) =>
        topics.GetValueOrDefault(topicArn) ?? throw new AwsError("NotFound", "Topic does not exist", 404);

    private static string NameOf(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    private static AwsError Invalid(string parameter) => new("InvalidParameter", $"Invalid parameter: {parameter}");
}
