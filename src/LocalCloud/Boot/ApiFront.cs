using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.DynamoDb;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Lambda;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>Answers API calls that come over HTTP: finds out who asks, holds the clock meanwhile, and speaks the caller's protocol.</summary>
internal sealed class ApiFront(ServiceDirectory services, LambdaHost lambda, ICloudClock clock, CloudIds ids)
{
    public async Task<WireAnswer?> AnswerAsync(AwsRequest request, CancellationToken cancellation)
    {
        var requestId = ids.Next("request");
        // A reader of an empty queue waits for time to pass: it must not keep it from passing.
        using var hold = request.Operation == "ReceiveMessage" ? null : clock.Hold($"the call {request.Service}:{request.Operation}");
        try
        {
            return await PerformAsync(request, requestId, cancellation);
        }
        catch (AwsError error)
        {
            return request.Protocol.Refusal(error, requestId);
        }
    }

    private async Task<WireAnswer> PerformAsync(AwsRequest request, string requestId, CancellationToken cancellation)
    {
        var service = services[request.Service];
        if (service is DynamoDbService dynamoDb)
            return await dynamoDb.PassOnAsync(request.Operation, request.Body, cancellation);
        var call = new ServiceCall(request.Service, request.Operation, request.Input, CallerOf(request));
        return request.Protocol.Answer(request.Operation, await service.CallAsync(call, cancellation), requestId);
    }

    private Caller CallerOf(AwsRequest request) =>
        request.AccessKeyId is { } key && lambda.Find(key) is { } process ? new Caller(process.Function.RoleArn, process.Function.Name) : Caller.Operator;
}
