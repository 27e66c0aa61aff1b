using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Tests;

/// <summary>Each rule once kept and once broken.</summary>
public class ApiCheckTests
{
    private const string Metrics = "arn:aws:states:::aws-sdk:cloudwatch:getMetricData";
    private const string Alarms = "arn:aws:states:::aws-sdk:cloudwatch:describeAlarmHistory";
    private const string Concurrency = "arn:aws:states:::aws-sdk:lambda:putFunctionConcurrency";
    private const string Period = """ "StartTime": "2026-03-02T04:00:00Z", "EndTime": "2026-03-02T05:00:00+00:00" """;

    [Theory]
    [InlineData(Metrics, $$"""{ {{Period}}, "MetricDataQueries": [{ "Id": "a", "Expression": "1", "Label": "{% 5 %}", "ReturnData": true }] }""")]
    [InlineData(Metrics, """{ "StartTime": "{% $from %}", "EndTime": "{% $to %}", "MetricDataQueries": "{% $queries %}" }""")]
    [InlineData(Metrics, "{% $all %}")]
    [InlineData(Alarms, """{ "ScanBy": "TimestampDescending", "MaxRecords": 50 }""")]
    [InlineData("arn:aws:states:::aws-sdk:ecs:listServices", """{ "Cluster": "analytics" }""")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:getItem", """{ "TableName": "quotas", "Key": { "anyKey": { "S": "a" } } }""")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:getItem", """{ "TableName": "quotas", "Key": { "a": { "M": { "b": { "L": [{ "N": 5 }] } } } } }""", "Key['a'].M['b'].L[0].N must be text, not 5.")]
    [InlineData("arn:aws:states:::aws-sdk:rds:describeDBInstances", """{ "DbInstanceIdentifier": "main" }""")]
    [InlineData("arn:aws:states:::lambda:invoke.waitForTaskToken", """{ "FunctionName": "f", "Payload": { "any": ["thing"] } }""")]
    [InlineData("arn:aws:states:::sns:publish", """{ "TopicArn": "t", "Message": { "any": "thing" } }""")]
    [InlineData("arn:aws:states:::states:startExecution", """{ "StateMachineArn": "m", "Input": { "any": "thing" } }""")]
    [InlineData("arn:aws:states:::http:invoke", """{ "Anything": 1 }""")]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:function:f", """{ "anything": 1 }""")]
    [InlineData(Alarms, """{ "maxRecords": 50 }""", "maxRecords is unknown: Step Functions calls it MaxRecords.")]
    [InlineData(Alarms, """{ "MaxResults": 50 }""", "MaxResults is unknown; there are AlarmName, AlarmTypes, EndDate, HistoryItemType, MaxRecords, NextToken, ScanBy, StartDate.")]
    [InlineData(Alarms, """{ "MaxRecords": "50" }""", "MaxRecords must be a whole number, not \"50\".")]
    [InlineData(Alarms, """{ "MaxRecords": 50.5 }""", "MaxRecords must be a whole number, not 50.5.")]
    [InlineData(Alarms, """{ "MaxRecords": null }""", "MaxRecords must be a whole number, not null.")]
    [InlineData(Alarms, """{ "AlarmName": 5 }""", "AlarmName must be text, not 5.")]
    [InlineData(Alarms, """{ "AlarmTypes": "MetricAlarm" }""", "AlarmTypes must be a list, not \"MetricAlarm\".")]
    [InlineData(Alarms, """{ "AlarmTypes": ["MetricAlarm", "Alarm"] }""", "AlarmTypes[1] must be one of CompositeAlarm, MetricAlarm, not \"Alarm\".")]
    [InlineData(Alarms, """{ "ScanBy": "Timestamp" }""", "ScanBy must be one of TimestampDescending, TimestampAscending, not \"Timestamp\".")]
    [InlineData(Alarms, """{ "StartDate": "2026-03-02" }""", "StartDate must be a moment in ISO 8601 with its offset, not \"2026-03-02\".")]
    [InlineData(Alarms, """{ "StartDate": 1772424000 }""", "StartDate must be a moment in ISO 8601 with its offset, not 1772424000.")]
    [InlineData(Alarms, "[]", "The whole must be an object, not [].")]
    [InlineData(Metrics, $$"""{ {{Period}} }""", "MetricDataQueries is required.")]
    [InlineData(Metrics, $$"""{ {{Period}}, "MetricDataQueries": [{ "ReturnData": "yes" }] }""", "MetricDataQueries[0].Id is required.", "MetricDataQueries[0].ReturnData must be true or false, not \"yes\".")]
    [InlineData(Concurrency, null, "FunctionName is required.", "ReservedConcurrentExecutions is required.")]
    [InlineData("arn:aws:states:::aws-sdk:ecs:listServices", """{ "cluster": "analytics" }""", "cluster is unknown: Step Functions calls it Cluster.")]
    [InlineData("arn:aws:states:::aws-sdk:rds:describeDBInstances", """{ "DBInstanceIdentifier": "main" }""", "DBInstanceIdentifier is unknown: Step Functions calls it DbInstanceIdentifier.")]
    [InlineData("arn:aws:states:::sns:publish", """{ "TopicArn": "t" }""", "Message is required.")]
    [InlineData("arn:aws:states:::aws-sdk:cloudwatch:GetMetricData", "{}", "the service has no such operation.")]
    [InlineData("arn:aws:states:::aws-sdk:cloudwatch:getMetrics", "{}", "the service has no such operation.")]
    [InlineData("arn:aws:states:::aws-sdk:ce:getCostAndUsage", "{}", "there is no such service.")]
    [InlineData("arn:aws:states:::glue:startJobRun", "{}", "there is no such service.")]
    public void Arguments_OfATask_FitOrSayWhy(string resource, string? arguments, params string[] misfits) =>
        Assert.Equal(
            misfits.Select(misfit => $"{resource["arn:aws:states:::".Length..]}: {misfit}"),
            ApiCheck.Arguments(resource, arguments is null ? null : arguments.StartsWith("{%", StringComparison.Ordinal) ? JsonValue.Create(arguments) : JsonNode.Parse(arguments)));

    [Theory]
    [InlineData("cloudwatch:GetMetricData", """{ "MetricDataResults": [{ "Id": "a", "Timestamps": ["2026-03-02T04:00:00.123Z"], "Values": [1, 0.5], "StatusCode": "Complete" }] }""")]
    [InlineData("lambda:DeleteFunctionConcurrency", "{}")]
    [InlineData("ecs:ListClusters", """{ "ClusterArns": [] }""")]
    [InlineData("ecs:ListClusters", """{ "clusterArns": [] }""", "clusterArns is unknown: Step Functions calls it ClusterArns.")]
    [InlineData("lambda:DeleteFunctionConcurrency", """{ "Done": true }""", "Done is unknown; there are none.")]
    [InlineData("cloudwatch:GetMetricData", """{ "MetricDataResults": [{ "Values": ["1"] }] }""", "MetricDataResults[0].Values[0] must be a number, not \"1\".")]
    [InlineData("cloudwatch:GetMetricData", """{ "MetricDataResults": [{ "StatusCode": "Completed" }] }""", "MetricDataResults[0].StatusCode must be one of Complete, InternalError, PartialData, Forbidden, not \"Completed\".")]
    [InlineData("cloudformation:ListStacks", """{ "StackSummaries": [{ "StackName": "web", "StackStatus": "UPDATE_COMPLETE" }] }""", "StackSummaries[0].CreationTime is required.")]
    [InlineData("costexplorer:GetCost", "{}", "the service has no such operation.")]
    [InlineData("ce:GetCostAndUsage", "{}", "there is no such service.")]
    [InlineData("costexplorer", "{}", "there is no such service.")]
    public void Answer_OfAStory_FitsOrSaysWhy(string call, string answer, params string[] misfits) =>
        Assert.Equal(misfits.Select(misfit => $"{call}: {misfit}"), ApiCheck.Answer(call, JsonNode.Parse(answer)));

    [Theory]
    [InlineData("arn:aws:states:::aws-sdk:lambda:putFunctionConcurrency", """{ "ReservedConcurrentExecutions": 5 }""")]
    [InlineData("arn:aws:states:::lambda:invoke", """{ "SdkHttpMetadata": {} }""")]
    [InlineData("arn:aws:states:::aws-sdk:lambda:putFunctionConcurrency", """{ "reservedConcurrentExecutions": 5 }""", "aws-sdk:lambda:putFunctionConcurrency: reservedConcurrentExecutions is unknown: Step Functions calls it ReservedConcurrentExecutions.")]
    public void Result_OfATask_FitsOrSaysWhy(string resource, string result, params string[] misfits) =>
        Assert.Equal(misfits, ApiCheck.Result(resource, JsonNode.Parse(result)));

    [Theory]
    [InlineData("costexplorer:GetCostAndUsage", "AccessDeniedException")]
    [InlineData("cloudwatch:GetMetricData", "Throttling")]
    [InlineData("ssm:GetParameter", "ParameterNotFound")]
    [InlineData("ssm:GetParameter", "ParameterLost", "ssm:GetParameter does not fail with ParameterLost; its own errors are InternalServerError, InvalidKeyId, ParameterNotFound, ParameterVersionNotFound.")]
    [InlineData("cloudformation:ListStacks", "StackNotFound", "cloudformation:ListStacks does not fail with StackNotFound; its own errors are none.")]
    [InlineData("ssm:DeleteParameter", "ParameterNotFound", "ssm:DeleteParameter: nothing is known of its errors; ModelledErrors needs a row for it, from the API's reference.")]
    [InlineData("ssm:GetParam", "ParameterNotFound", "ssm:GetParam: the service has no such operation.")]
    public void Failure_OfAStory_IsAnErrorOfTheCall(string call, string code, params string[] misfits) => Assert.Equal(misfits, ApiCheck.Failure(call, code));

    [Theory]
    [InlineData("arn:aws:states:::aws-sdk:ssm:getParameter", "Ssm.InternalServerErrorException")]
    [InlineData("arn:aws:states:::aws-sdk:ssm:getParameter", "Ssm.SsmException")]
    [InlineData("arn:aws:states:::aws-sdk:ssm:getParameter", "States.Timeout")]
    [InlineData("arn:aws:states:::lambda:invoke", "IncidentContendedException")]
    [InlineData("arn:aws:states:::aws-sdk:ssm:getParameter", "Ssm.InternalServerError", "aws-sdk:ssm:getParameter does not fail with Ssm.InternalServerError; its own errors are InternalServerError, InvalidKeyId, ParameterNotFound, ParameterVersionNotFound.")]
    [InlineData("arn:aws:states:::aws-sdk:cloudwatch:getMetricData", "CloudWatch.ThrottlingException", "aws-sdk:cloudwatch:getMetricData does not fail with CloudWatch.ThrottlingException; its own errors are InvalidNextToken.")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:getItem", "DynamoDB.ResourceNotFoundException", "aws-sdk:dynamodb:getItem does not fail with DynamoDB.ResourceNotFoundException; its own errors are InternalServerError, ProvisionedThroughputExceededException, RequestLimitExceeded, ResourceNotFoundException, ThrottlingException.")]
    public void ErrorName_OfATask_IsOneThatStepFunctionsGives(string resource, string name, params string[] misfits) => Assert.Equal(misfits, ApiCheck.ErrorName(resource, name));
}
