using System.Net;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API answered otherwise than its contract says.</summary>
public class RuntimeApiClientException : Exception
{
    public RuntimeApiClientException(string message, HttpStatusCode statusCode, string response)
        : base(message)
    {
        StatusCode = statusCode;
        Response = response;
    }

    public HttpStatusCode StatusCode { get; }

    /// <summary>The answer's body.</summary>
    public string Response { get; }
}
