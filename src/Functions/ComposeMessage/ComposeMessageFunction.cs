using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Invocation;
using IncidentServerless.Storage;
using IncidentServerless.Workflows;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.ComposeMessage;

/// <summary>Whether to page still, whom, and in what words. Reads only.</summary>
public sealed class ComposeMessageFunction(
    IncidentStore incidents,
    PagingComposer composer,
    IncidentPolicy policy,
    Settings settings,
    InvocationTime time,
    ILogger<ComposeMessageFunction> logger)
{
    [LambdaFunction]
    public async Task<PagingStep> ComposeMessage(PagingRequest request, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        logger.AppendKey(LogKeys.IncidentId, request.IncidentId);
        var stored = await incidents.FindAsync(request.IncidentId, CancellationToken.None).ConfigureAwait(false)
            ?? throw new IncidentNotFoundException(request.IncidentId);
        var now = time.Now(context);
        var decision = PagingRules.Next(stored.Incident, request.Generation, policy, now);
        logger.LogInformation("{IncidentId}: paging decides {Decision}", request.IncidentId, decision.GetType().Name);
        var lifecycle = ExecutionArns.Of(settings.LifecycleArn, ExecutionNames.Lifecycle(request.IncidentId, request.Generation));
        return await composer.ComposeAsync(stored.Incident, decision, now, lifecycle, null, CancellationToken.None).ConfigureAwait(false);
    }
}
