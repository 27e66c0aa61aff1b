using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses.Webhooks;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Webhooks;

/// <summary>What people do in PagerDuty is done here. The signature is checked before anything of the body is read.</summary>
public sealed class PagerDutyResponder(WebhookSecrets secrets, IncidentStore incidents, CommandHandler commands, IncidentPolicy policy, GenuineRequests requests, ILogger<PagerDutyResponder> logger)
{
    /// <summary>The path of the address that PagerDuty is given.</summary>
    public const string Path = "/pagerduty";

    public const string SignatureHeader = "x-pagerduty-signature";

    /// <param name="signature">The header; null when there is none.</param>
    /// <returns>An HTTP status. 200 also for events that ask for nothing: PagerDuty gives up a webhook that refuses some.</returns>
    public async Task<int> TakeAsync(string? signature, string? body, DateTimeOffset now, CancellationToken cancellation)
    {
        if (policy.Channels.PagerDuty?.WebhookSecret is not { } parameter)
        {
            return 404;
        }

        try
        {
            if (body is null || await secrets.FindAsync(parameter, now, cancellation).ConfigureAwait(false) is not { Length: > 0 } secret || !PagerDutyWebhook.IsGenuine(signature, secret, body))
            {
                requests.Refuse("pagerduty", now);
                return 401;
            }

            if (PagerDutyWebhook.Read(body, now) is { Command: var command } deed)
            {
                if (await incidents.FindAsync(command.IncidentId, cancellation).ConfigureAwait(false) is { Incident: var incident } && deed.IsOutOfDate(incident, policy.Channels.PagerDuty.OwnsEscalation))
                {
                    logger.LogWarning("{IncidentId}: what was done in PagerDuty came too late, and is about an earlier page", command.IncidentId);
                    return 200;
                }

                var outcome = await commands.HandleAsync(command, cancellation).ConfigureAwait(false);
                logger.LogInformation("{IncidentId}: {Deed} in PagerDuty, changed: {Changed}", command.IncidentId, command.GetType().Name, outcome.Changed);
            }

            return 200;
        }
        catch (IncidentNotFoundException)
        {
            // Some other stack's, or long gone.
            return 200;
        }
        catch (Exception unavailable) when (AwsClients.IsUnavailable(unavailable) || unavailable is IncidentContendedException)
        {
            logger.LogError(unavailable, "A webhook of PagerDuty could not be taken in: {Fault}", unavailable.Message);
            return 503;
        }
    }
}
