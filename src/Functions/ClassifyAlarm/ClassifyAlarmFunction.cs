using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Functions.Intake;
using IncidentServerless.Functions.Invocation;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.ClassifyAlarm;

/// <summary>CloudWatch alarms, from EventBridge and from the alarm topic.</summary>
public sealed class ClassifyAlarmFunction(EventIntake intake, IncidentPolicy policy, InvocationTime time, ILogger<ClassifyAlarmFunction> logger)
{
    /// <returns>The messages to deliver again: those whose disposition is not stored, or whose incident has no workflow yet.</returns>
    [LambdaFunction]
    public async Task<SQSBatchResponse> ClassifyAlarm(SQSEvent batch, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        var now = time.Now(context);
        var events = batch.Records.Select(message => new IncomingEvent(
            message.MessageId,
            AlarmClassifier.Classify(message.Body ?? "", message.MessageId, policy, now)));
        var failed = await intake.TakeInAsync([.. events], now, CancellationToken.None).ConfigureAwait(false);
        return new SQSBatchResponse([.. failed.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
    }
}
