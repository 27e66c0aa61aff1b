namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>How bad a line says that it is, as far as that matters here.</summary>
internal enum LogLevel
{
    /// <summary>It says nothing.</summary>
    Unknown,

    /// <summary>For developers.</summary>
    Debug,

    /// <summary>Nothing is wrong, or not yet.</summary>
    Normal,

    /// <summary>Something is wrong.</summary>
    Error,
}

/// <summary>The words and numbers that loggers write for levels.</summary>
internal static class LogLevels
{
    // pino and bunyan count in tens: 50 is error.
    private const int LeastError = 50;
    private const int LeastNormal = 30;

    public static LogLevel Of(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        null or "" => LogLevel.Unknown,
        "TRACE" or "TRCE" or "VERBOSE" or "DEBUG" or "DBUG" or "FINE" or "FINER" or "FINEST" => LogLevel.Debug,
        "INFO" or "INFORMATION" or "NOTICE" or "WARN" or "WARNING" => LogLevel.Normal,
        "ERROR" or "ERR" or "FAIL" or "FATAL" or "CRITICAL" or "CRIT" or "SEVERE" or "PANIC" or "ALERT" or "EMERG" or "EMERGENCY" => LogLevel.Error,
        var other => int.TryParse(other, out var number) ? OfNumber(number) : LogLevel.Unknown,
    };

    private static LogLevel OfNumber(int number) => number switch
    {
        >= LeastError => LogLevel.Error,
        >= LeastNormal => LogLevel.Normal,
        _ => LogLevel.Debug,
    };
}
