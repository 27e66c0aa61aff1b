using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Queues;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>Events that nobody waits for ("Asynchronous invocation", Lambda developer guide).</summary>
internal sealed class AsynchronousInvocations(LambdaService lambda, SqsService queues, ICloudClock clock, ObservationLog observations)
{
    private static readonly TimeSpan[] RetryDelays = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    public void Start(FunctionConfiguration function, string payload) => clock.Schedule(clock.UtcNow, () => RunAsync(function, payload, attempt: 0));

    private async Task RunAsync(FunctionConfiguration function, string payload, int attempt)
    {
        var result = await InvokeAsync(function, payload);
        if (result.Succeeded)
            return;
        if (attempt < RetryDelays.Length)
            clock.Schedule(clock.UtcNow + RetryDelays[attempt], () => RunAsync(function, payload, attempt + 1));
        else if (function.DeadLetterArn is { } arn && queues.Find(arn) is { } queue)
            GiveUp(function, payload, result, queue);
    }

    private async Task<InvocationResult> InvokeAsync(FunctionConfiguration function, string payload)
    {
        try
        {
            return await lambda.InvokeAsync(function.Name, payload);
        }
        catch (AwsError throttled)
        {
            return new InvocationResult(Guid.NewGuid().ToString(), payload, throttled.Code, throttled.Message);
        }
    }

    private void GiveUp(FunctionConfiguration function, string payload, InvocationResult result, MessageQueue queue)
    {
        var messageId = queue.Send(payload, new Dictionary<string, MessageAttribute>
        {
            ["RequestID"] = new("String", result.RequestId),
            ["ErrorCode"] = new("Number", "200"),
            ["ErrorMessage"] = new("String", result.ErrorMessage is { Length: > 1024 } text ? text[..1024] : result.ErrorMessage),
        }, senderId: function.Name);
        observations.Add(new MessageDeadLettered(function.LogicalId, queue.Name, messageId, payload));
    }
}
