using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging;

/// <summary>How the logger writes.</summary>
public class PowertoolsLoggerConfiguration
{
    /// <summary>Default: what <c>POWERTOOLS_SERVICE_NAME</c> says, else <c>service_undefined</c>.</summary>
    public string? Service { get; set; }

    /// <summary>A .NET format of the time in UTC. Default: <c>o</c>.</summary>
    public string? TimestampFormat { get; set; }

    /// <summary>
    /// Default (<see cref="LogLevel.None"/>): what <c>POWERTOOLS_LOG_LEVEL</c> says, else Information. <c>AWS_LAMBDA_LOG_LEVEL</c> beats both
    /// if it is stricter, because Lambda would drop the lines.
    /// </summary>
    public LogLevel MinimumLogLevel { get; set; } = LogLevel.None;

    public LoggerOutputCase LoggerOutputCase { get; set; } = LoggerOutputCase.Default;
}
