using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Tests;

/// <summary>Nobody may do more than what they are for.</summary>
[Collection(SynthesisedStacks.Name)]
public class PermissionTests(Stacks stacks)
{
    /// <summary>Actions that stand on all resources, and why.</summary>
    private static readonly Dictionary<string, string> Unconfined = new()
    {
        ["xray:PutTraceSegments"] = "X-Ray has no resources to name",
        ["xray:PutTelemetryRecords"] = "X-Ray has no resources to name",
        ["xray:GetSamplingRules"] = "X-Ray has no resources to name",
        ["xray:GetSamplingTargets"] = "X-Ray has no resources to name",
        ["ce:GetCostAndUsage"] = "Cost Explorer has no resources to name",
        ["budgets:ViewBudget"] = "the budget is known at run time only; it reads",
        ["cloudwatch:GetMetricData"] = "CloudWatch has no resources for it",
        ["cloudwatch:DescribeAlarmHistory"] = "any alarm may matter; it reads",
        ["cloudformation:ListStacks"] = "CloudFormation has no resources for it",
        ["cloudtrail:LookupEvents"] = "CloudTrail has no resources for it",
        ["lambda:GetAccountSettings"] = "Lambda has no resources for it",
        ["ecs:ListClusters"] = "ECS has no resources for it",
        ["ecs:ListServices"] = "any cluster may matter; it reads",
        ["ecs:DescribeServices"] = "any service may matter; it reads",
        ["redshift-data:ListStatements"] = "the Data API has no resources for it",
        ["redshift-data:DescribeStatement"] = "statements have no ARN",
        ["redshift-data:CancelStatement"] = "statements have no ARN; it is granted only where policy lists clusters",
        ["health:DescribeEvents"] = "AWS Health has no resources for it",
        ["support:DescribeCases"] = "AWS Support has no resources",
        ["support:CreateCase"] = "AWS Support has no resources; it is granted only where policy lets the runbook open cases",
        ["ssm:DescribeOpsItems"] = "Systems Manager has no resources for it",
        ["aws-marketplace:GetEntitlements"] = "Marketplace entitlements have no resources",
        ["aws-marketplace:BatchMeterUsage"] = "Marketplace metering has no resources; it is granted only where policy lets the runbook send usage again",
        ["redshift-data:GetStatementResult"] = "statements have no ARN",
        ["guardduty:ListDetectors"] = "the detector is known at run time only; it reads",
        ["guardduty:GetFindings"] = "the detector is known at run time only; it reads",
        ["ec2:DescribeInstances"] = "EC2 has no resources for it",
        ["ec2:DescribeSnapshots"] = "EC2 has no resources for it",
        ["autoscaling:DescribeAutoScalingInstances"] = "Auto Scaling has no resources for it",
        ["iam:ListAccessKeys"] = "any user may be in a finding; it reads",
        ["s3:GetBucketPolicyStatus"] = "any bucket may be in a finding; it reads",
        ["s3:GetBucketPublicAccessBlock"] = "any bucket may be in a finding; it reads",
        ["states:SendTaskSuccess"] = "Step Functions has no resource for it; the token is the authority",
    };

    // ExecuteStatement runs the fixed SELECTs of the workflow.
    private static readonly string[] Reading = ["Get", "List", "Describe", "Lookup", "Filter", "Simulate", "View", "GET", "ExecuteStatement"];

    private const string Lifecycle = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:IncidentServerless-incident-lifecycle";
    private const string Paging = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:IncidentServerless-paging";
    private const string StatusUpdates = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:IncidentServerless-status-updates";
    private const string PostIncident = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:IncidentServerless-post-incident";
    private const string PagingExecutions = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:IncidentServerless-paging:*";
    private const string LifecycleExecutions = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:IncidentServerless-incident-lifecycle:*";

    private Template Stack => stacks.Whole;

    private string Table => Stack.Of("AWS::DynamoDB::Table").Single().Arn;

    private string Key => Stack.Of("AWS::KMS::Key").Single().Arn;

    [Fact]
    public void Statements_OfEveryRole_NameTheirActions() =>
        Assert.All(EveryStatement(), statement => Assert.DoesNotContain(statement.Actions, action => action.Contains('*')));

    [Fact]
    public void Statements_OnAllResources_AreExplained() =>
        Assert.All(EveryStatement().Where(statement => statement.Resources.Contains("*")), statement => Assert.Subset(Unconfined.Keys.ToHashSet(), statement.Actions.ToHashSet()));

