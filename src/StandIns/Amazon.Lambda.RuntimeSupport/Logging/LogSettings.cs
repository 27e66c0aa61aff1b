using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>How a log line looks.</summary>
internal enum LogFormat
{
    /// <summary>Time, request id, level and message, between tabs.</summary>
    Default,

    /// <summary>The message alone.</summary>
    Unformatted,

    Json,
}

/// <summary>What the function's logging configuration asks for: the least serious level that is written, and its form.</summary>
internal sealed record LogSettings(LogLevel Level, LogFormat Format)
{
    public static LogSettings From(LambdaEnvironment environment) =>
        new(ParseLevel(environment.LogLevel) ?? LogLevel.Information, ParseFormat(environment.LogFormat));

    /// <summary>A level by its .NET name or by Lambda's (FATAL, WARN, …), in any case; null if it is neither.</summary>
    public static LogLevel? ParseLevel(string? name) => name?.ToLowerInvariant() switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "information" or "info" => LogLevel.Information,
        "warning" or "warn" => LogLevel.Warning,
        "error" => LogLevel.Error,
        "critical" or "fatal" => LogLevel.Critical,
        _ => null,
    };

    private static LogFormat ParseFormat(string? name) => name?.ToLowerInvariant() switch
    {
        "json" => LogFormat.Json,
        "unformatted" => LogFormat.Unformatted,
        _ => LogFormat.Default,
    };
}
