using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses.Webhooks;
using IncidentServerless.Domain.Signals.Sources.Reports;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Intake;
using IncidentServerless.Functions.Invocation;
using IncidentServerless.Functions.Webhooks;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.ReceiveReport;

/// <summary>
/// Customers' reports by signed webhook. The signature is checked before anything of the body is read; a report is answered with 200 when
/// its disposition is stored, and with 503 when the sender should send it again.
/// </summary>
public sealed class ReceiveReportFunction(GenuineRequests requests, EventIntake intake, IncidentPolicy policy, InvocationTime time, ILogger<ReceiveReportFunction> logger)
{
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> ReceiveReport(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        if (request.RequestContext?.Http?.Method != "POST")
        {
            return HttpReplies.Text(405, "Send reports by POST.");
        }

        var now = time.Now(context);
        try
        {
            var body = request.Text();
            return await requests.IsGenuineAsync(RequestSignature.Of(request.Header, policy.Reports), body, "report", now, CancellationToken.None).ConfigureAwait(false)
                ? await TakeInAsync(body!, context, now).ConfigureAwait(false)
                : HttpReplies.Text(401, "The signature is missing, wrong, or older than five minutes.");
        }
        catch (Exception unavailable) when (AwsClients.IsUnavailable(unavailable))
        {
            logger.LogError(unavailable, "A report could not be taken in: {Fault}", unavailable.Message);
            return HttpReplies.Text(503, "The report could not be taken in; send it again.");
        }
    }

    private async Task<APIGatewayHttpApiV2ProxyResponse> TakeInAsync(string body, ILambdaContext context, DateTimeOffset now)
    {
        if (ReportClassifier.Challenge(body) is { } challenge)
        {
            return HttpReplies.Text(200, challenge);
        }

        var (account, region) = context.InvokedFunctionArn.Split(':') is [_, _, _, var there, var owner, ..] ? (owner, there) : ("unknown", "unknown");
        var report = ReportClassifier.Classify(body, account, region, policy, now);
        var failed = await intake.TakeInAsync([new IncomingEvent(report.EventId, report)], now, CancellationToken.None).ConfigureAwait(false);
        return failed.Count == 0 ? HttpReplies.Text(200, report.Reason ?? "Taken in.") : HttpReplies.Text(503, "The report could not be taken in; send it again.");
    }
}
