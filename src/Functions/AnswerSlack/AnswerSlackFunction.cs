using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Functions.Invocation;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.AnswerSlack;

/// <summary>What people do in Slack: <c>/incident</c>, and the buttons of our messages. The signature is checked before anything of the body is read.</summary>
public sealed class AnswerSlackFunction(SlackResponder responder, InvocationTime time, ILogger<AnswerSlackFunction> logger)
{
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerSlack(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        if (request.RequestContext?.Http?.Method != "POST")
        {
            return HttpReplies.Json(405, "");
        }

        var (account, region) = context.InvokedFunctionArn.Split(':') is [_, _, _, var there, var owner, ..] ? (owner, there) : ("unknown", "unknown");
        var (status, body) = await responder.TakeAsync(request.Header, request.Text(), account, region, time.Now(context)).ConfigureAwait(false);
        return HttpReplies.Json(status, body);
    }
}
