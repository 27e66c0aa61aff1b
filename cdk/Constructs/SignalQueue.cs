using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda.EventSources;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SQS;
using Constructs;
using SqsQueue = Amazon.CDK.AWS.Events.Targets.SqsQueue;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>How the signals of one source reach their classifier: by an EventBridge rule and by a topic, both into one queue. A source says which rule and which topic.</summary>
internal abstract class SignalQueue : Construct
{
    private const int ReceivesBeforeDeadLetter = 5;
    private static readonly Duration BatchingWindow = Duration.Seconds(1);

    /// <param name="name">What they are, in the plural and in lower case: <c>alarms</c>.</param>
    protected SignalQueue(Construct scope, string id, string name, SuiteFunction classifier)
        : base(scope, id)
    {
        Name = name;
        Classifier = classifier;
        Unprocessed = new DeadLetterQueue(this, "Unprocessed");
        Undelivered = new DeadLetterQueue(this, "Undelivered");
        Queue = new Queue(this, "Queue", new QueueProps
        {
            // As Lambda asks: six tries of the function and the batching window, so that no message is seen twice while it is being worked on.
            VisibilityTimeout = Duration.Seconds((6 * classifier.Timeout.ToSeconds()) + BatchingWindow.ToSeconds()),
            RetentionPeriod = Duration.Days(4),
            DeadLetterQueue = new Amazon.CDK.AWS.SQS.DeadLetterQueue { Queue = Unprocessed, MaxReceiveCount = ReceivesBeforeDeadLetter },
        });
        classifier.Function.AddEventSource(new SqsEventSource(Queue, new SqsEventSourceProps
        {
            // A storm fills batches, and a batch folds its signals into few writes.
            BatchSize = 100,
            MaxBatchingWindow = BatchingWindow,
            MaxConcurrency = 5,
            ReportBatchItemFailures = true,
        }));
    }

    public string Name { get; }

    public SuiteFunction Classifier { get; }

    public Queue Queue { get; }

    /// <summary>Messages that the classifier failed on.</summary>
    public DeadLetterQueue Unprocessed { get; }

    /// <summary>What the rule or the topic could not put into the queue.</summary>
    public DeadLetterQueue Undelivered { get; }

    /// <summary>Takes these events from the bus.</summary>
    /// <param name="pattern">As Domain states it.</param>
    /// <param name="id">Another than the source's own rule has another.</param>
    protected void TakeFromBus(string pattern, string description, string id = "Rule") => _ = new Rule(this, id, new RuleProps
    {
        Description = description,
        EventPattern = EventPatterns.Parse(pattern),
        Targets = [new SqsQueue(Queue, new SqsQueueProps { DeadLetterQueue = Undelivered })],
    });

    /// <summary>Takes what EventBridge writes when the time has come, as it writes it: each with an id of its own.</summary>
    protected void TakeFromSchedule(string id, string description, Schedule schedule) => _ = new Rule(this, id, new RuleProps
    {
        Description = description,
        Schedule = schedule,
        Targets = [new SqsQueue(Queue, new SqsQueueProps { DeadLetterQueue = Undelivered })],
    });

    /// <summary>A topic that feeds the queue, and to which only these may publish.</summary>
    protected Topic TakeFromTopic(string displayName, params TopicPublisher[] publishers)
    {
        var topic = new Topic(this, "Topic", new TopicProps { DisplayName = displayName });
        TopicPolicies.Allow(this, "TopicPolicy", topic, publishers);
        topic.AddSubscription(new SqsSubscription(Queue, new SqsSubscriptionProps { DeadLetterQueue = Undelivered }));
        return topic;
    }
}
