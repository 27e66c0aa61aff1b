using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

public class MadeCallsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("TaskScheduled", "parameters", """{ "Name": "/switch" }""")]
    [InlineData("TaskScheduled", "parameters", """{ "Name": 5 }""", "runbook: aws-sdk:ssm:getParameter: Name must be text, not 5.")]
    [InlineData("TaskSucceeded", "output", """{ "Parameter": { "Type": "StringSet" } }""", "runbook: aws-sdk:ssm:getParameter: Parameter.Type must be one of String, StringList, SecureString, not \"StringSet\".")]
    [InlineData("TaskFailed", "error", "Ssm.ParameterNotFoundException")]
    [InlineData("TaskFailed", "error", "Ssm.ParameterLostException", "runbook: aws-sdk:ssm:getParameter does not fail with Ssm.ParameterLostException; its own errors are InternalServerError, InvalidKeyId, ParameterNotFound, ParameterVersionNotFound.")]
    [InlineData("TaskStateEntered", "input", "not looked at")]
    public void Misfits_OfAnExecution_AreWhatItsCallsWereMadeOf(string type, string detail, string value, params string[] misfits)
    {
        var happened = new HistoryEvent(1, 0, Start, type, new JsonObject { ["resourceType"] = "aws-sdk:ssm", ["resource"] = "getParameter", [detail] = value });

        Assert.Equal(misfits, MadeCalls.Misfits(new ExecutionRecord("", "", "runbook", "", "SUCCEEDED", "{}", null, null, null, Start, Start, 0, [happened])));
    }
}
