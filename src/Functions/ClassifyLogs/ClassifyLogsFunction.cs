using Amazon.Lambda.Annotations;
using Amazon.Lambda.CloudWatchLogsEvents;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Sources.Logs;
using IncidentServerless.Functions.Intake;
using IncidentServerless.Functions.Invocation;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.ClassifyLogs;

/// <summary>Lines of applications' logs, straight from their subscriptions.</summary>
public sealed class ClassifyLogsFunction(EventIntake intake, IncidentPolicy policy, InvocationTime time, ILogger<ClassifyLogsFunction> logger)
{
    /// <exception cref="LogsNotTakenInException">Some of it is not stored, or has no workflow yet. Lambda tries again twice, then keeps the event in the dead-letter queue; what is stored by then answers as before.</exception>
    [LambdaFunction]
    public async Task ClassifyLogs(CloudWatchLogsEvent logs, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        var now = time.Now(context);
        var events = LogClassifier.Classify(LogData.Of(logs), RegionOf(context.InvokedFunctionArn), policy, now)
            .Select(classification => new IncomingEvent(classification.EventId, classification));
        var failed = await intake.TakeInAsync([.. events], now, CancellationToken.None).ConfigureAwait(false);
        if (failed.Count > 0)
        {
            throw new LogsNotTakenInException(failed.Count);
        }
    }

    // CloudWatch Logs calls only functions of its own region.
    private static string RegionOf(string functionArn) => functionArn.Split(':') is [_, _, _, var region, ..] ? region : "";
}

public sealed class LogsNotTakenInException(int count) : Exception($"{count} pattern(s) of log lines could not be taken in; the log says why.");
