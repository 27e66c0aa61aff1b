using IncidentServerless.Domain.Responses.Webhooks;
using IncidentServerless.Functions.Metrics;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Webhooks;

/// <summary>Whether requests are from who they say they are from. Nothing of a body is read for that; a request that is not is counted and logged.</summary>
public sealed class GenuineRequests(WebhookSecrets secrets, MetricLog metrics, ILogger<GenuineRequests> logger)
{
    /// <param name="signature">What the headers say; null when they say nothing that can be read.</param>
    /// <param name="body">Null when there is none.</param>
    /// <param name="sender">See <see cref="MetricLog.Refused"/>.</param>
    public async Task<bool> IsGenuineAsync(RequestSignature? signature, string? body, string sender, DateTimeOffset now, CancellationToken cancellation) =>
        // Its age costs nothing to check, the secret a call.
        (signature is not null && body is not null && signature.IsFresh(now)
            && await secrets.FindAsync(signature.Parameter, now, cancellation).ConfigureAwait(false) is { Length: > 0 } secret && signature.Fits(secret, body))
        || Refuse(sender, now);

    /// <summary>Counts and logs a request that is not.</summary>
    /// <returns>False.</returns>
    public bool Refuse(string sender, DateTimeOffset now)
    {
        metrics.Refused(sender, now);
        logger.LogWarning("A request by {Sender} without a genuine signature was refused", sender);
        return false;
    }
}
