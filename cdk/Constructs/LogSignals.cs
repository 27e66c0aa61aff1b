using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>
/// Lines of applications' logs: a subscription of each log group that policy names calls the classifier itself. It tries three times; what
/// it then could not take in lies in a queue.
/// </summary>
internal sealed class LogSignals : Construct
{
    public LogSignals(Construct scope, string id, SuiteFunction classifier, LogsPolicy policy)
        : base(scope, id)
    {
        Classifier = classifier;
        Unprocessed = new DeadLetterQueue(this, "Unprocessed");
        classifier.LeaveFailuresIn(Unprocessed);
        foreach (var group in policy.Groups)
        {
            Subscribe(group, policy.Pattern);
        }
    }

    public SuiteFunction Classifier { get; }

    /// <summary>Deliveries that the classifier failed on.</summary>
    public DeadLetterQueue Unprocessed { get; }

    /// <summary>The log group belongs to its application: it has to be there when the stack is deployed.</summary>
    private void Subscribe(string group, string pattern)
    {
        var stack = Stack.Of(this);
        var subscription = new Construct(this, group);
        var permission = new CfnPermission(subscription, "Permission", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = Classifier.Arn,
            Principal = "logs.amazonaws.com",
            SourceAccount = stack.Account,
            SourceArn = stack.FormatArn(new ArnComponents { Service = "logs", Resource = "log-group", ResourceName = $"{group}:*", ArnFormat = ArnFormat.COLON_RESOURCE_NAME }),
        });
        var filter = new CfnSubscriptionFilter(subscription, "Filter", new CfnSubscriptionFilterProps
        {
            LogGroupName = group,
            FilterPattern = pattern,
            DestinationArn = Classifier.Arn,
        });

        // CloudWatch Logs tries whether it may call the function when the subscription is made.
        filter.AddDependency(permission);
    }
}
