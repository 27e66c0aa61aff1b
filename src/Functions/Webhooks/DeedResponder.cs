using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Responses.Webhooks;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Webhooks;

/// <summary>Does what a program asks for by signed webhook. The signature and its age are checked before anything of the body is read.</summary>
public sealed class DeedResponder(GenuineRequests requests, IncidentStore incidents, DeedHandler deeds, WaitAnswerer waits, IncidentPolicy policy, ILogger<DeedResponder> logger)
{
    /// <summary>The path of the address that the program is given.</summary>
    public const string Path = "/deeds";

    private const string Origin = "webhook";

    /// <param name="header">A header's value by its name in lower case; null when it is not there.</param>
    /// <returns>An HTTP status and a JSON body.</returns>
    public async Task<(int Status, string Body)> TakeAsync(Func<string, string?> header, string? body, DateTimeOffset now, CancellationToken cancellation)
    {
        if (policy.Channels.Webhook?.Secret is not { } parameter)
        {
            return (404, "");
        }

        try
        {
            if (!await requests.IsGenuineAsync(RequestSignature.OfOurs(header, parameter), body, "webhook", now, cancellation).ConfigureAwait(false))
            {
                return (401, DeedWebhook.Answer(["The signature is missing, wrong, or older than five minutes."]));
            }

            return DeedWebhook.Read(body!, out var faults) is { } asked
                ? await DoAsync(asked, now, cancellation).ConfigureAwait(false)
                : (400, DeedWebhook.Answer(["Nothing was changed.", .. faults]));
        }
        catch (IncidentNotFoundException missing)
        {
            return (404, DeedWebhook.Answer([missing.Message]));
        }
        catch (Exception unavailable) when (AwsClients.IsUnavailable(unavailable) || unavailable is IncidentContendedException)
        {
            logger.LogError(unavailable, "A webhook could not be served: {Fault}", unavailable.Message);
            return (503, DeedWebhook.Answer(["It does not work right now; send it again, with the same id."]));
        }
    }

    private async Task<(int Status, string Body)> DoAsync(DeedWebhook asked, DateTimeOffset now, CancellationToken cancellation)
    {
        var incident = (await incidents.FindAsync(asked.IncidentId, cancellation).ConfigureAwait(false))?.Incident ?? throw new IncidentNotFoundException(asked.IncidentId);
        if (asked.Deed is not { } wanted)
        {
            return (200, DeedWebhook.Answer(incident, $"It is {Words.Of(incident.Status).ToLowerInvariant()}."));
        }

        // A program acts on the incident as it is; only that somebody else has it already is told it.
        var deed = wanted with { Seen = wanted.Action == ResponseAction.Acknowledge ? 1 : incident.Version };
        var who = new WebhookCaller(asked.By);
        if (await incidents.FindAnswerAsync(incident.Id, ResponseDecision.CommandId(who, Origin, deed), cancellation).ConfigureAwait(false) is not null)
        {
            // Whatever waits for it may not have been told the first time.
            await waits.AnswerAsync(incident, cancellation).ConfigureAwait(false);
            return (200, DeedWebhook.Answer(incident, "Done already: this id came before. Whatever else it says now is not done."));
        }

        var decision = ResponseDecision.Decide(who, Origin, deed, incident, policy.Remediation.Approvers, now);
        var outcome = await deeds.HandleAsync(decision, incident, "webhook", now, cancellation).ConfigureAwait(false);
        return outcome.Refusal is { } refusal
            ? (refusal.Status, DeedWebhook.Answer(outcome.Incident, refusal.Sentence))
            : (200, DeedWebhook.Answer(outcome.Incident, outcome.Changed ? "Done." : "Nothing was changed: it is so already."));
    }
}
