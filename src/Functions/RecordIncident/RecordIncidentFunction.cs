using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Functions.Commands;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.RecordIncident;

/// <summary>Workflows tell what happened; this alone writes it.</summary>
public sealed class RecordIncidentFunction(CommandHandler commands, WaitRegistration waits, ILogger<RecordIncidentFunction> logger)
{
    /// <returns>Where the incident stands and what to wait for next.</returns>
    [LambdaFunction]
    public async Task<IncidentAnswer> RecordIncident(IncidentCommand command, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        logger.AppendKey(LogKeys.IncidentId, command.IncidentId);
        return command is RegisterWait wait
            ? await waits.RegisterAsync(wait, CancellationToken.None).ConfigureAwait(false)
            : (await commands.HandleAsync(command, CancellationToken.None).ConfigureAwait(false)).Answer;
    }
}
