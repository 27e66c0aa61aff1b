using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Updates;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Invocation;
using IncidentServerless.Storage;
using IncidentServerless.Workflows;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.ComposeMessage;

/// <summary>Whether to tell people still, whom, and in what words: pages, status updates, and what follows an incident. Reads only.</summary>
public sealed class ComposeMessageFunction(
    IncidentStore incidents,
    PagingComposer paging,
    UpdateComposer updates,
    AftermathComposer aftermath,
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
        var step = request.About switch
        {
            Telling.Updates => await updates.ComposeAsync(stored.Incident, UpdateRules.Next(stored.Incident, request.Generation, policy, now), now, CancellationToken.None).ConfigureAwait(false),
            Telling.Aftermath => await aftermath.ComposeAsync(stored.Incident, AftermathRules.Next(stored.Incident, request.Generation, policy, now), now, CancellationToken.None).ConfigureAwait(false),
            _ => await PageAsync(stored.Incident, request, now).ConfigureAwait(false),
        };
        step = step with { Sns = [.. step.Sns.Select(message => SubscriberMessage.With(message, stored.Incident))] };
        logger.LogInformation("{IncidentId}: {About}: {Action}", request.IncidentId, request.About, step.Action);
        return step;
    }

    private Task<PagingStep> PageAsync(Incident incident, PagingRequest request, DateTimeOffset now)
    {
        var lifecycle = ExecutionArns.Of(settings.LifecycleArn, ExecutionNames.Lifecycle(request.IncidentId, request.Generation));
        return paging.ComposeAsync(incident, PagingRules.Next(incident, request.Generation, policy, now), now, lifecycle, null, CancellationToken.None);
    }
}
