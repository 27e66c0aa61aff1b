using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using IncidentServerless.Cdk.Constructs;
using IncidentServerless.Cdk.Permissions;
using IncidentServerless.Workflows;
using AssetOptions = Amazon.CDK.AWS.S3.Assets.AssetOptions;

namespace IncidentServerless.Cdk;

/// <summary>The suite in one account and region. Wiring only; what each part is lies in <c>Constructs</c>.</summary>
public sealed class IncidentStack : Stack
{
    /// <summary>Also the prefix of the names of functions, state machines and the suite's own alarms.</summary>
    public const string Name = "IncidentServerless";

    private const string SendTaskSuccess = "states:SendTaskSuccess";

    public IncidentStack(Construct scope, string id, StackInputs inputs)
        : base(scope, id, new StackProps { StackName = Name, Description = "Incident response: signals, paging, lifecycle" })
    {
        var table = new IncidentTable(this, "Incidents");
        var setup = new FunctionSetup(
            Code.FromAsset(inputs.Functions.Folder, new AssetOptions { Exclude = ["*.pdb", "*.dbg", "*.xml"] }),
            inputs.Functions.Processor == Processor.Arm64 ? Architecture.ARM_64 : Architecture.X86_64,
            table);
        var linkKey = new LinkKey(this, "LinkKey");
        var topics = new PagingTopics(this, "Pages", inputs.Policy.People.Keys);
        var connections = new ChannelConnections(this, "Channels", inputs.Policy.Channels);

        var classifyAlarm = new SuiteFunction(this, FunctionNames.ClassifyAlarm, setup, Duration.Seconds(30));
        var recordIncident = new SuiteFunction(this, FunctionNames.RecordIncident, setup, Duration.Seconds(20));
        var composeMessage = new SuiteFunction(this, FunctionNames.ComposeMessage, setup, Duration.Seconds(20));
        var respond = new SuiteFunction(this, FunctionNames.Respond, setup, Duration.Seconds(15));
        var reconcile = new SuiteFunction(this, FunctionNames.Reconcile, setup, Duration.Minutes(2));

        var paging = WorkflowDefinitions.Paging(connections.Configured);
        var lifecycleArn = Workflow.ArnOf(this, WorkflowDefinitions.Lifecycle.Name);
        var pagingArn = Workflow.ArnOf(this, paging.Name);
        var substitutions = new Dictionary<string, string>(connections.Substitutions)
        {
            [Placeholders.RecordIncident] = recordIncident.Arn,
            [Placeholders.ComposeMessage] = composeMessage.Arn,
            [Placeholders.Paging] = pagingArn,
        };
        WorkflowSurroundings Surroundings(string own) => new(own, substitutions, [.. topics.All.Select(topic => topic.TopicArn)], connections.SecretArns);
        var workflows = new[] { WorkflowDefinitions.Lifecycle, paging }.ToDictionary(
            definition => definition.Name,
            definition => new Workflow(this, definition, Surroundings).StateMachine);

        var signals = new AlarmSignals(this, "AlarmSignals", classifyAlarm);
        var responder = new Responder(this, "Responder", respond);
        var reconciler = new Reconciler(this, "Reconciler", reconcile, [lifecycleArn, pagingArn]);

        foreach (var writer in new[] { classifyAlarm, recordIncident, respond, reconcile })
        {
            table.GrantReadWrite(writer.Function);

            // Step Functions has no resource for this action; the token, which nobody can guess, is the authority.
            writer.Allow(SendTaskSuccess, "*");
        }

        table.GrantRead(composeMessage.Function);
        table.GrantQueryOpen(reconcile.Function);

        classifyAlarm.Tell(EnvironmentVariables.LifecycleArn, lifecycleArn);
        classifyAlarm.Allow("states:StartExecution", lifecycleArn);
        classifyAlarm.Tell(EnvironmentVariables.PageTopicArn, topics.Everyone.TopicArn);
        topics.Everyone.GrantPublish(classifyAlarm.Function);

        composeMessage.Tell(EnvironmentVariables.LifecycleArn, lifecycleArn);
        composeMessage.Tell(EnvironmentVariables.PageTopicArn, topics.Everyone.TopicArn);
        composeMessage.Tell(EnvironmentVariables.PersonTopicArns, topics.PersonTopicArns);

        foreach (var signer in new[] { classifyAlarm, composeMessage })
        {
            signer.Tell(EnvironmentVariables.LinkKeyArn, linkKey.KeyArn);
            signer.Tell(EnvironmentVariables.RespondUrl, responder.Url);
            signer.Allow("kms:GenerateMac", linkKey.KeyArn);
        }

        respond.Tell(EnvironmentVariables.LinkKeyArn, linkKey.KeyArn);
        respond.Allow("kms:VerifyMac", linkKey.KeyArn);

        reconcile.Tell(EnvironmentVariables.LifecycleArn, lifecycleArn);
        reconcile.Tell(EnvironmentVariables.PagingArn, pagingArn);
        reconcile.Allow("states:StartExecution", lifecycleArn);
        reconcile.Allow("states:DescribeExecution", Workflow.ExecutionsOf(this, WorkflowDefinitions.Lifecycle.Name), Workflow.ExecutionsOf(this, paging.Name));

        var functions = new[] { classifyAlarm, recordIncident, composeMessage, respond, reconcile };
        var alarms = new SuiteAlarms(this, "SuiteAlarms", topics.Everyone);
        foreach (var function in functions)
        {
            alarms.OnErrorsOf(function);
        }

        foreach (var (name, machine) in workflows)
        {
            alarms.OnFailuresOf(name, machine);
        }

        alarms.OnMessagesIn(signals.Unprocessed, "signals-unprocessed", "alarms that ClassifyAlarm failed on five times");
        alarms.OnMessagesIn(signals.Undelivered, "signals-undelivered", "alarms that could not be put into the classifier's queue");
        alarms.OnMessagesIn(reconciler.Undelivered, "reconcile-undelivered", "calls of Reconcile that could not be made");
        alarms.OnWaitingSignals(signals.Queue);
        alarms.OnUnparsedEvents(classifyAlarm);
        alarms.OnPagesThatReachNobody(topics.Everyone);

        _ = new SuiteDashboard(this, "Dashboard", functions, workflows, signals, alarms.All);
        _ = new NextSteps(this, "NextSteps", topics, signals, responder);
    }
}
