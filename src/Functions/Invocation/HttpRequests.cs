using System.Text;
using Amazon.Lambda.APIGatewayEvents;

namespace IncidentServerless.Functions.Invocation;

/// <summary>What function URLs hand over.</summary>
internal static class HttpRequests
{
    /// <param name="name">In lower case, as Lambda writes it.</param>
    public static string? Header(this APIGatewayHttpApiV2ProxyRequest request, string name) => request.Headers?.TryGetValue(name, out var value) == true ? value : null;

    /// <summary>The body as text; null when there is none, or it is not readable as such.</summary>
    public static string? Text(this APIGatewayHttpApiV2ProxyRequest request)
    {
        if (!request.IsBase64Encoded || request.Body is not { } packed)
        {
            return request.Body;
        }

        var bytes = new byte[packed.Length];
        return Convert.TryFromBase64String(packed, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
