using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Sources.Reports;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Intake;
using IncidentServerless.Functions.Invocation;
using IncidentServerless.Functions.Metrics;
using IncidentServerless.Functions.Webhooks;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.ReceiveReport;

/// <summary>
/// Customers' reports by signed webhook. The signature is checked before anything of the body is read; a report is answered with 200 when
/// its disposition is stored, and with 503 when the sender should send it again.
/// </summary>
public sealed class ReceiveReportFunction(WebhookSecrets secrets, EventIntake intake, IncidentPolicy policy, InvocationTime time, RefusalCount refusals, ILogger<ReceiveReportFunction> logger)
{
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> ReceiveReport(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        if (request.RequestContext?.Http?.Method != "POST")
        {
            return Answer(405, "Send reports by POST.");
        }

        var now = time.Now(context);
        try
        {
            return await IsGenuineAsync(request, now).ConfigureAwait(false) && request.Text() is { } body
                ? await TakeInAsync(body, context, now).ConfigureAwait(false)
                : Refused();
        }
        catch (Exception unavailable) when (AwsClients.IsUnavailable(unavailable))
        {
            logger.LogError(unavailable, "A report could not be taken in: {Fault}", unavailable.Message);
            return Answer(503, "The report could not be taken in; send it again.");
        }
    }

    private async Task<bool> IsGenuineAsync(APIGatewayHttpApiV2ProxyRequest request, DateTimeOffset now) =>
        ReportSignature.Of(name => request.Header(name), policy.Reports) is { } signature
        && signature.IsFresh(now)
        && await secrets.FindAsync(signature.Parameter, now, CancellationToken.None).ConfigureAwait(false) is { Length: > 0 } secret
        && request.Text() is { } body
        && signature.Fits(secret, body);

    private async Task<APIGatewayHttpApiV2ProxyResponse> TakeInAsync(string body, ILambdaContext context, DateTimeOffset now)
    {
        if (ReportClassifier.Challenge(body) is { } challenge)
        {
            return Answer(200, challenge, "text/plain");
        }

        var (account, region) = context.InvokedFunctionArn.Split(':') is [_, _, _, var there, var owner, ..] ? (owner, there) : ("unknown", "unknown");
        var report = ReportClassifier.Classify(body, account, region, policy, now);
        var failed = await intake.TakeInAsync([new IncomingEvent(report.EventId, report)], now, CancellationToken.None).ConfigureAwait(false);
        return failed.Count == 0 ? Answer(200, report.Reason ?? "Taken in.") : Answer(503, "The report could not be taken in; send it again.");
    }

    private APIGatewayHttpApiV2ProxyResponse Refused()
    {
        refusals.Count("report");
        logger.LogWarning("A report without a genuine signature was refused");
        return Answer(401, "The signature is missing, wrong, or older than five minutes.");
    }

    private static APIGatewayHttpApiV2ProxyResponse Answer(int status, string text, string type = "text/plain; charset=utf-8") => new()
    {
        StatusCode = status,
        Body = text,
        Headers = new Dictionary<string, string> { ["content-type"] = type, ["cache-control"] = "no-store" },
    };
}
