namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An invocation as the Runtime API hands it out.</summary>
internal sealed record Invocation(string RequestId, Stream Payload)
{
    /// <summary>In milliseconds since 1970; 0 if the Runtime API does not say.</summary>
    public long DeadlineMs { get; init; }

    public string FunctionArn { get; init; } = string.Empty;

    public string? TraceId { get; init; }

    public string? TenantId { get; init; }
}
