namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>How a <see cref="LambdaBootstrap"/> runs.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API, perhaps with a path. Default: what <c>AWS_LAMBDA_RUNTIME_API</c> says. For tests.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}
