namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>A refusal in AWS's own words.</summary>
/// <param name="code">The service's error code, for example <c>ResourceNotFoundException</c>.</param>
/// <param name="message">The service's message.</param>
/// <param name="status">The HTTP status, 400 unless told.</param>
public sealed class AwsError(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>The local cloud does not offer this operation of a service that it emulates.</summary>
    public static AwsError NotEmulated(ServiceCall call) => new("InvalidAction", $"The local cloud does not emulate {call.Service}:{call.Operation}.");
}
