using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Writes log lines to the process's output, as the function's logging configuration asks.</summary>
internal sealed class RuntimeLogger(LogSettings settings, TimeProvider clock, Stream output) : ILambdaLogger
{
    private readonly Lock _oneLineAtATime = new();

    /// <summary>Of the invocation being served; empty before the first.</summary>
    public string RequestId { get; set; } = string.Empty;

    public string? TenantId { get; set; }

    public string? TraceId { get; set; }

    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => Write(LogLevel.Information, null, message, []);

    public void Log(string level, string message) => Write(Level(level), null, message, []);

    public void Log(string level, string message, params object?[] args) => Write(Level(level), null, message, args);

    public void Log(string level, Exception exception, string message, params object?[] args) =>
        Write(Level(level), exception, message, args);

    public void LogFailure(Exception exception) => Write(LogLevel.Error, exception, exception.Message, []);

    private static LogLevel Level(string name) => LogSettings.ParseLevel(name) ?? LogLevel.Information;

    private void Write(LogLevel level, Exception? exception, string message, object?[] arguments)
    {
        if (level < settings.Level)
        {
            return;
        }

        var entry = new LogEntry(clock.GetUtcNow(), level, RequestId, MessageTemplate.Render(message, arguments))
        {
            TenantId = TenantId,
            TraceId = TraceId,
            Exception = exception,
        };
        var line = LogLines.Format(entry, settings.Format);
        lock (_oneLineAtATime)
        {
            output.Write(line);
            output.Flush();
        }
    }
}
