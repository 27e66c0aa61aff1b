using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>What calls Reconcile: the clock, and every workflow of ours that ends badly.</summary>
internal sealed class Reconciler : Construct
{
    /// <param name="stateMachines">ARNs of the suite's state machines.</param>
    public Reconciler(Construct scope, string id, SuiteFunction reconcile, IReadOnlyList<string> stateMachines)
        : base(scope, id)
    {
        Undelivered = new DeadLetterQueue(this, "Undelivered");
        var target = new LambdaFunction(reconcile.Function, new LambdaFunctionProps { DeadLetterQueue = Undelivered });
        _ = new Rule(this, "Schedule", new RuleProps
        {
            Description = "Looks for open incidents without living workflows",
            Schedule = Schedule.Rate(Duration.Minutes(5)),
            Targets = [target],
        });
        _ = new Rule(this, "WorkflowEnded", new RuleProps
        {
            Description = "A workflow of the suite failed, timed out or was stopped",
            EventPattern = new EventPattern
            {
                Source = ["aws.states"],
                DetailType = ["Step Functions Execution Status Change"],
                Detail = new Dictionary<string, object>
                {
                    ["status"] = new[] { "FAILED", "TIMED_OUT", "ABORTED" },
                    ["stateMachineArn"] = stateMachines.ToArray(),
                },
            },
            Targets = [target],
        });
    }

    /// <summary>What neither rule could hand to the function. An invocation that fails three times is given up: the schedule looks again within five minutes, and an alarm tells.</summary>
    public DeadLetterQueue Undelivered { get; }
}
