using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using IncidentServerless.Cdk.Constructs;
using IncidentServerless.Cdk.Permissions;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Workflows;
using AssetOptions = Amazon.CDK.AWS.S3.Assets.AssetOptions;

namespace IncidentServerless.Cdk;

/// <summary>The suite in one account and region. Wiring only; what each part is lies in <c>Constructs</c>.</summary>
public sealed class IncidentStack : Stack
{
    /// <summary>Also what the names of functions, state machines and log groups begin with.</summary>
    public const string Name = "IncidentServerless";

    public IncidentStack(Construct scope, string id, StackInputs inputs)
        : base(scope, id, new StackProps { StackName = Name, Description = "Incident response: signals, paging, lifecycle, runbooks" })
    {
        var setup = new FunctionSetup(
            Code.FromAsset(inputs.Functions.Folder, new AssetOptions { Exclude = ["*.pdb", "*.dbg", "*.xml"] }),
            inputs.Functions.Processor == Processor.Arm64 ? Architecture.ARM_64 : Architecture.X86_64,
            new IncidentTable(this, "Incidents"));
        var topics = new PagingTopics(this, "Pages", inputs.Policy.People.Keys);
        var connections = new ChannelConnections(this, "Channels", inputs.Policy.Channels, inputs.Policy.Customers, inputs.Policy.Tickets);
        var postMortems = new PostMortems(this, "PostMortems");
        var functions = new SuiteFunctions(this, setup, new LinkKey(this, "LinkKey"), topics, postMortems, inputs.Policy.Reports, inputs.Policy.Channels, inputs.PublicConcurrency);
        _ = new AutomationSwitch(this, "Automation");
        var workflows = Workflows(functions, topics, postMortems, connections, inputs.Policy);
        var alarmSignals = new AlarmSignals(this, "AlarmSignals", functions.ClassifyAlarm, inputs.Policy.Drill);
        var costSignals = new CostSignals(this, "CostSignals", functions.ClassifyCost);
        IReadOnlyList<SignalQueue> signals =
        [
            alarmSignals,
            costSignals,
            new FindingSignals(this, "FindingSignals", functions.ClassifyFinding),
            new HealthSignals(this, "HealthSignals", functions.ClassifyHealth),
        ];
        var logSignals = new LogSignals(this, "LogSignals", functions.ClassifyLogs, inputs.Policy.Logs);
        var reconciler = new Reconciler(this, "Reconciler", functions.Reconcile, [.. workflows.Keys.Select(name => Workflow.ArnOf(this, name))]);

        var alarms = Watch(functions, workflows, topics, signals, logSignals, reconciler);
        _ = new SuiteDashboard(this, "Dashboard", functions.All, workflows, signals, alarms.All);
        _ = new NextSteps(this, "NextSteps", topics, alarmSignals, costSignals, functions.Responder, functions.Reports, functions.Slack, inputs.Policy.Channels);
    }

    private Dictionary<string, StateMachine> Workflows(SuiteFunctions functions, PagingTopics topics, PostMortems postMortems, ChannelConnections connections, IncidentPolicy policy)
    {
        var substitutions = new Dictionary<string, string>(connections.Substitutions)
        {
            [Placeholders.RecordIncident] = functions.RecordIncident.Arn,
            [Placeholders.ComposeMessage] = functions.ComposeMessage.Arn,
            [Placeholders.BeginRunbook] = functions.BeginRunbook.Arn,
            [Placeholders.AssessEvidence] = functions.AssessEvidence.Arn,
            [Placeholders.AutomationParameter] = AutomationSwitch.ParameterName,
            [Placeholders.Paging] = Workflow.ArnOf(this, WorkflowNames.Paging),
            [Placeholders.StatusUpdates] = Workflow.ArnOf(this, WorkflowNames.StatusUpdates),
            [Placeholders.PostIncident] = Workflow.ArnOf(this, WorkflowNames.PostIncident),
            [Placeholders.TicketSource] = Name,
            [Placeholders.StatusPageId] = connections.StatusPageId,
            [Placeholders.PostMortemBucket] = postMortems.Bucket.BucketName,
        };
        foreach (var runbook in WorkflowDefinitions.Runbooks)
        {
            substitutions[Placeholders.Runbook(runbook)] = Workflow.ArnOf(this, WorkflowNames.Runbook(runbook));
        }

        IEnumerable<(WorkflowDefinition Definition, RunbookTargets Targets)> all =
        [
            (WorkflowDefinitions.Lifecycle, RunbookTargets.None),
            (WorkflowDefinitions.Paging(connections.Configured), RunbookTargets.None),
            (WorkflowDefinitions.StatusUpdates(connections.Configured), RunbookTargets.OfUpdates(this, policy)),
            (WorkflowDefinitions.PostIncident(connections.Configured), new RunbookTargets { Documents = [postMortems.ObjectsArn], Mail = MailPermission.Of(this, policy.Customers.Mail) }),
            .. WorkflowDefinitions.Runbooks.Select(runbook => (WorkflowDefinitions.Runbook(runbook, RunbookTargets.KindsOf(policy, runbook)), RunbookTargets.Of(this, policy, runbook))),
        ];
        return all.ToDictionary(
            each => each.Definition.Name,
            each => new Workflow(this, each.Definition, own => new WorkflowSurroundings(own, substitutions, topics.Of(each.Definition.Name, policy), connections.SecretArns, each.Targets)).StateMachine);
    }

    private SuiteAlarms Watch(SuiteFunctions functions, Dictionary<string, StateMachine> workflows, PagingTopics topics, IReadOnlyList<SignalQueue> signals, LogSignals logSignals, Reconciler reconciler)
    {
        var alarms = new SuiteAlarms(this, "SuiteAlarms", topics.Everyone);
        foreach (var function in functions.All)
        {
            alarms.OnErrorsOf(function);
        }

        foreach (var (name, machine) in workflows)
        {
            alarms.OnFailuresOf(name, machine);
        }

        foreach (var source in signals)
        {
            alarms.OnSignals(source);
        }

        alarms.OnSignals(logSignals);
        alarms.OnMessagesIn(reconciler.Undelivered, "reconcile-undelivered", "calls of Reconcile that could not be made");
        alarms.OnPagesUnheard();
        alarms.OnPagesThatReachNobody(topics.Everyone);
        foreach (var (person, topic) in topics.People)
        {
            alarms.OnPagesThatReachNobody(topic, person);
        }

        return alarms;
    }
}
