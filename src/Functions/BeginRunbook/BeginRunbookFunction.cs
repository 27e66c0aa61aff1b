using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Runbooks;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.BeginRunbook;

/// <summary>The first state of every runbook: checks the input, declares an incident or joins one, and says what is to be looked at.</summary>
public sealed class BeginRunbookFunction(RunbookOpening opening, ILogger<BeginRunbookFunction> logger)
{
    /// <exception cref="BadRunbookInputException">The input cannot be used; the message says which member and why.</exception>
    [LambdaFunction]
    public Task<RunbookContext> BeginRunbook(RunbookRequest request, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        return opening.OpenAsync(request, CancellationToken.None);
    }
}
