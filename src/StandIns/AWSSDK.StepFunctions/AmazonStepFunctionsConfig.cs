using Amazon.Runtime;
using Amazon.Util.Internal;
using IncidentServerless.StandIns.ServiceClients;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;
using ServiceOperationEndpointParameters = Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters;

namespace Amazon.StepFunctions;

/// <summary>Settings of an <see cref="AmazonStepFunctionsClient"/>. <c>AWS_ENDPOINT_URL_SFN</c> and <c>AWS_ENDPOINT_URL</c> are obeyed.</summary>
public class AmazonStepFunctionsConfig : ClientConfig
{
    public AmazonStepFunctionsConfig()
        : base(new StandardConfiguration())
    {
        base.ServiceId = "SFN";
        AuthenticationServiceName = "states";
        EndpointProvider = new RegionalEndpoints("states");
    }

    public override string RegionEndpointServiceName => "states";

    public override string ServiceVersion => "2016-11-23";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("SFN", "4.0.100");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpoints.Parameters(this, parameters.AlternateEndpoint));
}
