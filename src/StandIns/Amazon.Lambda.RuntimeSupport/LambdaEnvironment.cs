using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The variables that Lambda defines for a runtime.</summary>
internal sealed class LambdaEnvironment(Func<string, string?> read)
{
    public static LambdaEnvironment OfThisProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>Host and port of the Runtime API, perhaps with a path.</summary>
    public string? RuntimeApi => read("AWS_LAMBDA_RUNTIME_API");

    public string FunctionName => read("AWS_LAMBDA_FUNCTION_NAME") ?? string.Empty;

    public string FunctionVersion => read("AWS_LAMBDA_FUNCTION_VERSION") ?? string.Empty;

    public string LogGroupName => read("AWS_LAMBDA_LOG_GROUP_NAME") ?? string.Empty;

    public string LogStreamName => read("AWS_LAMBDA_LOG_STREAM_NAME") ?? string.Empty;

    /// <summary>In MB; 0 if Lambda does not say.</summary>
    public int MemorySize =>
        int.TryParse(read("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;

    public bool LimitsHeap =>
        !string.Equals(read("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK"), "true", StringComparison.OrdinalIgnoreCase);

    public string? LogLevel => FirstSet("AWS_LAMBDA_HANDLER_LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL");

    public string? LogFormat => FirstSet("AWS_LAMBDA_HANDLER_LOG_FORMAT", "AWS_LAMBDA_LOG_FORMAT");

    private string? FirstSet(string first, string second) =>
        read(first) is { Length: > 0 } value ? value : read(second);
}
