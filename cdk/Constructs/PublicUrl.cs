using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The public URL of a function whose callers prove themselves by what they sign, so that it asks for no AWS identity.</summary>
internal sealed class PublicUrl : Construct
{
    /// <param name="concurrency">See <see cref="StackInputs.PublicConcurrency"/>.</param>
    public PublicUrl(Construct scope, string id, SuiteFunction function, int? concurrency)
        : base(scope, id)
    {
        if (concurrency is { } most)
        {
            ((CfnFunction)function.Function.Node.DefaultChild!).ReservedConcurrentExecutions = most;
        }

        var url = function.Function.AddFunctionUrl(new FunctionUrlOptions { AuthType = FunctionUrlAuthType.NONE });
        Url = url.Url;

        // Since October 2025 a URL needs lambda:InvokeFunction too, but only by way of the URL; CDK adds the other permission alone.
        var invoke = new CfnPermission(this, "InvokeByUrl", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = function.Arn,
            Principal = "*",
        });
        invoke.AddPropertyOverride("InvokedViaFunctionUrl", true);
    }

    /// <summary>With the trailing slash.</summary>
    public string Url { get; }
}
