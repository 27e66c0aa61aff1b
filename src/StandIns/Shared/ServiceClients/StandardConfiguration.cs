using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IncidentServerless.StandIns.ServiceClients;

/// <summary>The SDK's Standard defaults (https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html), whatever mode is asked for.</summary>
internal sealed class StandardConfiguration : IDefaultConfigurationProvider
{
    public IDefaultConfiguration GetDefaultConfiguration(RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode) =>
        new DefaultConfiguration
        {
            Name = DefaultConfigurationMode.Standard,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = TimeSpan.FromMilliseconds(3100),
            TlsNegotiationTimeout = TimeSpan.FromMilliseconds(3100),
        };
}
