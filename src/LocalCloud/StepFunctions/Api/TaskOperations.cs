using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Tasks;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat.</summary>
internal sealed class TaskOperations(TaskTokens tokens)
{
    public JsonObject Succeed(JsonObject input)
    {
        var token = input.Required("taskToken");
        tokens.Complete(token, new TaskOutcome.Succeeded(ParseOutput(input.Required("output"))));
        return [];
    }

    public JsonObject Fail(JsonObject input)
    {
        var token = input.Required("taskToken");
        tokens.Complete(token, new TaskOutcome.Failed(TaskError.Of(input.Optional("error"), input.Optional("cause"))));
        return [];
    }

    public JsonObject Beat(JsonObject input)
    {
        tokens.Heartbeat(input.Required("taskToken"));
        return [];
    }

    private static JsonElement ParseOutput(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > DataLimitExceededError.LargestResult)
        {
            throw new AwsError(
                "ValidationException",
                $"1 validation error detected: Value at 'output' failed to satisfy constraint: Member must have length less than or equal to {DataLimitExceededError.LargestResult}");
        }

        try
        {
            return Json.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new AwsError("InvalidOutput", $"Invalid Output: '{broken.Message}'");
        }
    }
}
