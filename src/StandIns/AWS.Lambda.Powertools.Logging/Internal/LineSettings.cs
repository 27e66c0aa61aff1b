using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>The configuration with what the environment adds to it.</summary>
internal sealed record LineSettings(string Service, string TimestampFormat, LogLevel MinimumLevel, LoggerOutputCase Case)
{
    public static LineSettings From(PowertoolsLoggerConfiguration configuration, Func<string, string?> environment)
    {
        var wanted = configuration.MinimumLogLevel != LogLevel.None
            ? configuration.MinimumLogLevel
            : ParseLevel(environment("POWERTOOLS_LOG_LEVEL")) ?? LogLevel.Information;
        var lambda = ParseLevel(environment("AWS_LAMBDA_LOG_LEVEL")) ?? LogLevel.Trace;
        return new(
            FirstSet(configuration.Service, environment("POWERTOOLS_SERVICE_NAME"), "service_undefined"),
            FirstSet(configuration.TimestampFormat, "o"),
            wanted > lambda ? wanted : lambda,
            configuration.LoggerOutputCase != LoggerOutputCase.Default
                ? configuration.LoggerOutputCase
                : ParseCase(environment("POWERTOOLS_LOGGER_CASE")));
    }

    /// <summary>The key in the configured case.</summary>
    public string Key(string name) => Case switch
    {
        LoggerOutputCase.CamelCase => JsonNamingPolicy.CamelCase.ConvertName(Pascal(name)),
        LoggerOutputCase.PascalCase => Pascal(name),
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(name),
    };

    /// <summary>A level by its .NET name or by Lambda's (FATAL, WARN, …), in any case; null if it is neither.</summary>
    private static LogLevel? ParseLevel(string? name) => name?.ToLowerInvariant() switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "information" or "info" => LogLevel.Information,
        "warning" or "warn" => LogLevel.Warning,
        "error" => LogLevel.Error,
        "critical" or "fatal" => LogLevel.Critical,
        _ => null,
    };

    private static LoggerOutputCase ParseCase(string? name) => name?.ToLowerInvariant() switch
    {
        "camelcase" => LoggerOutputCase.CamelCase,
        "pascalcase" => LoggerOutputCase.PascalCase,
        _ => LoggerOutputCase.SnakeCase,
    };

    private static string FirstSet(params string?[] values) => values.First(value => !string.IsNullOrEmpty(value))!;

    private static string Pascal(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
