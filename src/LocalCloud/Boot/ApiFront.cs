using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.DynamoDb;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Faults;
using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.Lambda;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>Answers API calls that come over HTTP: finds out who asks, holds the clock meanwhile, lets faults happen, and speaks the caller's protocol.</summary>
internal sealed class ApiFront(ServiceDirectory services, LambdaHost lambda, RoleGate gate, FaultBoard faults, ICloudClock clock, CloudIds ids)
{
    private readonly StaleReads staleReads = new();

    /// <returns>Null when the caller died of it.</returns>
    public async Task<WireAnswer?> AnswerAsync(AwsRequest request, CancellationToken cancellation)
    {
        var requestId = ids.Next("request");
        // A reader of an empty queue waits for time to pass: it must not keep it from passing.
        using var hold = request.Operation == "ReceiveMessage" ? null : clock.Hold($"the call {request.Service}:{request.Operation}");
        var process = request.AccessKeyId is { } key ? lambda.Find(key) : null;
        try
        {
            return process is null
                ? await PerformAsync(request, Caller.Operator, requestId, cancellation)
                : await PerformAsync(request, process, requestId, cancellation);
        }
        catch (AwsError error)
        {
            return request.Protocol.Refusal(error, requestId);
        }
        catch (Exception stumble) when (stumble is FormatException or InvalidCastException or KeyNotFoundException or ArgumentException or OverflowException
            or IndexOutOfRangeException or InvalidOperationException or JsonException or EventPatternException)
        {
            // Services read members as the models have them; what is of another form stops the reading somewhere.
            return request.Protocol.Refusal(new AwsError("ValidationException", $"The input of {request.Operation} is not of the form that {request.Service} takes: {OneLine(stumble.Message)}"), requestId);
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private async Task<WireAnswer?> PerformAsync(AwsRequest request, FunctionProcess process, string requestId, CancellationToken cancellation)
    {
        var caller = new Caller(process.Function.RoleArn, process.Function.Name);
        var invocation = process.Current;
        var effect = faults.Note(new OutgoingCall(
            process.Function.LogicalId, invocation?.RequestId ?? "", invocation?.Index ?? 0, invocation?.NextCall() ?? 0, request.Service, request.Operation));
        switch (effect)
        {
            case FaultEffect.KillBefore:
                process.Kill();
                return null;
            case FaultEffect.KillAfter:
                return await PerformAndKillAsync(request, process, caller, requestId, cancellation);
            case FaultEffect.Refuse refusal:
                throw new AwsError(refusal.Code, refusal.Message, refusal.Status);
            case FaultEffect.TransactionConflict:
                return Conflict(request, requestId);
            case FaultEffect.StaleRead when StaleReads.MayBeStale(request):
                return staleReads.Answer(request, requestId);
            default:
                return await PerformAsync(request, caller, requestId, cancellation);
        }
    }

    private async Task<WireAnswer?> PerformAndKillAsync(AwsRequest request, FunctionProcess process, Caller caller, string requestId, CancellationToken cancellation)
    {
        try
        {
            await PerformAsync(request, caller, requestId, cancellation);
            return null;
        }
        finally
        {
            process.Kill();
        }
    }

    private async Task<WireAnswer> PerformAsync(AwsRequest request, Caller caller, string requestId, CancellationToken cancellation)
    {
        var service = services[request.Service];
        var call = new ServiceCall(request.Service, request.Operation, request.Input, caller);
        gate.Check(call);
        if (service is not DynamoDbService dynamoDb)
            return request.Protocol.Answer(request.Operation, await service.CallAsync(call, cancellation), requestId);
        var answer = await dynamoDb.PassOnAsync(request.Operation, request.Body, cancellation);
        staleReads.Remember(request, answer);
        return answer;
    }

    /// <summary>One reason for each item, as DynamoDB gives them.</summary>
    private static WireAnswer Conflict(AwsRequest request, string requestId)
    {
        var reasons = (request.Input["TransactItems"] as JsonArray ?? [null]).Select((_, index) =>
            (JsonNode)(index == 0 ? new JsonObject { ["Code"] = "TransactionConflict", ["Message"] = "Transaction is ongoing for the item" } : new JsonObject { ["Code"] = "None" })).ToArray();
        var codes = string.Join(", ", reasons.Select(reason => (string?)reason["Code"]));
        var body = new JsonObject
        {
            ["__type"] = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
            ["Message"] = $"Transaction cancelled, please refer cancellation reasons for specific reasons [{codes}]",
            ["CancellationReasons"] = new JsonArray(reasons),
        };
        return request.Protocol.Answer(request.Operation, body, requestId) with { Status = 400 };
    }
}
