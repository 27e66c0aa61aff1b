using Amazon.CDK.AWS.SSM;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The switch that stops automation at once and without a deployment: anything but <c>on</c> stops every action before it is applied.</summary>
internal sealed class AutomationSwitch : Construct
{
    /// <summary>The parameter's name.</summary>
    public const string ParameterName = $"/{IncidentStack.Name}/automation";

    public AutomationSwitch(Construct scope, string id)
        : base(scope, id) => _ = new StringParameter(this, "Parameter", new StringParameterProps
        {
            ParameterName = ParameterName,
            StringValue = "on",
            Description = "on lets runbooks act as policy allows; anything else stops them",
        });
}
