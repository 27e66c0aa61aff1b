using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Links;
using IncidentServerless.Functions.Webhooks;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Respond;

/// <summary>Checks a link, shows its incident, and does what its form asks. Everything that costs nothing is checked before KMS is asked.</summary>
public sealed class LinkResponder(
    LinkVerifier verifier,
    IncidentStore incidents,
    DeedHandler deeds,
    IncidentPolicy policy,
    GenuineRequests requests,
    ILogger<LinkResponder> logger)
{
    public Task<PageReply> ShowAsync(string? token, DateTimeOffset now, CancellationToken cancellation) =>
        WithIncidentAsync(token, now, async (claims, incident) => ResponsePage.Show(await ViewAsync(claims, incident, now, cancellation).ConfigureAwait(false)), cancellation);

    /// <param name="form">The decoded body; null when there is none or it is unreadable.</param>
    public Task<PageReply> ActAsync(string? token, string? form, DateTimeOffset now, CancellationToken cancellation) =>
        WithIncidentAsync(token, now, (claims, incident) => ActAsync(claims, token!, incident, form, now, cancellation), cancellation);

    public static PageReply MethodNotAllowed() => ResponsePage.MethodNotAllowed();

    private async Task<PageReply> ActAsync(LinkClaims claims, string token, Incident incident, string? form, DateTimeOffset now, CancellationToken cancellation)
    {
        var (deed, faults) = ResponseForm.Parse(form);
        if (deed is null)
        {
            return ResponsePage.FormFaults(await ViewAsync(claims, incident, now, cancellation).ConfigureAwait(false), faults);
        }

        var decision = ResponseDecision.Decide(claims, token, deed, incident, policy.Remediation.Approvers, now);
        var outcome = await deeds.HandleAsync(decision, incident, $"{claims.Scope} link", now, cancellation).ConfigureAwait(false);
        var view = await ViewAsync(claims, outcome.Incident, now, cancellation).ConfigureAwait(false);
        return outcome is { Refusal: null, Command: { } command } ? ResponsePage.Done(view, command) : ResponsePage.Refused(view, outcome.Refusal!);
    }

    private async Task<PageReply> WithIncidentAsync(
        string? token,
        DateTimeOffset now,
        Func<LinkClaims, Incident, Task<PageReply>> reply,
        CancellationToken cancellation)
    {
        if (!LinkToken.TryParse(token, out var claims, out var payload, out var mac, out var fault))
        {
            return ResponsePage.ForgedLink(fault);
        }

        if (claims.IsExpired(now))
        {
            return ResponsePage.Expired(claims, now);
        }

        try
        {
            if (!await verifier.IsOursAsync(payload, mac, cancellation).ConfigureAwait(false))
            {
                requests.Refuse("link", now);
                return ResponsePage.ForgedLink();
            }

            return await incidents.FindAsync(claims.IncidentId, cancellation).ConfigureAwait(false) is { } stored
                ? await reply(claims, stored.Incident).ConfigureAwait(false)
                : ResponsePage.UnknownIncident(claims);
        }
        catch (Exception unavailable) when (AwsClients.IsUnavailable(unavailable) || unavailable is IncidentContendedException)
        {
            logger.LogError(unavailable, "{IncidentId}: a link could not be served: {Fault}", claims.IncidentId, unavailable.Message);
            return ResponsePage.Unavailable();
        }
    }

    private async Task<ResponseView> ViewAsync(LinkClaims claims, Incident incident, DateTimeOffset now, CancellationToken cancellation) => new()
    {
        Claims = claims,
        Incident = incident,
        Timeline = await incidents.TimelineAsync(incident.Id, cancellation).ConfigureAwait(false),
        Severity = policy.Severities[incident.Severity],
        Escalation = policy.Escalation[incident.Severity],
        Now = now,
        People = policy.People,
        Remediation = policy.Remediation,
        Mail = policy.Customers.Mail,
        ReportFollows = AftermathRules.Follows(incident, policy),
    };
}
