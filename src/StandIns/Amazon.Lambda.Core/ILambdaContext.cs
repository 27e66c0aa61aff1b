namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells a function about the invocation it is serving.</summary>
public interface ILambdaContext
{
    /// <summary>The invocation's id; the same when Lambda repeats an asynchronous invocation.</summary>
    string AwsRequestId { get; }

    /// <summary>The mobile client, for invocations by the AWS Mobile SDK; else null.</summary>
    IClientContext? ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    /// <summary>The Amazon Cognito identity, for invocations by the AWS Mobile SDK; else null.</summary>
    ICognitoIdentity? Identity { get; }

    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>The deadline less the time now; negative once the deadline has passed.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant of a tenant-isolated function; else empty.</summary>
    string TenantId => string.Empty;

    /// <summary>The X-Ray tracing header of this invocation; else empty.</summary>
    string TraceId => string.Empty;
}
