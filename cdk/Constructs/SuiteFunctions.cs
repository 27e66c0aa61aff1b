using Amazon.CDK;
using Constructs;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The functions, and beside each what it is told and what it may do.</summary>
internal sealed class SuiteFunctions
{
    private readonly Construct scope;
    private readonly FunctionSetup setup;
    private readonly LinkKey linkKey;
    private readonly PagingTopics topics;
    private readonly PostMortems postMortems;
    private readonly string lifecycleArn;

    public SuiteFunctions(Construct scope, FunctionSetup setup, LinkKey linkKey, PagingTopics topics, PostMortems postMortems, ReportsPolicy reports, Channels channels, int? publicConcurrency)
    {
        (this.scope, this.setup, this.linkKey, this.topics, this.postMortems) = (scope, setup, linkKey, topics, postMortems);
        lifecycleArn = Workflow.ArnOf(scope, WorkflowNames.Lifecycle);
        Respond = MakeRespond([.. new[] { channels.PagerDuty?.WebhookSecret, channels.Webhook?.Secret }.OfType<string>().Distinct()]);
        Responder = new PublicUrl(scope, "Responder", Respond, publicConcurrency);
        ClassifyAlarm = MakeClassifier(FunctionNames.ClassifyAlarm);
        ClassifyCost = MakeClassifier(FunctionNames.ClassifyCost);
        ClassifyFinding = MakeClassifier(FunctionNames.ClassifyFinding);
        ClassifyHealth = MakeClassifier(FunctionNames.ClassifyHealth);
        ClassifyLogs = MakeClassifier(FunctionNames.ClassifyLogs);
        ReceiveReport = reports.Secrets.Count > 0 ? MakeReceiver(reports) : null;
        Reports = ReceiveReport is { } receiver ? new PublicUrl(scope, "Reports", receiver, publicConcurrency) : null;
        AnswerSlack = channels.Slack?.SigningSecret is { } signingSecret ? MakeSlackAnswerer(signingSecret) : null;
        Slack = AnswerSlack is { } answerer ? new PublicUrl(scope, "Slack", answerer, publicConcurrency) : null;
        BeginRunbook = MakeClassifier(FunctionNames.BeginRunbook);
        AssessEvidence = new SuiteFunction(scope, FunctionNames.AssessEvidence, setup, Duration.Seconds(20));
        RecordIncident = MakeRecordIncident();
        ComposeMessage = MakeComposeMessage();
        Reconcile = MakeReconcile();
    }

    public SuiteFunction ClassifyAlarm { get; }

    public SuiteFunction ClassifyCost { get; }

    public SuiteFunction ClassifyFinding { get; }

    public SuiteFunction ClassifyHealth { get; }

    public SuiteFunction ClassifyLogs { get; }

    /// <summary>Null where policy names nobody who sends reports.</summary>
    public SuiteFunction? ReceiveReport { get; }

    /// <summary>The URL of <see cref="ReceiveReport"/>.</summary>
    public PublicUrl? Reports { get; }

    /// <summary>Null where Slack tells nothing.</summary>
    public SuiteFunction? AnswerSlack { get; }

    /// <summary>The URL of <see cref="AnswerSlack"/>.</summary>
    public PublicUrl? Slack { get; }

    /// <summary>Declares incidents that somebody starts a runbook for, so it may do what a classifier may.</summary>
    public SuiteFunction BeginRunbook { get; }

    /// <summary>Thinks, and touches nothing.</summary>
    public SuiteFunction AssessEvidence { get; }

    public SuiteFunction RecordIncident { get; }

    public SuiteFunction ComposeMessage { get; }

    public SuiteFunction Respond { get; }

    public SuiteFunction Reconcile { get; }

    /// <summary>The URL of <see cref="Respond"/>.</summary>
    public PublicUrl Responder { get; }

    public IReadOnlyList<SuiteFunction> All => [ClassifyAlarm, ClassifyCost, ClassifyFinding, ClassifyHealth, ClassifyLogs, .. ReceiveReport is { } receiver ? [receiver] : Array.Empty<SuiteFunction>(), .. AnswerSlack is { } answerer ? [answerer] : Array.Empty<SuiteFunction>(), BeginRunbook, AssessEvidence, RecordIncident, ComposeMessage, Respond, Reconcile];

    /// <summary>Takes in signals, starts lifecycles, and pages by itself when they will not start.</summary>
    private SuiteFunction MakeClassifier(string name)
    {
        var function = Writer(name, Duration.Seconds(30));
        function.Tell(EnvironmentVariables.LifecycleArn, lifecycleArn);
        function.Allow("states:StartExecution", lifecycleArn);
        function.Tell(EnvironmentVariables.PageTopicArn, topics.Everyone.TopicArn);
        function.Allow("sns:Publish", topics.Everyone.TopicArn);
        LetSignLinks(function);
        return function;
    }

