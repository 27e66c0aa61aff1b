using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Functions.Invocation;
using IncidentServerless.Functions.Webhooks;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Respond;

/// <summary>What people do by signed link, in PagerDuty, and by programs of theirs. A GET shows and changes nothing, because mail scanners follow links; a POST acts.</summary>
public sealed class RespondFunction(LinkResponder responder, PagerDutyResponder pagerDuty, DeedResponder deeds, InvocationTime time, ILogger<RespondFunction> logger)
{
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> Respond(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        var token = request.QueryStringParameters?.TryGetValue(LinkUrl.Parameter, out var link) == true ? link : null;
        var now = time.Now(context);
        if (request.RawPath == PagerDutyResponder.Path)
        {
            return new APIGatewayHttpApiV2ProxyResponse
            {
                StatusCode = request.RequestContext?.Http?.Method == "POST"
                    ? await pagerDuty.TakeAsync(request.Header(PagerDutyResponder.SignatureHeader), request.Text(), now, CancellationToken.None).ConfigureAwait(false)
                    : 405,
                Body = "",
            };
        }

        if (request.RawPath == DeedResponder.Path)
        {
            var (status, body) = request.RequestContext?.Http?.Method == "POST" ? await deeds.TakeAsync(request.Header, request.Text(), now, CancellationToken.None).ConfigureAwait(false) : (405, "");
            return HttpReplies.Json(status, body);
        }

        var page = request.RequestContext?.Http?.Method switch
        {
            "GET" or "HEAD" => await responder.ShowAsync(token, now, CancellationToken.None).ConfigureAwait(false),
            "POST" => await responder.ActAsync(token, request.Text(), now, CancellationToken.None).ConfigureAwait(false),
            _ => LinkResponder.MethodNotAllowed(),
        };
        return new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = page.Status,
            Body = page.Html,
            Headers = SecurityHeaders.All.ToDictionary(header => header.Name, header => header.Value),
        };
    }
}
