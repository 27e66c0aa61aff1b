using Amazon.Runtime;
using Amazon.Util.Internal;
using IncidentServerless.StandIns.ServiceClients;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;
using ServiceOperationEndpointParameters = Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters;

namespace Amazon.SimpleNotificationService;

/// <summary>Settings of an <see cref="AmazonSimpleNotificationServiceClient"/>. <c>AWS_ENDPOINT_URL_SNS</c> and <c>AWS_ENDPOINT_URL</c> are obeyed.</summary>
public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    public AmazonSimpleNotificationServiceConfig()
        : base(new StandardConfiguration())
    {
        base.ServiceId = "SNS";
        AuthenticationServiceName = "sns";
        EndpointProvider = new RegionalEndpoints("sns");
    }

    public override string RegionEndpointServiceName => "sns";

    public override string ServiceVersion => "2010-03-31";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("SNS", "4.0.100");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpoints.Parameters(this, parameters.AlternateEndpoint));
}
