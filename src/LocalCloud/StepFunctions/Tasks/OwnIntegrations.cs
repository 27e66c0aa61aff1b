using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions.Api;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Tasks;

/// <summary>Workflows that call Step Functions itself: <c>states:startExecution</c> and <c>aws-sdk:sfn:*</c>.</summary>
/// <param name="api">Step Functions' API.</param>
/// <param name="find">An execution by its ARN.</param>
internal sealed class OwnIntegrations(IAwsService api, Func<string, Execution> find)
{
    /// <exception cref="TaskFailedException">The API refuses.</exception>
    public async Task<JsonNode?> CallAsync(TaskResource resource, TaskRequest request, CancellationToken cancellation)
    {
        var isSdk = resource.Type == "aws-sdk:sfn";
        var action = resource.Arn[(resource.Arn.LastIndexOf(':') + 1)..];
        if (request.Arguments is not JsonObject arguments)
        {
            throw new TaskFailedException("States.Runtime", $"The Arguments of {resource.Arn} must be an object.");
        }

        var input = MemberNames.ToCamelCase(arguments);
        if (!isSdk && input["input"] is { } given)
        {
            // The optimised integration takes any JSON for the input; the API takes text.
            input["input"] = given.GetValueKind() == JsonValueKind.String ? given.GetValue<string>() : Json.Text(Json.From(given));
        }

        try
        {
            var call = new ServiceCall("states", char.ToUpperInvariant(action[0]) + action[1..], input, new Caller(request.RoleArn, request.ExecutionArn));
            var answer = Dates(MemberNames.ToPascalCase(await api.CallAsync(call, cancellation)));
            return isSdk ? answer : WithSdkMembers(answer, request);
        }
        catch (AwsError refusal)
        {
            throw isSdk ? SdkFailure(refusal, request) : OptimisedFailure(refusal, request);
        }
    }

    /// <summary>Wakes the sleeper when the started execution ends; until disposed, which stops an execution that still runs.</summary>
    public IDisposable Await(JsonElement answer, TaskPattern pattern, Wakeup<TaskOutcome> sleeper)
    {
        var child = find(answer.GetProperty("ExecutionArn").GetString()!);
        child.WhenClosed(() => sleeper.TryWake(Outcome(child, pattern)));
        return new StopOnDispose(child);
    }

    private static TaskOutcome Outcome(Execution child, TaskPattern pattern)
    {
        var description = ChildDescription.Of(child, parsed: pattern == TaskPattern.Sync2);
        return child.Status == "SUCCEEDED"
            ? new TaskOutcome.Succeeded(Json.From(description))
            : new TaskOutcome.Failed(new TaskError("States.TaskFailed", Json.Text(Json.From(description))));
    }

    private static JsonObject Dates(JsonObject answer)
    {
        foreach (var name in answer.Where(member => member.Key.EndsWith("Date", StringComparison.Ordinal)).Select(member => member.Key).ToList())
        {
            answer[name] = ContextObject.Time(ApiTime.Parse(answer[name]!));
        }

        return answer;
    }

    private static JsonObject WithSdkMembers(JsonObject answer, TaskRequest request)
    {
        var id = RequestId(request);
        answer["SdkHttpMetadata"] = new JsonObject { ["AllHttpHeaders"] = new JsonObject(), ["HttpHeaders"] = new JsonObject(), ["HttpStatusCode"] = 200 };
        answer["SdkResponseMetadata"] = new JsonObject { ["RequestId"] = id };
        return answer;
    }

    private static TaskFailedException SdkFailure(AwsError refusal, TaskRequest request) => new(
        $"Sfn.{Exception(refusal.Code)}",
        $"{refusal.Message} (Service: Sfn, Status Code: {refusal.Status}, Request ID: {RequestId(request)}) (SDK Attempt Count: 1)");

    private static TaskFailedException OptimisedFailure(AwsError refusal, TaskRequest request) => new(
        $"StepFunctions.{Exception(refusal.Code)}",
        $"{refusal.Message} (Service: AWSStepFunctions; Status Code: {refusal.Status}; Error Code: {refusal.Code}; Request ID: {RequestId(request)}; Proxy: null)");

    private static string Exception(string code) => code.EndsWith("Exception", StringComparison.Ordinal) ? code : code + "Exception";

    private static string RequestId(TaskRequest request) => Identifiers.From($"{request.ExecutionArn}#{request.StateName}#{request.Arguments?.ToJsonString()}");

    private sealed class StopOnDispose(Execution child) : IDisposable
    {
        public void Dispose() => child.Stop(null, null);
    }
}
