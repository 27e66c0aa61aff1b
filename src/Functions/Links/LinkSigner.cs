using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Functions.Configuration;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Links;

/// <summary>Signs links with the HMAC key in KMS. A page goes out without its links when KMS fails.</summary>
public sealed class LinkSigner(IAmazonKeyManagementService kms, Settings settings, ILogger<LinkSigner> logger)
{
    /// <summary>The whole URL; null when it could not be signed.</summary>
    public async Task<string?> SignAsync(LinkClaims claims, CancellationToken cancellation)
    {
        var payload = LinkToken.Payload(claims);
        try
        {
            using var message = new MemoryStream(payload);
            var signed = await kms.GenerateMacAsync(
                new GenerateMacRequest { KeyId = settings.LinkKeyArn, MacAlgorithm = MacAlgorithmSpec.HMAC_SHA_256, Message = message },
                cancellation).ConfigureAwait(false);
            return LinkUrl.Of(settings.RespondUrl.AbsoluteUri, LinkToken.Print(payload, signed.Mac.ToArray()));
        }
        catch (Exception fault) when (AwsClients.IsUnavailable(fault))
        {
            logger.LogError("{IncidentId}: a link could not be signed, so the message goes out without it: {Fault}", claims.IncidentId, fault.Message);
            return null;
        }
    }
}
