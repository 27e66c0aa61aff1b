namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API answered otherwise than its contract says.</summary>
public class RuntimeApiClientException : Exception
{
    internal RuntimeApiClientException(string message, int statusCode, string response)
        : base(message)
    {
        StatusCode = statusCode;
        Response = response;
    }

    public int StatusCode { get; }

    /// <summary>The answer's body.</summary>
    public string Response { get; }
}
