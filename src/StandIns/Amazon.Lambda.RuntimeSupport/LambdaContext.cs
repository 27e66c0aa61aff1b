using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API's headers and the environment say about one invocation.</summary>
/// <remarks>Not read: the client context and identity of the AWS Mobile SDK.</remarks>
internal sealed class LambdaContext(Invocation invocation, LambdaEnvironment environment, ILambdaLogger logger, TimeProvider clock)
    : ILambdaContext
{
    public string AwsRequestId => invocation.RequestId;

    public IClientContext? ClientContext => null;

    public ICognitoIdentity? Identity => null;

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public string InvokedFunctionArn => invocation.FunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemorySize;

    public TimeSpan RemainingTime => DateTimeOffset.FromUnixTimeMilliseconds(invocation.DeadlineMs) - clock.GetUtcNow();

    public string TenantId => invocation.TenantId ?? string.Empty;

    public string TraceId => invocation.TraceId ?? string.Empty;
}
