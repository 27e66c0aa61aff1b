using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The public URL at which responders act. Links prove themselves by their signature, so the URL asks for no AWS identity.</summary>
internal sealed class Responder : Construct
{
    public Responder(Construct scope, string id, SuiteFunction respond)
        : base(scope, id)
    {
        var url = respond.Function.AddFunctionUrl(new FunctionUrlOptions { AuthType = FunctionUrlAuthType.NONE });
        Url = url.Url;

        // Since October 2025 a URL needs lambda:InvokeFunction too, but only by way of the URL; CDK adds the other permission alone.
        var invoke = new CfnPermission(this, "InvokeByUrl", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = respond.Arn,
            Principal = "*",
        });
        invoke.AddPropertyOverride("InvokedViaFunctionUrl", true);
    }

    /// <summary>With the trailing slash.</summary>
    public string Url { get; }
}
