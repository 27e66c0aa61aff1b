using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda.EventSources;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SQS;
using Constructs;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using SqsQueue = Amazon.CDK.AWS.Events.Targets.SqsQueue;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>How CloudWatch alarms reach their classifier: by an EventBridge rule, or by a topic that alarms name as their action.</summary>
internal sealed class AlarmSignals : Construct
{
    private const int ReceivesBeforeDeadLetter = 5;
    private static readonly Duration BatchingWindow = Duration.Seconds(1);

    public AlarmSignals(Construct scope, string id, SuiteFunction classifier)
        : base(scope, id)
    {
        Unprocessed = new DeadLetterQueue(this, "Unprocessed");
        Undelivered = new DeadLetterQueue(this, "Undelivered");
        Queue = new Queue(this, "Queue", new QueueProps
        {
            // As Lambda asks: six tries of the function and the batching window, so that no message is seen twice while it is being worked on.
            VisibilityTimeout = Duration.Seconds((6 * classifier.Timeout.ToSeconds()) + BatchingWindow.ToSeconds()),
            RetentionPeriod = Duration.Days(4),
            DeadLetterQueue = new Amazon.CDK.AWS.SQS.DeadLetterQueue { Queue = Unprocessed, MaxReceiveCount = ReceivesBeforeDeadLetter },
        });

        Rule = new Rule(this, "Rule", new RuleProps
        {
            Description = "CloudWatch alarms that change state, but for the suite's own and those of target tracking",
            EventPattern = EventPatterns.Parse(AlarmEventPattern.Json),
            Targets = [new SqsQueue(Queue, new SqsQueueProps { DeadLetterQueue = Undelivered })],
        });

        Topic = new Topic(this, "Topic", new TopicProps { DisplayName = "Alarms for incident response" });
        TopicPolicies.AllowAlarms(this, "TopicPolicy", Topic, "*");
        Topic.AddSubscription(new SqsSubscription(Queue, new SqsSubscriptionProps { DeadLetterQueue = Undelivered }));

        classifier.Function.AddEventSource(new SqsEventSource(Queue, new SqsEventSourceProps
        {
            // A storm fills batches, and a batch folds its signals into few writes.
            BatchSize = 100,
            MaxBatchingWindow = BatchingWindow,
            MaxConcurrency = 5,
            ReportBatchItemFailures = true,
        }));
    }

    public Queue Queue { get; }

    /// <summary>Messages that the classifier failed on.</summary>
    public DeadLetterQueue Unprocessed { get; }

    /// <summary>What the rule or the topic could not put into the queue.</summary>
    public DeadLetterQueue Undelivered { get; }

    public Rule Rule { get; }

    public Topic Topic { get; }
}
