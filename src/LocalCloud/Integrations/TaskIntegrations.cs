using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Account;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Faults;
using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Integrations;

/// <summary>What a workflow's Task can call: the optimised integrations, <c>http:invoke</c>, functions, and <c>aws-sdk:</c>.</summary>
internal sealed class TaskIntegrations(ServiceDirectory services, LambdaService lambda, HttpInvoke http, SimulatedAccount account, RoleGate gate, FaultBoard faults, ObservationLog observations, CloudIds ids) : ITaskIntegrations
{
    private const string Integrations = "arn:aws:states:::";

    // Names of items, attributes and payloads are their owners': nothing in the answers of these is renamed.
    private static readonly HashSet<string> HoldCallersKeys = ["dynamodb", "lambda", "sqs"];

    public async Task<JsonNode?> CallAsync(TaskRequest request, CancellationToken cancellation)
    {
        var requestId = ids.Next("request");
        var caller = new Caller(request.RoleArn, request.ExecutionArn);
        var machine = request.ExecutionArn.Split(':')[6];
        observations.Add(new TaskCalled(machine, request.ExecutionArn, request.StateName, request.Resource));
        if (faults.Take(machine, request) is { } fault)
            throw new TaskFailedException(fault.Error, fault.Cause);
        if (!request.Resource.StartsWith(Integrations, StringComparison.Ordinal))
            return (await InvokeAsync(caller, new JsonObject { ["FunctionName"] = request.Resource, ["Payload"] = request.Arguments?.DeepClone() }, requestId)).Payload;
        var input = request.Arguments as JsonObject ?? throw new TaskFailedException("States.Runtime", $"The Arguments of {request.Resource} must be an object.");
        return request.Resource[Integrations.Length..].Split(':') switch
        {
            ["lambda", "invoke"] => await LambdaAsync(caller, input, requestId),
            ["http", "invoke"] => Http(caller, input, requestId),
            ["events", "putEvents"] => await PutEventsAsync(caller, input, requestId, cancellation),
            ["sns", "publish"] => WithMetadata(await OptimisedAsync("sns", "Publish", Texts(input, "Message"), caller, requestId, cancellation), requestId),
            ["sqs", "sendMessage"] => WithMetadata(await OptimisedAsync("sqs", "SendMessage", Texts(input, "MessageBody"), caller, requestId, cancellation), requestId),
            ["dynamodb", var action] => WithMetadata(await OptimisedAsync("dynamodb", SdkNames.Operation(action), input, caller, requestId, cancellation), requestId),
            ["aws-sdk", var service, var action] => await SdkAsync(service, SdkNames.Operation(action), input, caller, requestId, cancellation),
            _ => throw new TaskFailedException("States.Runtime", $"The local cloud does not emulate the integration {request.Resource}."),
        };
    }

    public bool Answers(string resource) =>
        resource[Integrations.Length..].Split(':') is ["aws-sdk", "sfn", var action] && account.Knows($"sfn:{SdkNames.Operation(action)}");

    private async Task<JsonNode?> LambdaAsync(Caller caller, JsonObject input, string requestId)
    {
        var (payload, status) = await InvokeAsync(caller, input, requestId);
        var answer = new JsonObject { ["ExecutedVersion"] = "$LATEST", ["Payload"] = payload, ["StatusCode"] = status };
        return WithMetadata(answer, requestId);
    }

    private async Task<(JsonNode? Payload, int Status)> InvokeAsync(Caller caller, JsonObject input, string requestId)
    {
        try
        {
            gate.Check(new ServiceCall("lambda", "Invoke", input, caller));
            var function = input.Text("FunctionName") ?? "";
            var payload = input["Payload"]?.Compact() ?? "{}";
            if (input.Text("InvocationType") == "Event")
            {
                lambda.InvokeLater(function, payload);
                return (null, 202);
            }
            var result = await lambda.InvokeAsync(function, payload);
            return result.Succeeded
                ? (string.IsNullOrWhiteSpace(result.Payload) ? null : JsonNode.Parse(result.Payload), 200)
                : throw new TaskFailedException(result.ErrorType, result.Payload);
        }
        catch (AwsError error)
        {
            throw TaskErrors.Optimised("lambda", error, requestId);
        }
        catch (JsonException)
        {
            throw new TaskFailedException("States.Runtime", "The function's answer is not JSON.");
        }
    }

