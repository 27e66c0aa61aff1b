using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Faults;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.LocalCloud.Queues;

/// <summary>An SQS standard queue on the cloud's clock.</summary>
public sealed class MessageQueue
{
    private readonly Lock gate = new();
    private readonly LinkedList<QueueMessage> messages = [];
    private readonly ICloudClock clock;
    private readonly ObservationLog observations;
    private readonly CloudIds ids;
    private readonly FaultBoard faults;
    private int receipts;

    internal MessageQueue(string name, string? logicalId, string arn, string url, QueueSettings settings, ICloudClock clock, ObservationLog observations, CloudIds ids, FaultBoard faults)
    {
        Name = name;
        LogicalId = logicalId;
        Arn = arn;
        Url = url;
        Settings = settings;
        this.clock = clock;
        this.observations = observations;
        this.ids = ids;
        this.faults = faults;
    }

    public string Name { get; }

    /// <summary>Its name in the template; null when the API made it.</summary>
    public string? LogicalId { get; }

    public string Arn { get; }

    public string Url { get; }

    public QueueSettings Settings { get; internal set; }

    /// <summary>The messages that are in it, hidden ones too.</summary>
    public IReadOnlyList<QueueMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    internal MessageQueue? DeadLetterQueue { get; set; }

    /// <summary>A message has become visible. Raised under the queue's lock: a handler takes note and returns.</summary>
    internal event Action? Available;

    /// <param name="delay">Default: the queue's.</param>
    /// <returns>The message's id.</returns>
    public string Send(string body, IReadOnlyDictionary<string, MessageAttribute>? attributes = null, TimeSpan? delay = null, string senderId = "operator")
    {
        var (id, now) = (ids.Next(Name), clock.UtcNow);
        var fault = faults.Take(Name, LogicalId, body);
        observations.Add(new MessageSent(Name, id, body));
        var visibleAt = now + (fault?.HoldBack ?? delay ?? Settings.Delay);
        Put(new QueueMessage(id, body, attributes ?? new Dictionary<string, MessageAttribute>(), senderId, now, visibleAt));
        if (fault?.RepeatAfter is { } later)
            Put(new QueueMessage(id, body, attributes ?? new Dictionary<string, MessageAttribute>(), senderId, now, visibleAt + later));
        return id;
    }

    /// <summary>Takes up to <paramref name="maximum"/> visible messages, oldest first, and hides them.</summary>
    public IReadOnlyList<QueueMessage> Receive(int maximum, TimeSpan? visibilityTimeout = null)
    {
        var received = new List<QueueMessage>();
        var given = new List<QueueMessage>();
        lock (gate)
        {
            Expire();
            foreach (var message in messages.Where(message => message.VisibleAt <= clock.UtcNow).ToList())
            {
                if (received.Count == maximum)
                    break;
                if (DeadLetterQueue is not null && message.ReceiveCount >= Settings.MaximumReceives)
                    given.Add(Remove(message));
                else
                    received.Add(Hide(message, visibilityTimeout ?? Settings.VisibilityTimeout));
            }
        }
        foreach (var message in given)
            GiveUp(message);
        if (received.Count > 0)
            observations.Add(new MessagesReceived(Name, [.. received.Select(message => message.MessageId)]));
        return received;
    }

    /// <summary>Deletes by receipt handle; one that is no longer known is accepted, as SQS does.</summary>
    public void Delete(string receiptHandle)
    {
        lock (gate)
            if (Find(receiptHandle) is { } message)
                Remove(message);
    }

    /// <summary>Hides a received message for another while, from now; zero shows it at once.</summary>
    /// <exception cref="AwsError">The receipt handle is not of a message in flight.</exception>
    public void ChangeVisibility(string receiptHandle, TimeSpan timeout)
    {
        lock (gate)
        {
            var message = Find(receiptHandle) ?? throw new AwsError("ReceiptHandleIsInvalid", $"The input receipt handle \"{receiptHandle}\" is not a valid receipt handle.");
            if (message.VisibleAt <= clock.UtcNow)
                throw new AwsError("MessageNotInflight", $"The message referred to by the receipt handle is not in flight.");
            WaitUntil(message, clock.UtcNow + timeout);
        }
    }

    public void Purge()
    {
        lock (gate)
            foreach (var message in messages.ToList())
                Remove(message);
    }

    public int VisibleCount
    {
        get
        {
            lock (gate)
                return messages.Count(message => message.VisibleAt <= clock.UtcNow);
        }
    }

    internal int DelayedCount
    {
        get
        {
            lock (gate)
                return messages.Count(message => message.VisibleAt > clock.UtcNow && message.ReceiveCount == 0);
        }
    }

    internal void Put(QueueMessage message)
    {
        lock (gate)
        {
            messages.AddLast(message);
            WaitUntil(message, message.VisibleAt);
        }
    }

    private QueueMessage Hide(QueueMessage message, TimeSpan timeout)
    {
        message.ReceiveCount++;
        message.FirstReceivedAt ??= clock.UtcNow;
        message.ReceiptHandle = $"{message.MessageId}#{++receipts}";
        WaitUntil(message, clock.UtcNow + timeout);
        return message;
    }

    private void WaitUntil(QueueMessage message, DateTimeOffset visibleAt)
    {
        message.Timer?.Dispose();
        message.Timer = null;
        message.VisibleAt = visibleAt;
        if (Available is not { } available)
            return;
        if (visibleAt <= clock.UtcNow)
            available();
        else
            message.Timer = clock.Schedule(visibleAt, () =>
            {
                available();
                return Task.CompletedTask;
            });
    }

    private QueueMessage Remove(QueueMessage message)
    {
        message.Timer?.Dispose();
        messages.Remove(message);
        return message;
    }

    private void GiveUp(QueueMessage message)
    {
        message.DeadLetterSourceArn = Arn;
        message.VisibleAt = clock.UtcNow;
        observations.Add(new MessageDeadLettered(Name, DeadLetterQueue!.Name, message.MessageId, message.Body));
        DeadLetterQueue.Put(message);
    }

    private void Expire()
    {
        foreach (var message in messages.Where(message => message.SentAt + Settings.Retention < clock.UtcNow).ToList())
            Remove(message);
    }

    private QueueMessage? Find(string receiptHandle) => messages.FirstOrDefault(message => message.ReceiptHandle == receiptHandle);
}
