namespace IncidentServerless.Functions;

/// <summary>Keys that every log line carries.</summary>
internal static class LogKeys
{
    public const string RequestId = "function_request_id";
    public const string IncidentId = "incident_id";
}
