using System.Text.Json.Nodes;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Permissions;

/// <summary>What a workflow's role must allow, read off its definition by one checked table.</summary>
public static class WorkflowPermissions
{
    /// <summary>Integration → the IAM actions and resources that it needs. The names differ between Step Functions and IAM, so nothing is guessed.</summary>
    private static readonly Dictionary<string, Func<WorkflowTask, WorkflowSurroundings, IEnumerable<Permission>>> Table = new()
    {
        ["arn:aws:states:::lambda:invoke"] = (task, here) => [new("lambda:InvokeFunction", [here.Substitute(task, task.Literal("FunctionName"))])],
        ["arn:aws:states:::sns:publish"] = (_, here) => [new("sns:Publish", here.TopicArns)],
        ["arn:aws:states:::states:startExecution"] = (task, here) => [new("states:StartExecution", task.IsExpression("StateMachineArn") ? here.Runbooks : [here.Substitute(task, task.Literal("StateMachineArn"))])],
        ["arn:aws:states:::http:invoke"] = HttpInvoke,

        // Reading of runbooks. These actions have no resources to name.
        [Sdk("costexplorer:getCostAndUsage")] = (_, _) => [new("ce:GetCostAndUsage", All)],
        [Sdk("budgets:describeBudget")] = (_, _) => [new("budgets:ViewBudget", All)],
        [Sdk("budgets:describeBudgets")] = (_, _) => [new("budgets:ViewBudget", All)],
        [Sdk("cloudwatch:getMetricData")] = (_, _) => [new("cloudwatch:GetMetricData", All)],
        [Sdk("cloudwatch:describeAlarmHistory")] = (_, _) => [new("cloudwatch:DescribeAlarmHistory", All)],
        [Sdk("cloudformation:listStacks")] = (_, _) => [new("cloudformation:ListStacks", All)],
        [Sdk("cloudtrail:lookupEvents")] = (_, _) => [new("cloudtrail:LookupEvents", All)],
        [Sdk("lambda:getAccountSettings")] = (_, _) => [new("lambda:GetAccountSettings", All)],
        [Sdk("ecs:listClusters")] = (_, _) => [new("ecs:ListClusters", All)],
        [Sdk("ecs:listServices")] = (_, _) => [new("ecs:ListServices", All)],
        [Sdk("ecs:describeServices")] = (_, _) => [new("ecs:DescribeServices", All)],
        [Sdk("redshiftdata:listStatements")] = (_, _) => [new("redshift-data:ListStatements", All)],
        [Sdk("redshiftdata:describeStatement")] = (_, _) => [new("redshift-data:DescribeStatement", All)],
        [Sdk("ssm:getParameter")] = (_, here) => [.. OnlyOn("ssm:GetParameter", [.. new[] { here.Targets.AutomationParameterArn }.Where(arn => arn.Length > 0).Union(here.Targets.Parameters).Union(here.Targets.RateParameters)])],
        [Sdk("ssm:describeOpsItems")] = (_, _) => [new("ssm:DescribeOpsItems", All)],
        [Sdk("cloudwatchlogs:filterLogEvents")] = (_, here) => [.. OnlyOn("logs:FilterLogEvents", here.Targets.LogGroups)],
        [Sdk("health:describeEvents")] = (_, _) => [new("health:DescribeEvents", All)],
        [Sdk("iam:simulatePrincipalPolicy")] = (_, here) => [.. OnlyOn("iam:SimulatePrincipalPolicy", here.Targets.Roles)],
        [Sdk("sfn:listExecutions")] = (_, here) => [.. OnlyOn("states:ListExecutions", here.Targets.Machines)],
        [Sdk("sfn:describeExecution")] = (_, here) => [.. OnlyOn("states:DescribeExecution", RunbookTargets.RunsOf([.. here.Targets.Machines, .. here.Targets.RedriveMachines, .. here.Targets.ReprocessMachines]))],
        [Sdk("cognitoidentityprovider:describeUserPool")] = (_, here) => [.. OnlyOn("cognito-idp:DescribeUserPool", [.. here.Targets.UserPools.Union(here.Targets.SignOutPools)])],
        [Sdk("cognitoidentityprovider:describeUserPoolClient")] = (_, here) => [.. OnlyOn("cognito-idp:DescribeUserPoolClient", here.Targets.UserPools)],
        [Sdk("apigatewayv2:getAuthorizers")] = (_, here) => [.. OnlyOn("apigateway:GET", here.Targets.Apis)],
        [Sdk("wafv2:getIPSet")] = (_, here) => [.. OnlyOn("wafv2:GetIPSet", here.Targets.IpSets)],
        [Sdk("support:describeCases")] = (_, _) => [new("support:DescribeCases", All)],
        [Sdk("dynamodb:getItem")] = (_, here) => [.. OnlyOn("dynamodb:GetItem", [.. here.Targets.GuardrailTables.Union(here.Targets.QuotaTables)])],

        [Sdk("guardduty:listDetectors")] = (_, _) => [new("guardduty:ListDetectors", All)],
        [Sdk("guardduty:getFindings")] = (_, _) => [new("guardduty:GetFindings", All)],
        [Sdk("ec2:describeInstances")] = (_, _) => [new("ec2:DescribeInstances", All)],
        [Sdk("ec2:describeSnapshots")] = (_, _) => [new("ec2:DescribeSnapshots", All)],
        [Sdk("autoscaling:describeAutoScalingInstances")] = (_, _) => [new("autoscaling:DescribeAutoScalingInstances", All)],
        [Sdk("iam:listAccessKeys")] = (_, _) => [new("iam:ListAccessKeys", All)],
        [Sdk("s3:getBucketPolicyStatus")] = (_, _) => [new("s3:GetBucketPolicyStatus", All)],
        [Sdk("s3:getPublicAccessBlock")] = (_, _) => [new("s3:GetBucketPublicAccessBlock", All)],

        [Sdk("marketplaceentitlement:getEntitlements")] = (_, _) => [new("aws-marketplace:GetEntitlements", All)],
        [Sdk("redshiftdata:executeStatement")] = (_, here) => [.. OnlyOn("redshift-data:ExecuteStatement", here.Targets.Warehouses), .. OnlyOn("secretsmanager:GetSecretValue", here.Targets.DatabaseSecrets)],
        [Sdk("redshiftdata:getStatementResult")] = (_, _) => [new("redshift-data:GetStatementResult", All)],
        [Sdk("glue:getTables")] = (_, here) => [.. OnlyOn("glue:GetTables", here.Targets.Catalog)],
        [Sdk("glue:getTableVersions")] = (_, here) => [.. OnlyOn("glue:GetTableVersions", here.Targets.Catalog)],
        [Sdk("rdsdata:executeStatement")] = (_, here) => [.. OnlyOn("rds-data:ExecuteStatement", here.Targets.Databases), .. OnlyOn("secretsmanager:GetSecretValue", here.Targets.DatabaseSecrets)],

        // What changes something stands on what policy lists, and nowhere else.
        [Sdk("lambda:getFunctionConcurrency")] = (_, here) => [.. OnlyOn("lambda:GetFunctionConcurrency", here.Targets.Functions)],
        [Sdk("lambda:putFunctionConcurrency")] = (_, here) => [.. OnlyOn("lambda:PutFunctionConcurrency", here.Targets.Functions)],
        [Sdk("lambda:deleteFunctionConcurrency")] = (_, here) => [.. OnlyOn("lambda:DeleteFunctionConcurrency", here.Targets.Functions)],
        [Sdk("dynamodb:updateItem")] = (_, here) => [.. OnlyOn("dynamodb:UpdateItem", here.Targets.QuotaTables)],

        [Sdk("cognitoidentityprovider:adminUserGlobalSignOut")] = (_, here) => [.. OnlyOn("cognito-idp:AdminUserGlobalSignOut", here.Targets.SignOutPools)],
        [Sdk("wafv2:updateIPSet")] = (_, here) => [.. OnlyOn("wafv2:UpdateIPSet", here.Targets.IpSets)],
        // It has no resource; the state is there only where policy lets the runbook send usage again.
        [Sdk("marketplacemetering:batchMeterUsage")] = (_, _) => [new("aws-marketplace:BatchMeterUsage", All)],
        [Sdk("s3:headObject")] = (_, here) => [.. OnlyOn("s3:GetObject", here.Targets.QuarantineObjects)],
        [Sdk("s3:putObject")] = (_, here) => [.. OnlyOn("s3:PutObject", here.Targets.Documents)],
        [Sdk("sesv2:sendEmail")] = (_, here) => here.Targets.Mail is { } mail ? OnlyOn("ses:SendEmail", mail.Identities, mail.Conditions) : [],
        [Sdk("s3:copyObject")] = (_, here) => [.. OnlyOn("s3:GetObject", here.Targets.QuarantineObjects), .. OnlyOn("s3:PutObject", here.Targets.QuarantineObjects)],
        [Sdk("s3:deleteObject")] = (_, here) => [.. OnlyOn("s3:DeleteObject", here.Targets.QuarantineObjects)],
        [Sdk("sfn:startExecution")] = (_, here) => [.. OnlyOn("states:StartExecution", here.Targets.ReprocessMachines)],
        [Sdk("iam:updateAccessKey")] = (_, here) => [.. OnlyOn("iam:UpdateAccessKey", here.Targets.KeyUsers)],
        [Sdk("iam:getUserPolicy")] = (_, here) => [.. OnlyOn("iam:GetUserPolicy", here.Targets.SessionUsers)],
        [Sdk("iam:putUserPolicy")] = (_, here) => [.. OnlyOn("iam:PutUserPolicy", here.Targets.SessionUsers)],
        [Sdk("iam:deleteUserPolicy")] = (_, here) => [.. OnlyOn("iam:DeleteUserPolicy", here.Targets.SessionUsers)],
        [Sdk("iam:getRolePolicy")] = (_, here) => [.. OnlyOn("iam:GetRolePolicy", here.Targets.SessionRoles)],
        [Sdk("iam:putRolePolicy")] = (_, here) => [.. OnlyOn("iam:PutRolePolicy", here.Targets.SessionRoles)],
        [Sdk("iam:deleteRolePolicy")] = (_, here) => [.. OnlyOn("iam:DeleteRolePolicy", here.Targets.SessionRoles)],
        [Sdk("ec2:createSnapshots")] = (_, here) =>
        [
            .. OnlyOn("ec2:CreateSnapshots", here.Targets.Instances, here.Targets.IsolationTag),
            .. OnlyOn("ec2:CreateSnapshots", [.. here.Targets.Volumes, .. here.Targets.Snapshots]),
            .. OnlyOn("ec2:CreateTags", here.Targets.Snapshots, new Dictionary<string, IReadOnlyDictionary<string, string>> { ["StringEquals"] = new Dictionary<string, string> { ["ec2:CreateAction"] = "CreateSnapshots" } }),
        ],
        [Sdk("ec2:modifyInstanceAttribute")] = (_, here) =>
        [
            .. OnlyOn("ec2:ModifyInstanceAttribute", here.Targets.Instances, here.Targets.IsolationTag),
            .. OnlyOn("ec2:ModifyInstanceAttribute", here.Targets.IsolationGroups),
        ],
        [Sdk("autoscaling:detachInstances")] = (_, here) => [.. OnlyOn("autoscaling:DetachInstances", here.Targets.ScalingGroups, here.Targets.IsolationTag)],
        [Sdk("s3:putPublicAccessBlock")] = (_, here) => [.. OnlyOn("s3:PutBucketPublicAccessBlock", here.Targets.BlockableBuckets)],
        [Sdk("s3:deletePublicAccessBlock")] = (_, here) => [.. OnlyOn("s3:PutBucketPublicAccessBlock", here.Targets.BlockableBuckets)],
        [Sdk("sfn:redriveExecution")] = (_, here) => [.. OnlyOn("states:RedriveExecution", RunbookTargets.RunsOf(here.Targets.RedriveMachines))],
        [Sdk("ssm:putParameter")] = (_, here) => [.. OnlyOn("ssm:PutParameter", here.Targets.RateParameters)],
        [Sdk("ssm:updateOpsItem")] = (_, here) => [.. OnlyOn("ssm:UpdateOpsItem", here.Targets.Tickets)],
        [Sdk("ssm:createOpsItem")] = (_, here) => [.. OnlyOn("ssm:CreateOpsItem", here.Targets.Tickets)],

        // It has no resource either; the state is there only where policy lets the runbook open cases.
        [Sdk("support:createCase")] = (_, _) => [new("support:CreateCase", All)],

        // It has no resource; the service itself lets nobody cancel another role's statement.
        [Sdk("redshiftdata:cancelStatement")] = (_, _) => [new("redshift-data:CancelStatement", All)],
    };

