using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>How an invocation ended.</summary>
/// <param name="RequestId">Lambda's id of the invocation.</param>
/// <param name="Payload">What the function answered, or the error as JSON text (<c>errorType</c>, <c>errorMessage</c>, …).</param>
/// <param name="ErrorType">Null when the function answered.</param>
/// <param name="ErrorMessage">Null when the function answered.</param>
public sealed record InvocationResult(string RequestId, string Payload, string? ErrorType, string? ErrorMessage)
{
    public bool Succeeded => ErrorType is null;

    internal static InvocationResult Success(string requestId, string payload) => new(requestId, payload, null, null);

    internal static InvocationResult Failure(string requestId, string payload)
    {
        var error = JsonText.TryParse(payload);
        return new(requestId, payload, error.Text("errorType") ?? "Unhandled", error.Text("errorMessage") ?? payload);
    }

    /// <summary>The process ended without an answer.</summary>
    internal static InvocationResult Exit(string requestId, int exitCode) =>
        Platform(requestId, "Runtime.ExitError", exitCode switch
        {
            0 => "Runtime exited without providing a reason",
            134 => "Runtime exited with error: signal: aborted",
            137 => "Runtime exited with error: signal: killed",
            139 => "Runtime exited with error: signal: segmentation fault",
            _ => $"Runtime exited with error: exit status {exitCode}",
        });

    internal static InvocationResult TimedOut(string requestId, TimeSpan timeout) =>
        Platform(requestId, "Sandbox.Timedout", $"Task timed out after {timeout.TotalSeconds:0.00} seconds");

    internal static InvocationResult NotStarted(string requestId, string reason) => Platform(requestId, "Runtime.InvalidEntrypoint", reason);

    private static InvocationResult Platform(string requestId, string type, string message) =>
        Failure(requestId, new JsonObject { ["errorType"] = type, ["errorMessage"] = $"RequestId: {requestId} Error: {message}" }.Compact());
}
