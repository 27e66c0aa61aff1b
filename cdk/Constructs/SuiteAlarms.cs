using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>
/// The suite's alarms on itself. They go straight to the page topic, since nothing of the suite may be needed to say that the suite is broken;
/// their names have the prefix, as the rule for alarms expects of those that it leaves out.
/// </summary>
internal sealed class SuiteAlarms : Construct
{
    private static readonly Duration FiveMinutes = Duration.Minutes(5);

    private readonly SnsAction page;
    private readonly List<IAlarm> alarms = [];

    public SuiteAlarms(Construct scope, string id, ITopic pageTopic)
        : base(scope, id) => page = new SnsAction(pageTopic);

    public IReadOnlyList<IAlarm> All => alarms;

    /// <summary>A single failure is retried by whoever called, so only several count.</summary>
    public void OnErrorsOf(SuiteFunction function) => Add(
        $"{function.Name}-fails",
        function.Function.MetricErrors(new MetricOptions { Period = FiveMinutes, Statistic = "Sum" }),
        threshold: 3,
        $"{function.Name} failed three times in five minutes. Look into the log group {function.LogGroupName}.");

    public void OnFailuresOf(string workflow, StateMachine machine)
    {
        var options = new MetricOptions { Period = FiveMinutes, Statistic = "Sum" };
        foreach (var (end, metric) in new[] { ("failed", machine.MetricFailed(options)), ("timed out", machine.MetricTimedOut(options)), ("was stopped", machine.MetricAborted(options)) })
        {
            Add(
                $"{workflow}-{end.Replace(' ', '-')}",
                metric,
                threshold: 1,
                $"A workflow {workflow} {end}. {Remedy(workflow)} The execution in the Step Functions console says why.");
        }
    }

    // What is done about it without people. A runbook may have been in the middle of something, so only people start it again.
    private static string Remedy(string workflow) => workflow.StartsWith("runbook-", StringComparison.Ordinal)
        ? "Its incident's people are told within minutes, and can start it again by hand: it goes on where the incident stands."
        : "Reconcile starts another for its incident.";

    /// <param name="what">Completes "There are …", for people.</param>
    public void OnMessagesIn(DeadLetterQueue queue, string name, string what) => Add(
        $"{name}-dead-letters",
        queue.MetricApproximateNumberOfMessagesVisible(new MetricOptions { Period = Duration.Minutes(1), Statistic = "Maximum" }),
        threshold: 1,
        $"There are {what}. Read them, mend the cause, then redrive them: nothing is lost for two weeks.");

    /// <summary>All that can befall the signals of one source on their way to an incident.</summary>
    public void OnSignals(SignalQueue signals)
    {
        var (classifier, name) = (signals.Classifier, signals.Name.Replace(' ', '-'));
        OnMessagesIn(signals.Unprocessed, $"{name}-unprocessed", $"{signals.Name} that {classifier.Name} failed on five times");
        OnMessagesIn(signals.Undelivered, $"{name}-undelivered", $"{signals.Name} that could not be put into the classifier's queue");
        Add(
            $"{name}-wait",
            signals.Queue.MetricApproximateAgeOfOldestMessage(new MetricOptions { Period = Duration.Minutes(1), Statistic = "Maximum" }),
            threshold: 300,
            $"Some {signals.Name} have waited for their classifier for five minutes; pages are late. Look whether {classifier.Name} is throttled or failing.");
        OnUnparsed(classifier, name);
    }

    /// <inheritdoc cref="OnSignals(SignalQueue)"/>
    public void OnSignals(LogSignals signals)
    {
        var (classifier, name) = (signals.Classifier, "log-lines");
        OnMessagesIn(signals.Unprocessed, $"{name}-unprocessed", $"deliveries of log lines that {classifier.Name} failed on three times");
        OnUnparsed(classifier, name);
    }

    private void OnUnparsed(SuiteFunction classifier, string name)
    {
        // The function's log names each event's disposition.
        var unparsed = classifier.CountLogLines(nameof(Disposition.Unparsed), $"{classifier.Name}-UnparsedEvents", "Unparsed");
        Add(
            $"{name}-unparsed",
            unparsed.Metric(new MetricOptions { Period = FiveMinutes, Statistic = "Sum" }),
            threshold: 1,
            $"An event could not be read, so nobody was paged for it. Search the log group {classifier.LogGroupName} for {nameof(Disposition.Unparsed)}, and act on the event by hand.");
    }

    /// <summary>Says so on the dashboard and in the console; nobody would get a message.</summary>
    /// <param name="person">Whose own topic it is; null for the page topic.</param>
    public void OnPagesThatReachNobody(ITopic topic, string? person = null)
    {
        var options = new MetricOptions { Period = FiveMinutes, Statistic = "Sum" };
        Add(
            person is null ? "pages-reach-nobody" : $"pages-reach-nobody-{person}",
            new MathExpression(new MathExpressionProps
            {
                Expression = "IF(FILL(published, 0) > 0 AND FILL(delivered, 0) == 0, 1, 0)",
                Label = "Pages that reached nobody",
                Period = FiveMinutes,
                UsingMetrics = new Dictionary<string, IMetric>
                {
                    ["published"] = topic.MetricNumberOfMessagesPublished(options),
                    ["delivered"] = topic.MetricNumberOfNotificationsDelivered(options),
                },
            }),
            threshold: 1,
            person is null
                ? "A page was published and delivered to nobody. Subscribe somebody to the page topic; the stack's output SubscribeToPages has the command."
                : $"A page for {person} was published and delivered to nobody. Subscribe {person} to that topic; one of the stack's outputs has the command.");
    }

    /// <summary>The functions count it (<c>IncidentMetrics</c>); the next level is told after a minute.</summary>
    public void OnPagesUnheard() => Add(
        "pages-unheard",
        new Metric(new MetricProps { Namespace = IncidentStack.Name, MetricName = "PagesUnheard", Period = FiveMinutes, Statistic = "Sum" }),
        threshold: 1,
        "No channel took a page. The timeline of the incident says why each refused it; call whoever is on call.");

    private void Add(string name, IMetric metric, double threshold, string description)
    {
        var alarm = new Alarm(this, name, new AlarmProps
        {
            AlarmName = AlarmEventPattern.SuiteAlarmPrefix + name,
            AlarmDescription = description,
            Metric = metric,
            Threshold = threshold,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            EvaluationPeriods = 1,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        alarm.AddAlarmAction(page);
        alarms.Add(alarm);
    }
}