    private static string[] All => ["*"];

    private static string Sdk(string call) => $"arn:aws:states:::aws-sdk:{call}";

    /// <summary>No permission at all where policy lists nothing: a statement without resources is none.</summary>
    private static IEnumerable<Permission> OnlyOn(string action, IReadOnlyList<string> resources) => resources.Count == 0 ? [] : [new(action, resources)];

    private static IEnumerable<Permission> OnlyOn(string action, IReadOnlyList<string> resources, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> conditions) =>
        resources.Count == 0 ? [] : [new(action, resources, conditions)];

    /// <summary>Each permission once, in the order of the definition.</summary>
    /// <exception cref="SynthesisException">The definition calls something that the table does not know.</exception>
    public static IReadOnlyList<Permission> Of(WorkflowDefinition definition, WorkflowSurroundings surroundings) =>
    [
        .. WorkflowTask.Of(definition)
            .SelectMany(task => Table.TryGetValue(task.Resource, out var needs)
                ? needs(task, surroundings)
                : throw new SynthesisException($"{task} calls {task.Resource}, and nobody has said which permission that needs. Add a row for it to the table in cdk/Permissions/WorkflowPermissions.cs."))
            .DistinctBy(permission => (permission.Action, string.Join('\n', permission.Resources), string.Join('\n', permission.Conditions.SelectMany(condition => condition.Value))))
    ];

    /// <summary>The call itself, only to this endpoint by this method, and what it takes to read the connection's credentials.</summary>
    private static IEnumerable<Permission> HttpInvoke(WorkflowTask task, WorkflowSurroundings here)
    {
        var connection = here.Substitute(task, (task.Arguments["Authentication"] as JsonObject)?["ConnectionArn"]?.GetValue<string>() ?? string.Empty);
        var endpoint = here.SubstituteWithin(task.AddressOf("ApiEndpoint"));
        yield return new Permission("states:InvokeHTTPEndpoint", [here.StateMachineArn], new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            [endpoint.EndsWith('*') ? "StringLike" : "StringEquals"] = new Dictionary<string, string>
            {
                ["states:HTTPEndpoint"] = endpoint,
                ["states:HTTPMethod"] = task.Literal("Method"),
            },
        });
        yield return new Permission("events:RetrieveConnectionCredentials", [connection]);
        yield return new Permission("secretsmanager:GetSecretValue", [here.ConnectionSecretArns[connection]]);
        yield return new Permission("secretsmanager:DescribeSecret", [here.ConnectionSecretArns[connection]]);
    }
}
