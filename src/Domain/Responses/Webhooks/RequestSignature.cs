using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Responses.Webhooks;

/// <summary>Whether a request is from who it says it is from. Nothing of its body is read for that.</summary>
/// <param name="Parameter">The SSM parameter with the secret.</param>
/// <param name="Signed">What was signed, before the body.</param>
/// <param name="Digest">The signature that was sent.</param>
/// <param name="At">When it was signed, by the sender's clock.</param>
public sealed record RequestSignature(string Parameter, string Signed, byte[] Digest, DateTimeOffset At)
{
    /// <summary>An older or newer signature could be somebody else's, recorded (Slack's own limit).</summary>
    public static readonly TimeSpan LargestSkew = TimeSpan.FromSeconds(300);

    /// <summary>
    /// What the headers say: Slack's (<c>X-Slack-Signature: v0=hex</c> over <c>v0:timestamp:body</c>), Zendesk's
    /// (<c>X-Zendesk-Webhook-Signature: base64</c> over timestamp and body), or our own (<c>X-Incident-Signature: v1=hex</c> over
    /// <c>timestamp.body</c>); all HMAC-SHA-256. Null when there is no signature, it cannot be read, or policy knows no secret for it.
    /// </summary>
    /// <param name="header">A header's value by its name in lower case; null when it is not there.</param>
    public static RequestSignature? Of(Func<string, string?> header, ReportsPolicy policy)
    {
        if (header("x-slack-signature") is not null)
        {
            return OfSlack(header, policy.SlackSecret);
        }

        if (header("x-zendesk-webhook-signature") is { } zendesk)
        {
            var stamp = header("x-zendesk-webhook-signature-timestamp");
            return Make(policy.ZendeskSecret, Base64(zendesk), EventTime.First(stamp), told => told, stamp);
        }

        return OfOurs(header, policy.WebhookSecret);
    }

    /// <summary>Our own alone.</summary>
    /// <param name="parameter">The SSM parameter with the secret; null where policy names none.</param>
    public static RequestSignature? OfOurs(Func<string, string?> header, string? parameter) => header("x-incident-signature") is { } own
        ? Make(parameter, Hex(own, "v1="), Unix(header("x-incident-timestamp")), stamp => $"{stamp}.", header("x-incident-timestamp"))
        : null;

    /// <summary>Slack's alone.</summary>
    /// <param name="parameter">The SSM parameter with the app's signing secret; null where policy names none.</param>
    public static RequestSignature? OfSlack(Func<string, string?> header, string? parameter) => header("x-slack-signature") is { } signature
        ? Make(parameter, Hex(signature, "v0="), Unix(header("x-slack-request-timestamp")), stamp => $"v0:{stamp}:", header("x-slack-request-timestamp"))
        : null;

    /// <summary>To be asked first: it costs nothing.</summary>
    public bool IsFresh(DateTimeOffset now) => (now - At).Duration() <= LargestSkew;

    /// <summary>In constant time.</summary>
    public bool Fits(string secret, string body) => CryptographicOperations.FixedTimeEquals(Digest, Sign(secret, Signed + body));

    /// <summary>HMAC-SHA-256 of the text's UTF-8.</summary>
    public static byte[] Sign(string secret, string text) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));

    private static RequestSignature? Make(string? parameter, byte[]? digest, DateTimeOffset? at, Func<string, string> signed, string? stamp) =>
        parameter is not null && digest is not null && at is { } moment && stamp is not null ? new RequestSignature(parameter, signed(stamp), digest, moment) : null;

    private static DateTimeOffset? Unix(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static byte[]? Hex(string text, string version)
    {
        var hex = text.StartsWith(version, StringComparison.Ordinal) ? text[version.Length..] : "";
        return hex.Length == 2 * HMACSHA256.HashSizeInBytes && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
    }

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return text.Length <= 64 && Convert.TryFromBase64String(text, bytes, out var length) && length == bytes.Length ? bytes : null;
    }
}
