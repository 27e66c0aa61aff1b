using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Scenarios;

/// <summary>What the simulated account answers where a story says nothing: an account in which nothing happens, so that only what matters need be told.</summary>
internal static class QuietAccount
{
    private const string Answers = """
        {
          "cloudwatch:DescribeAlarmHistory": { "AlarmHistoryItems": [] },
          "cloudwatch:GetMetricData": { "MetricDataResults": [], "Messages": [] },
          "cloudformation:ListStacks": { "StackSummaries": [] },
          "cloudwatchlogs:FilterLogEvents": { "Events": [], "SearchedLogStreams": [] },
          "cognitoidentityprovider:DescribeUserPool": { "UserPool": { "Id": "eu-west-1_AbCdEf123", "Name": "customers" } },
          "cognitoidentityprovider:DescribeUserPoolClient": { "UserPoolClient": { "UserPoolId": "eu-west-1_AbCdEf123" } },
          "apigatewayv2:GetAuthorizers": { "Items": [] },
          "health:DescribeEvents": { "Events": [] },
          "iam:SimulatePrincipalPolicy": { "EvaluationResults": [], "IsTruncated": false },
          "sfn:ListExecutions": { "Executions": [] },
          "support:DescribeCases": { "Cases": [] },
          "ssm:DescribeOpsItems": { "OpsItemSummaries": [] },
          "cloudtrail:LookupEvents": { "Events": [] },
          "ecs:ListClusters": { "ClusterArns": [] },
          "costexplorer:GetCostAndUsage": { "ResultsByTime": [] },
          "redshiftdata:ListStatements": { "Statements": [] },
          "rdsdata:ExecuteStatement": { "FormattedRecords": "[]" },
          "marketplaceentitlement:GetEntitlements": { "Entitlements": [] },
          "redshiftdata:ExecuteStatement": { "Id": "d9b6c0c9-0747-4bf4-b142-e8883122f766" },
          "redshiftdata:DescribeStatement": { "Id": "d9b6c0c9-0747-4bf4-b142-e8883122f766", "Status": "FINISHED" },
          "redshiftdata:GetStatementResult": { "Records": [], "ColumnMetadata": [] },
          "glue:GetTables": { "TableList": [] },
          "glue:GetTableVersions": { "TableVersions": [] },
          "guardduty:ListDetectors": { "DetectorIds": [] },
          "guardduty:GetFindings": { "Findings": [] },
          "ec2:DescribeInstances": { "Reservations": [] },
          "iam:ListAccessKeys": { "AccessKeyMetadata": [], "IsTruncated": false },
          "sesv2:SendEmail": { "MessageId": "010001994d2e8f3a-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9-000000" },
          "ssm:CreateOpsItem": { "OpsItemId": "oi-3f2b7c1d9e80" },
          "ssm:UpdateOpsItem": {},
          "s3:PutObject": { "ETag": "\"9b2cf535f27731c974343645a3985328\"" },
          "s3:GetBucketPolicyStatus": { "PolicyStatus": { "IsPublic": false } },
          "s3:GetPublicAccessBlock": { "PublicAccessBlockConfiguration": { "BlockPublicAcls": false, "IgnorePublicAcls": false, "BlockPublicPolicy": false, "RestrictPublicBuckets": false } },
          "budgets:DescribeBudget": { "Budget": { "BudgetName": "monthly", "BudgetType": "COST", "TimeUnit": "MONTHLY" } },
          "budgets:DescribeBudgets": { "Budgets": [] }
        }
        """;

    /// <summary>A story's own answers, and the quiet ones for every call that it has none for.</summary>
    public static JsonObject With(JsonObject answers)
    {
        var all = (JsonObject)answers.DeepClone();
        foreach (var (call, answer) in JsonNode.Parse(Answers)!.AsObject())
        {
            all.TryAdd(call, new JsonArray(new JsonObject { ["answer"] = answer!.DeepClone() }));
        }

        return all;
    }
}
