namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>What a log line may tell of (runbook 2: error patterns, failed auth attempts).</summary>
public enum LogKind
{
    /// <summary>Something failed.</summary>
    Error,

    /// <summary>Somebody, or something, was not let in.</summary>
    AuthenticationFailure,
}

internal static class LogKindNames
{
    /// <summary>As keys and the facts document write it.</summary>
    public static string Name(this LogKind kind) => kind == LogKind.Error ? "error" : "authentication-failure";
}
