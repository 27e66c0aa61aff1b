using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using IncidentServerless.Functions.Configuration;

namespace IncidentServerless.Functions.Links;

/// <summary>Asks KMS whether a link's signature is ours.</summary>
public sealed class LinkVerifier(IAmazonKeyManagementService kms, Settings settings)
{
    public async Task<bool> IsOursAsync(byte[] payload, byte[] mac, CancellationToken cancellation)
    {
        try
        {
            using var message = new MemoryStream(payload);
            using var signature = new MemoryStream(mac);
            var verified = await kms.VerifyMacAsync(
                new VerifyMacRequest { KeyId = settings.LinkKeyArn, MacAlgorithm = MacAlgorithmSpec.HMAC_SHA_256, Message = message, Mac = signature },
                cancellation).ConfigureAwait(false);
            return verified.MacValid == true;
        }
        catch (KMSInvalidMacException)
        {
            return false;
        }
    }
}