    /// <summary>The names of instances say nothing, so that a list of them cannot keep automation from the wrong one; a tag can.</summary>
    [Fact]
    public void SecurityWorkflow_TouchingInstancesAndAutoScalingGroups_AsksForTheTag()
    {
        var touching = Stack.Allowed(Stack.StateMachine("runbook-security-finding"))
            .Where(statement => statement.Resources.Any(resource => resource.Contains(":instance/", StringComparison.Ordinal) || resource.Contains(":autoScalingGroup:", StringComparison.Ordinal))).ToList();

        Assert.Equal(["autoscaling:DetachInstances", "ec2:CreateSnapshots", "ec2:ModifyInstanceAttribute"], touching.SelectMany(statement => statement.Actions).Order());
        Assert.All(touching, statement => Assert.Equal("allowed", statement.Condition!["StringEquals"]!["aws:ResourceTag/isolation"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("runbook-security-finding")]
    [InlineData("runbook-marketplace-metering")]
    [InlineData("runbook-data-quality")]
    [InlineData("runbook-partner-central")]
    [InlineData("runbook-authentication")]
    public void Runbook_OfAPolicyThatObserves_MayChangeNothing(string machine) =>
        Assert.All(stacks.Bare.Allowed(stacks.Bare.StateMachine(machine)).SelectMany(statement => statement.Actions).Where(action => action != "lambda:InvokeFunction" && !action.StartsWith("xray:", StringComparison.Ordinal)), action =>
            Assert.Contains(Reading, verb => action.Split(':')[1].StartsWith(verb, StringComparison.Ordinal)));

    [Theory]
    [InlineData(FunctionNames.ClassifyAlarm)]
    [InlineData(FunctionNames.ClassifyCost)]
    [InlineData(FunctionNames.ClassifyFinding)]
    [InlineData(FunctionNames.ClassifyHealth)]
    [InlineData(FunctionNames.ClassifyLogs)]
    [InlineData(FunctionNames.RecordIncident)]
    [InlineData(FunctionNames.Respond)]
    [InlineData(FunctionNames.Reconcile)]
    public void Writer_OfIncidents_MayWriteOnlyTheIncidentTable(string function) =>
        Assert.Equal([Table], Permitted(function).Where(each => each.Action is "dynamodb:PutItem" or "dynamodb:DeleteItem").Select(each => each.Resource).Distinct());

    [Theory]
    [InlineData(FunctionNames.ClassifyAlarm)]
    [InlineData(FunctionNames.ClassifyCost)]
    [InlineData(FunctionNames.ClassifyFinding)]
    [InlineData(FunctionNames.ClassifyHealth)]
    [InlineData(FunctionNames.ClassifyLogs)]
    public void Classifier_InAll_MayTakeSignalsStartLifecyclesAndPage(string classifier) =>
        AssertMay(
            classifier,
            ("kms:GenerateMac", Key),
            ("sns:Publish", PageTopic),
            ("states:SendTaskSuccess", "*"),
            ("states:StartExecution", Lifecycle));

    [Fact]
    public void RecordIncident_InAll_MayWakeWorkflows() =>
        AssertMay(FunctionNames.RecordIncident, ("states:SendTaskSuccess", "*"));

    [Fact]
    public void ComposeMessage_InAll_MayReadAndSign()
    {
        AssertMay(FunctionNames.ComposeMessage, ("kms:GenerateMac", Key));
        Assert.Equal(["dynamodb:GetItem", "dynamodb:Query"], Permitted(FunctionNames.ComposeMessage).Where(each => each.Action.StartsWith("dynamodb:", StringComparison.Ordinal)).Select(each => each.Action).Order());
    }

    [Fact]
    public void Respond_InAll_MayCheckLinksAndWakeWorkflowsButNeverSign() =>
        AssertMay(FunctionNames.Respond, ("kms:VerifyMac", Key), ("ssm:GetParameter", "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/incident/deeds-secret"), ("ssm:GetParameter", "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/incident/pagerduty-webhook"), ("states:SendTaskSuccess", "*"));

    [Fact]
    public void Reconcile_InAll_MayLookAtExecutionsAndStartLifecycles()
    {
        AssertMay(
            FunctionNames.Reconcile,
            ("states:DescribeExecution", LifecycleExecutions),
            ("states:DescribeExecution", PagingExecutions),
            ("states:DescribeExecution", PagingExecutions.Replace("-paging:", "-status-updates:")),
            ("states:DescribeExecution", PagingExecutions.Replace("-paging:", "-post-incident:")),
            ("states:DescribeExecution", "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:IncidentServerless-runbook-*:*"),
            ("states:SendTaskSuccess", "*"),
            ("states:StartExecution", Lifecycle),
            ("states:StartExecution", StatusUpdates),
            ("states:StartExecution", PostIncident));
        Assert.Contains(("dynamodb:Query", $"{Table}/index/open-by-time"), Permitted(FunctionNames.Reconcile));
    }

    [Fact]
    public void LifecycleWorkflow_InAll_MayRecordAndStartPagingAndRunbooks() =>
        Assert.Equal(
            [
                ("lambda:InvokeFunction", Stack.Function(FunctionNames.RecordIncident).Arn),
                ("states:StartExecution", Paging),
                ("states:StartExecution", PostIncident),
                .. WorkflowDefinitions.Runbooks.Select(runbook => ("states:StartExecution", Paging.Replace("paging", $"runbook-{runbook}"))),
                ("states:StartExecution", StatusUpdates),
            ],
            PermittedTo(Stack.StateMachine("incident-lifecycle")));

    [Fact]
    public void PagingWorkflow_OfTheWholeStack_MaySendOverItsChannelsOnly()
    {
        var connections = Stack.Of("AWS::Events::Connection").Select(connection => connection.Id).Where(id => !id.Contains("StatusPage", StringComparison.Ordinal)).ToList();
        var topics = Stack.Of("AWS::SNS::Topic").Where(topic => topic.Id.StartsWith("Pages", StringComparison.Ordinal) && !topic.Id.StartsWith("PagesUpdates", StringComparison.Ordinal)).Select(topic => $"${{{topic.Id}}}").ToList();

        Assert.Equal(3, topics.Count);
        Assert.Equal(2, connections.Count);
        Assert.Equal(
            new[]
            {
                ("lambda:InvokeFunction", Stack.Function(FunctionNames.ComposeMessage).Arn),
                ("lambda:InvokeFunction", Stack.Function(FunctionNames.RecordIncident).Arn),
                ("states:InvokeHTTPEndpoint", Paging),
                ("states:StartExecution", Paging),
            }
            .Concat(topics.Select(topic => ("sns:Publish", topic)))
            .Concat(connections.Select(connection => ("events:RetrieveConnectionCredentials", $"${{{connection}.Arn}}")))
            .Concat(connections.Select(connection => ("secretsmanager:GetSecretValue", $"${{{connection}.SecretArn}}")))
            .Concat(connections.Select(connection => ("secretsmanager:DescribeSecret", $"${{{connection}.SecretArn}}")))
            .Order(),
            PermittedTo(Stack.StateMachine("paging")));
    }

    [Fact]
    public void StatusUpdates_OfTheWholeStack_MayPublishToFollowersAlone() =>
        Assert.Equal([$"${{{UpdatesTopic}}}"], PermittedTo(Stack.StateMachine("status-updates")).Where(each => each.Item1 == "sns:Publish").Select(each => each.Item2));

    [Fact]
    public void StatusUpdates_CallingVendors_MayReachSlackAndIncidentsOfThePageAlone()
    {
        var calls = Stack.Allowed(Stack.StateMachine("status-updates")).Where(statement => statement.Actions.Contains("states:InvokeHTTPEndpoint")).SelectMany(statement => statement.Condition!.AsObject());

        Assert.Equal(
            [
                ("StringEquals", "https://api.statuspage.io/v1/pages/kctbh9vrtdwd/incidents", "GET"),
                ("StringEquals", "https://api.statuspage.io/v1/pages/kctbh9vrtdwd/incidents", "POST"),
                ("StringEquals", "https://slack.com/api/chat.postMessage", "POST"),
                ("StringLike", "https://api.statuspage.io/v1/pages/kctbh9vrtdwd/incidents/*", "PATCH"),
            ],
            calls.Select(call => (call.Key, call.Value!["states:HTTPEndpoint"]!.GetValue<string>(), call.Value!["states:HTTPMethod"]!.GetValue<string>())).Order());
    }

    [Theory]
    [InlineData("status-updates")]
    [InlineData("post-incident")]
    public void Mail_OfTheWholeStack_GoesFromOneAddressAlone(string workflow)
    {
        var mail = Stack.Allowed(Stack.StateMachine(workflow)).Single(statement => statement.Actions.Contains("ses:SendEmail"));

        Assert.Equal("status@example.com", mail.Condition!["StringEquals"]!["ses:FromAddress"]!.GetValue<string>());
        Assert.Equal(
            ["arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/example.com", "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/status@example.com"],
            mail.Resources.Order());
    }

    [Fact]
    public void PostIncident_OfTheWholeStack_MayWriteObjectsOfItsBucketAndNotReadThem()
    {
        var may = PermittedTo(Stack.StateMachine("post-incident")).ToList();

        var bucket = Assert.Single(Stack.Of("AWS::S3::Bucket")).Id;
        Assert.Equal([("s3:PutObject", $"${{{bucket}.Arn}}/*")], may.Where(each => each.Item1.StartsWith("s3:", StringComparison.Ordinal)));
        Assert.DoesNotContain(may, each => each.Item1 == "sns:Publish" && each.Item2.Contains("Everyone", StringComparison.Ordinal));
        Assert.Contains(("sns:Publish", $"${{{UpdatesTopic}}}"), may);
    }

    private string UpdatesTopic => Stack.Of("AWS::SNS::Topic").Single(topic => topic.Id.StartsWith("PagesUpdates", StringComparison.Ordinal)).Id;

    [Fact]
    public void PagingWorkflow_CallingVendors_MayReachTheirTwoEndpointsByPost()
    {
        var calls = Stack.Allowed(Stack.StateMachine("paging")).Where(statement => statement.Actions.Contains("states:InvokeHTTPEndpoint")).Select(statement => statement.Condition!["StringEquals"]!);

        Assert.Equal(
            [("https://events.pagerduty.com/v2/enqueue", "POST"), ("https://slack.com/api/chat.postMessage", "POST")],
            calls.Select(call => (call["states:HTTPEndpoint"]!.GetValue<string>(), call["states:HTTPMethod"]!.GetValue<string>())).Order());
    }

    [Fact]
    public void CostSpikeRunbook_WhoseTargetsPolicyLists_MayChangeThoseAlone()
    {
        string[] changing = ["lambda:PutFunctionConcurrency", "lambda:DeleteFunctionConcurrency", "dynamodb:UpdateItem", "redshift-data:CancelStatement"];

        Assert.Equal(
            new[]
            {
                ("dynamodb:UpdateItem", "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/tenant-guardrails"),
                ("lambda:DeleteFunctionConcurrency", "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:orders-*"),
                ("lambda:PutFunctionConcurrency", "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:orders-*"),
                ("redshift-data:CancelStatement", "*"),
            },
            PermittedTo(Stack.StateMachine("runbook-cost-spike")).Where(each => changing.Contains(each.Item1)).Order());
    }

    [Theory]
    [InlineData("runbook-cost-spike")]
    [InlineData("runbook-general")]
    public void Runbook_ThatObserves_MayReadOnly(string runbook)
    {
        string[] reading = ["Get", "List", "Describe", "View", "Lookup"];

        Assert.All(
            Pairs(stacks.Bare.Allowed(stacks.Bare.StateMachine(runbook))).Where(each => each.Action is not "lambda:InvokeFunction" && !each.Action.StartsWith("xray:", StringComparison.Ordinal)),
            each => Assert.Contains(reading, verb => each.Action.Split(':')[1].StartsWith(verb, StringComparison.Ordinal)));
    }

    private string PageTopic => Template.Text(Stack.Function(FunctionNames.ClassifyAlarm).Properties["Environment"]!["Variables"]!["PAGE_TOPIC_ARN"]);

    /// <summary>Besides the table, its own queue, its own logs and tracing.</summary>
    private void AssertMay(string function, params (string Action, string Resource)[] expected)
    {
        var others = Permitted(function).Where(each => each.Action.Split(':')[0] is not ("dynamodb" or "logs" or "xray" or "sqs"));
        Assert.Equal(expected.Order(), others.Order());

        var logs = Permitted(function).Where(each => each.Action.StartsWith("logs:", StringComparison.Ordinal)).Select(each => each.Resource).Distinct();
        Assert.Equal($"${{{Stack.Function(function).Properties["LoggingConfig"]!["LogGroup"]!["Ref"]}.Arn}}", Assert.Single(logs));
    }

    private IEnumerable<(string Action, string Resource)> Permitted(string function) => Pairs(Stack.Allowed(Stack.Function(function)));

    private IEnumerable<(string Action, string Resource)> PermittedTo(Resource runner) =>
        Pairs(Stack.Allowed(runner)).Where(each => !each.Action.StartsWith("xray:", StringComparison.Ordinal)).Distinct().Order();

    private static IEnumerable<(string Action, string Resource)> Pairs(IEnumerable<Statement> statements) =>
        statements.SelectMany(statement => statement.Actions.SelectMany(action => statement.Resources.Select(resource => (action, resource))));

    private IEnumerable<Statement> EveryStatement()
    {
        var statements = Stack.Of("AWS::IAM::Policy").SelectMany(policy => Statement.Of(policy.Properties["PolicyDocument"]!)).ToList();
        Assert.NotEmpty(statements);
        Assert.DoesNotContain(Stack.Of("AWS::IAM::Role"), role => role.Properties["ManagedPolicyArns"] is not null || role.Properties["Policies"] is not null);
        return statements;
    }
}
