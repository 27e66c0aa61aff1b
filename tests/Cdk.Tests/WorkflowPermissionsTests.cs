using IncidentServerless.Cdk.Permissions;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Tests;

/// <summary>The table that turns definitions into permissions; no stack is needed for it.</summary>
public class WorkflowPermissionsTests
{
    private static readonly WorkflowSurroundings Surroundings = new(
        "arn:own",
        new Dictionary<string, string> { ["RecordIncidentArn"] = "arn:record", ["SlackConnectionArn"] = "arn:slack" },
        ["arn:topic"],
        new Dictionary<string, string> { ["arn:slack"] = "arn:secret" },
        new RunbookTargets { Functions = ["arn:function:orders-*"], QuotaTables = ["arn:table"], AutomationParameterArn = "arn:switch" });

    [Fact]
    public void Task_OfAnActionThatTheTableLacks_FailsInASentence() =>
        Assert.Equal(
            "State \"Look at the bill\" of toy.asl.json calls arn:aws:states:::aws-sdk:billing:getBill, and nobody has said which permission that needs. Add a row for it to the table in cdk/Permissions/WorkflowPermissions.cs.",
            Refusal("""  "Look at the bill": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:billing:getBill" } """));

    [Fact]
    public void Task_WaitingForASynchronousChild_IsNotTakenForAPlainStart() =>
        Assert.Contains(".sync:2", Refusal("""  "Run it": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Arguments": {} } """));

    [Fact]
    public void Task_WhosePlaceholderIsNotOffered_FailsInASentence() =>
        Assert.Equal(
            "State \"Ask\" of toy.asl.json names ${Nobody}, which the stack does not offer. It offers RecordIncidentArn, SlackConnectionArn.",
            Refusal("""  "Ask": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "${Nobody}" } } """));

    [Fact]
    public void Task_WhoseEndpointIsAnExpression_FailsInASentence() =>
        Assert.Equal(
            "State \"Post\" of toy.asl.json must name its ApiEndpoint literally, so that its permission can be as narrow.",
            Refusal("""
                "Post": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke",
                  "Arguments": { "ApiEndpoint": "{% $url %}", "Method": "POST", "Authentication": { "ConnectionArn": "${SlackConnectionArn}" } } }
                """));

    [Fact]
    public void Task_InsideAMapInsideABranch_IsFound()
    {
        var permissions = Of("""
            "All": { "Type": "Parallel", "Branches": [ { "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemProcessor": { "StartAt": "Ask", "States": {
              "Ask": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "Arguments": { "FunctionName": "${RecordIncidentArn}" } } } } } } } ] }
            """);

        var permission = Assert.Single(permissions);
        Assert.Equal(("lambda:InvokeFunction", "arn:record"), (permission.Action, Assert.Single(permission.Resources)));
    }

    [Fact]
    public void HttpTask_WithAConnection_NeedsItsCompanions()
    {
        var permissions = Of("""
            "Post": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke",
              "Arguments": { "ApiEndpoint": "https://slack.com/api/x", "Method": "POST", "Authentication": { "ConnectionArn": "${SlackConnectionArn}" } } }
            """);

        Assert.Equal(
            [("states:InvokeHTTPEndpoint", "arn:own"), ("events:RetrieveConnectionCredentials", "arn:slack"), ("secretsmanager:GetSecretValue", "arn:secret"), ("secretsmanager:DescribeSecret", "arn:secret")],
            permissions.Select(permission => (permission.Action, Assert.Single(permission.Resources))));
        Assert.Equal("https://slack.com/api/x", permissions[0].Conditions["StringEquals"]["states:HTTPEndpoint"]);
    }

    [Theory]
    [InlineData("lambda:putFunctionConcurrency", "lambda:PutFunctionConcurrency", "arn:function:orders-*")]
    [InlineData("dynamodb:updateItem", "dynamodb:UpdateItem", "arn:table")]
    [InlineData("ssm:getParameter", "ssm:GetParameter", "arn:switch")]
    public void Task_ThatChangesSomething_MayDoSoOnWhatPolicyListsAlone(string call, string action, string resource)
    {
        var permission = Assert.Single(Of($$"""  "Do it": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:{{call}}" } """));

        Assert.Equal((action, resource), (permission.Action, Assert.Single(permission.Resources)));
    }

    private static IReadOnlyList<Permission> Of(string states) =>
        WorkflowPermissions.Of(new WorkflowDefinition("toy", $$"""{ "StartAt": "A", "States": { {{states}} } }"""), Surroundings);

    private static string Refusal(string states) => Assert.Throws<SynthesisException>(() => Of(states)).Message;
}
