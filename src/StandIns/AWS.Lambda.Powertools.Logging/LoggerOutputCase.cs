namespace AWS.Lambda.Powertools.Logging;

/// <summary>How the keys of a log line are written.</summary>
public enum LoggerOutputCase
{
    /// <summary>What <c>POWERTOOLS_LOGGER_CASE</c> says, else snake_case.</summary>
    Default,

    CamelCase,

    PascalCase,

    SnakeCase,
}
