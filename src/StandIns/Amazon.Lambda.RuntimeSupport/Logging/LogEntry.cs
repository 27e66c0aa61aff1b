using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One thing to log, with the invocation that it belongs to.</summary>
internal sealed record LogEntry(DateTimeOffset At, LogLevel Level, string RequestId, MessageTemplate Text)
{
    public string? TenantId { get; init; }

    public string? TraceId { get; init; }

    public Exception? Exception { get; init; }
}
