using System.Globalization;
using System.Text;
using IncidentServerless.Domain.Responses.Webhooks;

namespace IncidentServerless.Cli.Sending;

/// <summary>Requests as their senders sign them, see <see cref="RequestSignature"/>.</summary>
internal static class SignedRequest
{
    /// <summary>Ours: a program of the customer's.</summary>
    public static HttpRequestMessage Ours(Uri address, string json, string secret, DateTimeOffset at) => new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") }
        .With("X-Incident-Timestamp", Seconds(at))
        .With("X-Incident-Signature", "v1=" + Hex(secret, $"{Seconds(at)}.{json}"));

    /// <param name="body">The content as it is written.</param>
    public static HttpRequestMessage Slack(Uri address, HttpContent content, string body, string secret, DateTimeOffset at) => new HttpRequestMessage(HttpMethod.Post, address) { Content = content }
        .With("X-Slack-Request-Timestamp", Seconds(at))
        .With("X-Slack-Signature", "v0=" + Hex(secret, $"v0:{Seconds(at)}:{body}"));

    public static HttpRequestMessage Zendesk(Uri address, string json, string secret, DateTimeOffset at)
    {
        var stamp = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") }
            .With("X-Zendesk-Webhook-Signature", Convert.ToBase64String(RequestSignature.Sign(secret, stamp + json)))
            .With("X-Zendesk-Webhook-Signature-Timestamp", stamp);
    }

    private static HttpRequestMessage With(this HttpRequestMessage request, string header, string value)
    {
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Hex(string secret, string signed) => Convert.ToHexStringLower(RequestSignature.Sign(secret, signed));
}