    /// <summary>Reads the senders' secrets besides; SSM decrypts them by the account's own key for parameters.</summary>
    private SuiteFunction MakeReceiver(ReportsPolicy reports)
    {
        var function = MakeClassifier(FunctionNames.ReceiveReport);
        foreach (var secret in reports.Secrets)
        {
            function.Allow("ssm:GetParameter", Parameter(secret));
        }

        return function;
    }

    /// <summary>Declares incidents, as a classifier opens them, and does what people may do to one; it lists those that are open, and signs a link for whoever asks for their own.</summary>
    private SuiteFunction MakeSlackAnswerer(string signingSecret)
    {
        var function = MakeClassifier(FunctionNames.AnswerSlack);
        setup.Table.GrantQueryOpen(function.Role);
        function.Allow("ssm:GetParameter", Parameter(signingSecret));
        return function;
    }

    private string Parameter(string name) => Stack.Of(scope).FormatArn(new ArnComponents { Service = "ssm", Resource = "parameter", ResourceName = name.TrimStart('/') });

    private SuiteFunction MakeRecordIncident() => Writer(FunctionNames.RecordIncident, Duration.Seconds(20));

    /// <summary>Only reads; the workflow sends.</summary>
    private SuiteFunction MakeComposeMessage()
    {
        var function = new SuiteFunction(scope, FunctionNames.ComposeMessage, setup, Duration.Seconds(20));
        setup.Table.GrantRead(function.Role);
        function.Tell(EnvironmentVariables.LifecycleArn, lifecycleArn);
        function.Tell(EnvironmentVariables.PageTopicArn, topics.Everyone.TopicArn);
        function.Tell(EnvironmentVariables.UpdatesTopicArn, topics.Updates.TopicArn);
        function.Tell(EnvironmentVariables.PostMortemBucket, postMortems.Bucket.BucketName);
        function.Tell(EnvironmentVariables.PersonTopicArns, topics.PersonTopicArns);
        LetSignLinks(function);
        return function;
    }

    /// <summary>Checks links, and cannot make any.</summary>
    /// <param name="secrets">The SSM parameters with the secrets of PagerDuty's webhook and of programs'.</param>
    private SuiteFunction MakeRespond(IReadOnlyList<string> secrets)
    {
        var function = Writer(FunctionNames.Respond, Duration.Seconds(15));
        function.Tell(EnvironmentVariables.LinkKeyArn, linkKey.KeyArn);
        function.Allow("kms:VerifyMac", linkKey.KeyArn);
        foreach (var secret in secrets)
        {
            function.Allow("ssm:GetParameter", Parameter(secret));
        }

        return function;
    }

    /// <summary>Looks at the workflows; the lifecycle, which it starts, starts paging. What tells people beside it goes on by itself.</summary>
    private SuiteFunction MakeReconcile()
    {
        var function = Writer(FunctionNames.Reconcile, Duration.Minutes(2));
        setup.Table.GrantQueryOpen(function.Role);
        function.Tell(EnvironmentVariables.LifecycleArn, lifecycleArn);
        function.Tell(EnvironmentVariables.PagingArn, Workflow.ArnOf(scope, WorkflowNames.Paging));
        var (updates, aftermath) = (Workflow.ArnOf(scope, WorkflowNames.StatusUpdates), Workflow.ArnOf(scope, WorkflowNames.PostIncident));
        function.Tell(EnvironmentVariables.StatusUpdatesArn, updates);
        function.Tell(EnvironmentVariables.PostIncidentArn, aftermath);
        function.Allow("states:StartExecution", lifecycleArn, updates, aftermath);
        function.Allow("states:DescribeExecution", Workflow.ExecutionsOf(scope, WorkflowNames.Lifecycle), Workflow.ExecutionsOf(scope, WorkflowNames.Paging), Workflow.ExecutionsOf(scope, WorkflowNames.StatusUpdates), Workflow.ExecutionsOf(scope, WorkflowNames.PostIncident), Workflow.ExecutionsOf(scope, WorkflowNames.Runbook("*")));
        return function;
    }

    /// <summary>A function that changes incidents, and so wakes the workflows that wait for the change.</summary>
    private SuiteFunction Writer(string name, Duration timeout)
    {
        var function = new SuiteFunction(scope, name, setup, timeout);
        setup.Table.GrantReadWrite(function.Role);

        // Step Functions has no resource for this action; the token, which nobody can guess, is the authority.
        function.Allow("states:SendTaskSuccess", "*");
        return function;
    }

    private void LetSignLinks(SuiteFunction function)
    {
        function.Tell(EnvironmentVariables.LinkKeyArn, linkKey.KeyArn);
        function.Tell(EnvironmentVariables.RespondUrl, Responder.Url);
        function.Allow("kms:GenerateMac", linkKey.KeyArn);
    }
}
