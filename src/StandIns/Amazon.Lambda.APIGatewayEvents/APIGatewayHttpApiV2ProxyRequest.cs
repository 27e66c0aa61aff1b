namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>An HTTP request, in payload format 2.0: what an HTTP API or a function URL hands to a function.</summary>
public partial class APIGatewayHttpApiV2ProxyRequest
{
    public string Version { get; set; } = null!;

    /// <summary><c>$default</c> for a function URL.</summary>
    public string RouteKey { get; set; } = null!;

    public string RawPath { get; set; } = null!;

    /// <summary>Without the question mark; empty if there is none.</summary>
    public string RawQueryString { get; set; } = null!;

    public string[]? Cookies { get; set; }

    /// <summary>Names in lower case; values of a repeated header joined by commas.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    public IDictionary<string, string>? QueryStringParameters { get; set; }

    public ProxyRequestContext RequestContext { get; set; } = null!;

    public string? Body { get; set; }

    public IDictionary<string, string>? PathParameters { get; set; }

    /// <summary>Whether <see cref="Body"/> is base64.</summary>
    public bool IsBase64Encoded { get; set; }

    public IDictionary<string, string>? StageVariables { get; set; }
}
