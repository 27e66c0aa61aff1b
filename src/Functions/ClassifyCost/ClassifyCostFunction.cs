using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Sources.Cost;
using IncidentServerless.Functions.Intake;
using IncidentServerless.Functions.Invocation;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.ClassifyCost;

/// <summary>What speaks of cost: anomalies from EventBridge; budgets, anomalies and billing alarms from the cost topic.</summary>
public sealed class ClassifyCostFunction(EventIntake intake, IncidentPolicy policy, InvocationTime time, ILogger<ClassifyCostFunction> logger)
{
    /// <returns>The messages to deliver again: those whose disposition is not stored, or whose incident has no workflow yet.</returns>
    [LambdaFunction]
    public async Task<SQSBatchResponse> ClassifyCost(SQSEvent batch, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        var now = time.Now(context);
        var events = batch.Records.Select(message => new IncomingEvent(
            message.MessageId,
            CostClassifier.Classify(message.Body ?? "", message.MessageId, policy, now)));
        var failed = await intake.TakeInAsync([.. events], now, CancellationToken.None).ConfigureAwait(false);
        return new SQSBatchResponse([.. failed.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
    }
}
