using Amazon.Lambda.Annotations;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Functions.Invocation;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Reconcile;

/// <summary>Finds what died: on a schedule, and whenever one of our workflows fails, times out or is aborted.</summary>
public sealed class ReconcileFunction(IncidentStore incidents, IncidentReconciler reconciler, InvocationTime time, ILogger<ReconcileFunction> logger)
{
    [LambdaFunction]
    public async Task Reconcile(CloudWatchEvent<ReconcileTrigger> trigger, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        var now = time.Now(context);
        if (trigger.Detail?.Name is { } execution)
        {
            if (IncidentId.StartOf(execution) is { } incidentId)
            {
                await reconciler.ReconcileAsync(incidentId, now, CancellationToken.None).ConfigureAwait(false);
            }

            return;
        }

        List<Exception> faults = [];
        foreach (var incidentId in await incidents.NotClosedAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                await reconciler.ReconcileAsync(incidentId, now, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                // One incident that cannot be mended must not keep the others from it; the function still fails, visibly, at its end.
                logger.LogError(fault, "{IncidentId} could not be reconciled: {Fault}", incidentId, fault.Message);
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException($"{faults.Count} incident(s) could not be reconciled; the log names them.", faults);
        }
    }
}
