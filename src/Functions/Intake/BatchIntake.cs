using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Functions.Invocation;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Intake;

/// <summary>A source's judgement of one message: its body, its id, the policy, and when it was taken in.</summary>
public delegate Classification Classifier(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt);

/// <summary>Takes in what a source's queue hands over. The same for all sources.</summary>
public sealed class BatchIntake(EventIntake intake, IncidentPolicy policy, InvocationTime time, ILogger<BatchIntake> logger)
{
    /// <returns>The messages to deliver again: those whose disposition is not stored, or whose incident has no workflow yet.</returns>
    public async Task<SQSBatchResponse> TakeInAsync(SQSEvent batch, Classifier classify, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        var now = time.Now(context);
        var events = batch.Records.Select(message => new IncomingEvent(message.MessageId, classify(message.Body ?? "", message.MessageId, policy, now)));
        var failed = await intake.TakeInAsync([.. events], now, CancellationToken.None).ConfigureAwait(false);
        return new SQSBatchResponse([.. failed.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
    }
}
