using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Faults;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;
namespace IncidentServerless.LocalCloud.Queues;

/// <summary>SQS with standard queues.</summary>
public sealed partial class SqsService : IAwsService
{
    private const int MaximumMessageBytes = 1_048_576;
    private const int LongestDelay = 900;
    private const int LongestVisibility = 43_200;
    private readonly ConcurrentDictionary<string, MessageQueue> queues = new();
    private readonly StackIdentity identity;
    private readonly ICloudClock clock;
    private readonly ObservationLog observations;
    private readonly CloudIds ids;
    private readonly FaultBoard faults;

    internal SqsService(StackIdentity identity, ICloudClock clock, ObservationLog observations, CloudIds ids, FaultBoard faults)
    {
        this.identity = identity;
        this.clock = clock;
        this.observations = observations;
        this.ids = ids;
        this.faults = faults;
    }

    public string Name => "sqs";

    public IReadOnlyCollection<MessageQueue> Queues => [.. queues.Values.OrderBy(queue => queue.Name, StringComparer.Ordinal)];

    internal MessageQueue Create(string name, JsonObject properties, string? logicalId = null)
    {
        var queue = new MessageQueue(name, logicalId, identity.Arn("sqs", name), identity.QueueUrl(name), QueueSettings.Read(properties), clock, observations, ids, faults);
        queues[name] = queue;
        Link();
        return queue;
    }

    /// <param name="name">The name, the URL, the ARN or the logical id.</param>
    /// <returns>Null when there is no such queue.</returns>
    public MessageQueue? Find(string name) =>
        queues.GetValueOrDefault(name[(name.LastIndexOfAny(['/', ':']) + 1)..]) ?? queues.Values.FirstOrDefault(queue => queue.LogicalId == name);

    public async Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation)
    {
        var input = call.Input;
        switch (call.Operation)
        {
            case "SendMessage":
                return Send(Queue(input), input, call.Caller);
            case "SendMessageBatch":
                return SqsBatch.Run(input, entry => Send(Queue(input), entry, call.Caller));
            case "ReceiveMessage":
                return await ReceiveAsync(Queue(input), input, cancellation);
            case "DeleteMessage":
                Queue(input).Delete(Required(input, "ReceiptHandle"));
                return [];
            case "DeleteMessageBatch":
                return SqsBatch.Run(input, entry => Do(() => Queue(input).Delete(Required(entry, "ReceiptHandle"))));
            case "ChangeMessageVisibility":
                ChangeVisibility(Queue(input), input);
                return [];
            case "ChangeMessageVisibilityBatch":
                return SqsBatch.Run(input, entry => Do(() => ChangeVisibility(Queue(input), entry)));
            case "PurgeQueue":
                Queue(input).Purge();
                return [];
            case "GetQueueUrl":
                return new() { ["QueueUrl"] = (Find(Required(input, "QueueName")) ?? throw NoSuchQueue()).Url };
            case "GetQueueAttributes":
                return new() { ["Attributes"] = SqsQueueAttributes.Of(Queue(input), input.Strings("AttributeNames")) };
            case "ListQueues":
                var prefix = input.Text("QueueNamePrefix") ?? "";
                return new() { ["QueueUrls"] = new JsonArray([.. Queues.Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(queue => (JsonNode)queue.Url)]) };
            case "CreateQueue":
                var name = Required(input, "QueueName");
                if (name.EndsWith(".fifo", StringComparison.Ordinal) || input.Object("Attributes").Flag("FifoQueue"))
                    throw new AwsError("UnsupportedOperation", "The local cloud emulates standard queues only, no FIFO ones.");
                if (!QueueName().IsMatch(name))
                    throw new AwsError("InvalidParameterValue", "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
                return new() { ["QueueUrl"] = (Find(name) ?? Create(name, input.Object("Attributes"))).Url };
            case "DeleteQueue":
                queues.TryRemove(Queue(input).Name, out _);
                return [];
            default:
                throw AwsError.NotEmulated(call);
        }
    }

    /// <summary>Null when it is not given.</summary>
    private static int? Seconds(JsonObject input, string member, int most)
    {
        if (input.Text(member) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 && seconds <= most
            ? seconds
            : throw new AwsError("InvalidParameterValue", $"Value {text} for parameter {member} is invalid. Reason: {member} must be >= 0 and <= {most}.");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,80}$")]
    private static partial Regex QueueName();

    private JsonObject Send(MessageQueue queue, JsonObject input, Caller caller)
    {
        var body = Required(input, "MessageBody");
        if (Encoding.UTF8.GetByteCount(body) > MaximumMessageBytes)
            throw new AwsError("InvalidParameterValue", $"One or more parameters are invalid. Reason: Message must be shorter than {MaximumMessageBytes} bytes.");
        var attributes = MessageAttribute.Read(input.Object("MessageAttributes"));
        var delay = Seconds(input, "DelaySeconds", LongestDelay) is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var answer = new JsonObject
        {
            ["MessageId"] = queue.Send(body, attributes, delay, caller.Via ?? "operator"),
            ["MD5OfMessageBody"] = Digest.Md5(body),
        };
        if (MessageAttribute.Md5(attributes) is { } digest)
            answer["MD5OfMessageAttributes"] = digest;
        return answer;
    }

    private async Task<JsonObject> ReceiveAsync(MessageQueue queue, JsonObject input, CancellationToken cancellation)
    {
        var maximum = input.Number("MaxNumberOfMessages") ?? 1;
        if (maximum is < 1 or > 10)
            throw new AwsError("InvalidParameterValue", $"Value {maximum} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.");
        var timeout = Seconds(input, "VisibilityTimeout", LongestVisibility) is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var received = queue.Receive(maximum, timeout);
        if (received.Count == 0 && input.Number("WaitTimeSeconds") is { } wait and > 0)
        {
            await LongPoll.WaitAsync(queue, TimeSpan.FromSeconds(wait), clock, cancellation);
            received = queue.Receive(maximum, timeout);
        }
        var system = input.Strings("MessageSystemAttributeNames").Concat(input.Strings("AttributeNames")).ToHashSet();
        var custom = input.Strings("MessageAttributeNames").ToHashSet();
        return received.Count == 0 ? [] : new() { ["Messages"] = new JsonArray([.. received.Select(message => SqsMessageJson.Received(message, system, custom))]) };
    }

    private static void ChangeVisibility(MessageQueue queue, JsonObject input) =>
        queue.ChangeVisibility(Required(input, "ReceiptHandle"), TimeSpan.FromSeconds(Seconds(input, "VisibilityTimeout", LongestVisibility) ?? throw Missing("VisibilityTimeout")));

    private static JsonObject Do(Action action)
    {
        action();
        return [];
    }

    private void Link()
    {
        foreach (var queue in queues.Values)
            queue.DeadLetterQueue = queue.Settings.DeadLetterArn is { } arn ? Find(arn) : null;
    }

    private MessageQueue Queue(JsonObject input) => Find(Required(input, "QueueUrl")) ?? throw NoSuchQueue();

    private static string Required(JsonObject input, string member) =>
        input.Text(member) is { Length: > 0 } text ? text : throw Missing(member);

    private static AwsError Missing(string member) => new("MissingParameter", $"The request must contain the parameter {member}.");

    private static AwsError NoSuchQueue() => new("QueueDoesNotExist", "The specified queue does not exist.");
}
