using Amazon.Lambda.APIGatewayEvents;

namespace IncidentServerless.Functions.Invocation;

/// <summary>What function URLs give back to programs.</summary>
internal static class HttpReplies
{
    public static APIGatewayHttpApiV2ProxyResponse Text(int status, string text) => Of(status, text, "text/plain; charset=utf-8");

    public static APIGatewayHttpApiV2ProxyResponse Json(int status, string json) => Of(status, json, "application/json; charset=utf-8");

    private static APIGatewayHttpApiV2ProxyResponse Of(int status, string body, string type) => new()
    {
        StatusCode = status,
        Body = body,
        Headers = new Dictionary<string, string> { ["content-type"] = type, ["cache-control"] = "no-store" },
    };
}