    private JsonNode Http(Caller caller, JsonObject input, string requestId)
    {
        try
        {
            gate.Check(new ServiceCall("http", "Invoke", input, caller));
        }
        catch (AwsError denied)
        {
            throw new TaskFailedException("States.Http.AccessDeniedException", $"{denied.Message} (Request ID: {requestId})");
        }
        return http.Call(input);
    }

    private async Task<JsonNode?> PutEventsAsync(Caller caller, JsonObject input, string requestId, CancellationToken cancellation)
    {
        var answer = await OptimisedAsync("events", "PutEvents", input, caller, requestId, cancellation);
        return answer.Number("FailedEntryCount") > 0 ? throw new TaskFailedException("EventBridge.FailedEntry", answer.Compact()) : answer;
    }

    private async Task<JsonObject> OptimisedAsync(string service, string operation, JsonObject input, Caller caller, string requestId, CancellationToken cancellation)
    {
        try
        {
            var call = new ServiceCall(service, operation, input, caller);
            gate.Check(call);
            return await services[service].CallAsync(call, cancellation);
        }
        catch (AwsError error)
        {
            throw TaskErrors.Optimised(service, error, requestId);
        }
    }

    private async Task<JsonNode?> SdkAsync(string service, string operation, JsonObject input, Caller caller, string requestId, CancellationToken cancellation)
    {
        try
        {
            var emulated = services.Find(SdkNames.SigningName(service));
            var simulated = emulated is null || account.Knows($"{service}:{operation}");
            gate.Check(new ServiceCall(simulated ? service : emulated!.Name, operation, input, caller));
            return simulated
                ? SdkNames.Pascal(account.Call(service, operation, input))
                : await EmulatedAsync(emulated!, service, operation, input, caller, cancellation);
        }
        catch (AwsError error)
        {
            throw TaskErrors.Sdk(service, error, requestId);
        }
    }

    private async Task<JsonNode?> EmulatedAsync(IAwsService emulated, string service, string operation, JsonObject input, Caller caller, CancellationToken cancellation)
    {
        try
        {
            var answer = await emulated.CallAsync(new ServiceCall(emulated.Name, operation, input, caller), cancellation);
            return HoldCallersKeys.Contains(emulated.Name) ? answer : SdkNames.FromWire(answer);
        }
        catch (AwsError error) when (error.Code == "InvalidAction")
        {
            // An operation of an emulated service that is not emulated itself: a scenario may answer it.
            return SdkNames.Pascal(account.Call(service, operation, input));
        }
    }

    /// <summary>The optimised integrations take any JSON where the API takes text.</summary>
    private static JsonObject Texts(JsonObject input, string member)
    {
        var texts = (JsonObject)input.DeepClone();
        if (texts[member] is { } value && value.GetValueKind() != JsonValueKind.String)
            texts[member] = value.Compact();
        return texts;
    }

    private static JsonObject WithMetadata(JsonObject answer, string requestId)
    {
        answer["SdkHttpMetadata"] = new JsonObject
        {
            ["AllHttpHeaders"] = new JsonObject { ["x-amzn-RequestId"] = new JsonArray(requestId) },
            ["HttpHeaders"] = new JsonObject { ["x-amzn-RequestId"] = requestId },
            ["HttpStatusCode"] = 200,
        };
        answer["SdkResponseMetadata"] = new JsonObject { ["RequestId"] = requestId };
        return answer;
    }
}
